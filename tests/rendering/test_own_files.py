"""Files of a site's own theme that lie where nothing looks for them are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.language import set_language
from partnership.rendering.own_files import misplaced_files
from partnership.settings import BUILT_IN_THEME


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("template/pages/home.html", "templates/pages/home.html"),
        ("statics/css/tokens-own.css", "static/css/tokens-own.css"),
        ("tokens-own.css", ""),
        ("fonts/DejaVuSans-Bld.ttf", "fonts/DejaVuSans-Bold.ttf"),
        ("translations/tr/theme.po", "translations/tr/LC_MESSAGES/theme.po"),
        ("translations/tr/LC_MESSAGES/themes.po", "translations/tr/LC_MESSAGES/theme.po"),
        ("translations/theme.po", "translations/LANG/LC_MESSAGES/theme.po"),
    ],
)
def test_what_nothing_reads_is_told(tmp_path: Path, name: str, meant: str) -> None:
    """A misnamed folder or file is told once, with the place that was meant; there it is read."""
    set_language("en")
    for one in {name, str(Path(name).with_name("other" + Path(name).suffix))} if "template/" in name else {name}:
        (tmp_path / one).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / one).write_text("", encoding="utf-8")
    (problem,) = misplaced_files(tmp_path)
    assert problem.severity == "warning" and problem.code == "unused-file"
    assert (meant.rpartition("/")[0] if "template/" in name else meant) in problem.hint
    assert "LANG" in meant or not meant or not list(misplaced_files(_moved(tmp_path, name, meant)))


def _moved(theme: Path, name: str, meant: str) -> Path:
    (theme / "moved" / meant).parent.mkdir(parents=True)
    (theme / name).rename(theme / "moved" / meant)
    return theme / "moved"


def test_what_has_its_place_is_left_alone(tmp_path: Path) -> None:
    """The built-in theme's own files, and what a site may lay beside them, are in their places."""
    for name in ("STANDALONE", "README.md", ".gitkeep", "static/root/a.txt", "templates/pages/a.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    for built_in in ("fonts", "translations"):
        (tmp_path / built_in).symlink_to(BUILT_IN_THEME / built_in)
    assert list(misplaced_files(tmp_path)) == []
    assert list(misplaced_files(BUILT_IN_THEME)) == [] == list(misplaced_files(tmp_path / "none"))
