"""What a build remembers of the theme: the same as reading it gives, and no longer than its files look the same."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from partnership.engine import theme_memory
from partnership.engine.file_stats import FRESH_NS
from partnership.engine.theme_memory import Theme, read_theme
from partnership.engine.up_to_date import stat_sources
from partnership.settings import PROJECT, Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings of a site with a theme of its own."""
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    for name in ("content", "data"):
        (tmp_path / name).mkdir()
    return Settings(
        content=tmp_path / "content", data=tmp_path / "data", theme=tmp_path / "theme", cache=tmp_path / "cache"
    )


def settled(settings: Settings) -> Theme:
    """Return the theme as a build reads it some time after the last change."""
    time.sleep(2 * FRESH_NS / 1e9)
    return read_theme(settings, stat_sources(settings))


def told(theme: Theme) -> tuple[object, ...]:
    """Return all that a build takes from a theme."""
    return theme.assets.addresses, theme.assets.items, theme.templates, theme.catalogues


def test_a_theme_that_looks_the_same_is_not_read_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build gets what the first read, item by item, and looks into no file."""
    first = settled(settings)
    monkeypatch.setattr(theme_memory, "collect_assets", None)
    assert told(settled(settings)) == told(first)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("static/js/finder/finder.js", "console.log(1);"),
        ("static/css/base.css", ".x { color: red; }"),
        ("templates/pages/list.html", "{# other #}"),
        ("translations/pl/LC_MESSAGES/theme.po", "# other"),
    ],
)
def test_any_changed_file_is_read(settings: Settings, name: str, more: str) -> None:
    """A script, style sheet, template or catalogue that is another changes what the build gets, as without a cache."""
    first = settled(settings)
    with (settings.theme / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{more}\n")
    second = settled(settings)
    assert told(second) != told(first)
    assert told(second) == told(read_theme(replace(settings, cache=settings.cache / "none"), stat_sources(settings)))


def test_a_file_that_changed_just_now_is_not_trusted(settings: Settings) -> None:
    """Where a file could change again without looking otherwise, nothing is taken from the cache or put there."""
    os.utime(settings.theme / "static/css/base.css")
    read_theme(settings, stat_sources(settings))
    assert not (settings.cache / "themes").exists()


def test_a_damaged_cache_is_as_none(settings: Settings) -> None:
    """What was kept counts only whole."""
    first = settled(settings)
    [kept] = (settings.cache / "themes").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert told(settled(settings)) == told(first)
