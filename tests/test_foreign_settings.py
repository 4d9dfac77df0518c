"""Settings of Pelican's that do nothing here are told with what to use instead; those that count are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from partnership.foreign_settings import remarks_on
from partnership.settings_file import read_settings
from tests.conftest import Call
from tests.support.commands import PROJECT


def test_what_does_nothing_is_told(tmp_path: Path) -> None:
    """Plugins, feeds, addresses, readers, folders, theme, words, switches of the build: each names its setting."""
    said = {"PLUGINS": ["partnership", "sitemap"], "FEED_ALL_ATOM": "x", "ARTICLE_SAVE_AS": "x", "MARKDOWN": {},
            "STATIC_PATHS": [], "JINJA_FILTERS": {}, "MENUITEMS": [], "RELATIVE_URLS": True}  # fmt: skip
    told = remarks_on(said)
    assert len(told) == len(said) and all(any(name in text for text in told) for name in said)
    file = tmp_path / "pelicanconf.py"
    file.write_text("import os\nTAG_FEED_RSS = 'x'\nSITENAME = 'A'\nTHEME = 'theme'\n")
    assert ["TAG_FEED_RSS" in one for one in read_settings(file).remarks] == [True]


COUNT = frozenset((
    "PATH", "THEME", "OUTPUT_PATH", "CACHE_PATH", "SITEURL", "SITENAME", "DEFAULT_LANG", "TIMEZONE",
    "DEFAULT_PAGINATION", "PLUGINS", "PLUGIN_PATHS", "PELICAN_CLASS",
    "LOG_FILTER",
))  # fmt: skip
"""Settings of Pelican's that mean here what they mean there."""


def test_no_setting_of_pelicans_is_passed_over() -> None:
    """Each of its own settings either counts or is told."""
    silent = {name for name, value in DEFAULT_CONFIG.items() if not remarks_on({name: value})}
    assert silent - COUNT == set()


def test_our_own_settings_are_silent() -> None:
    """Nothing in this site's settings is said in vain."""
    assert read_settings(PROJECT / "publishconf.py").remarks == ()


def test_a_misspelt_setting_of_ours_is_told(tmp_path: Path) -> None:
    """With the one that was meant where one is near, else with all of them; it does not vanish in silence."""
    file = tmp_path / "pelicanconf.py"
    file.write_text("PARTNERSHIP_KIND = ['courses.py']\nPARTNERSHIP_QX = 1\nPARTNERSHIP_EU_FUNDS = True\n")
    kind, other = read_settings(file).remarks
    assert "PARTNERSHIP_KIND," in kind and "PARTNERSHIP_KINDS" in kind
    assert "PARTNERSHIP_QX" in other and "PARTNERSHIP_EU_FUNDS" in other


@pytest.mark.parametrize("task", ["check", "build"])
def test_tasks_say_it(task: str, call: Call, tmp_path: Path) -> None:
    """Whoever checks a site hears of it as whoever builds it."""
    (tmp_path / "pelicanconf.py").write_text("PARTNERSHIP_KIND = ['courses.py']\n")
    assert "PARTNERSHIP_KINDS" in call(task, PARTNERSHIP_SITE=str(tmp_path)).err
