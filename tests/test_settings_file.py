"""Settings files are read one by one, each for itself, and a broken one is a sentence."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from partnership.problems import UserError
from partnership.settings_file import read_settings, with_site_url


def checkout(folder: Path, name: str) -> Path:
    """Write the two settings files of a checkout and return the one for publishing."""
    folder.mkdir()
    (folder / "pelicanconf.py").write_text(f'SITENAME = "{name}"\nTHEME = "theme"\n')
    (folder / "publishconf.py").write_text('from pelicanconf import *\nSITEURL = "https://example.org/x/"\n')
    return folder / "publishconf.py"


def test_each_checkout_has_settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another checkout, or Pelican itself, imported under the same name does not count; nothing is left behind."""
    foreign = ModuleType("pelicanconf")
    foreign.SITENAME = "Obcy"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pelicanconf", foreign)
    search = list(sys.path)
    for name in ("Jeden", "Dwa"):
        settings = read_settings(checkout(tmp_path / name, name))
        assert (settings.site_name, settings.theme) == (name, tmp_path / name / "theme")
        assert settings.site_url == "https://example.org/x"
        assert settings.base_path == "/x"
    assert sys.modules["pelicanconf"] is foreign
    assert sys.path == search


@pytest.mark.parametrize(
    "text", ["SITENAME = 1", "1 / 0", "def", 'SITEURL = "example.org"', "import nie_ma_takiego", "OUTPUT_PATH = 3"]
)
def test_a_broken_file_is_a_sentence(tmp_path: Path, text: str) -> None:
    """Whatever is wrong in a settings file is told without a traceback."""
    file = tmp_path / "pelicanconf.py"
    file.write_text(text)
    with pytest.raises(UserError):
        read_settings(file)
    with pytest.raises(UserError):
        read_settings(tmp_path / "missing.py")


def test_pagination_may_be_off(tmp_path: Path) -> None:
    """Pelican's False leaves our own length of a list."""
    file = tmp_path / "pelicanconf.py"
    file.write_text("DEFAULT_PAGINATION = False\nCACHE_PATH = None\n")
    assert read_settings(file).page_length == 20


@pytest.mark.parametrize("url", ["", "example.org", "ftp://a", "https://", "https://a/?q", "https://a b/"])
def test_what_is_no_address_of_a_site(url: str) -> None:
    """Only http and https addresses without query and fragment are taken."""
    with pytest.raises(UserError):
        with_site_url(read_settings(), url)
