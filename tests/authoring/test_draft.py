"""New files as text: quoted where YAML would read something else, written once and never over another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from partnership.authoring.draft import Draft, as_yaml, free_stem, write
from partnership.language import set_language
from partnership.problems import ProblemsFound, UserError
from partnership.records.fields import Moment
from partnership.settings import Settings
from tests.support.site import Site

AWKWARD = [
    "1201", "0201", "no", "null", "3.10", "2026-03-01", "8:00", "a: b", "- a", "# a", "[a]", "{a: b}", "it's",
    'say "a"', "back\\slash", "„cudzysłów”", "*a", "&a", "!a", "%a", "@a", "`a`", "a, b", "a #b", "?", "~", "=",
    "Zażółć", "1_000",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
def test_text_stays_text(text: str) -> None:
    """Whatever a title looks like to YAML, it is read back as the same text."""
    assert yaml.safe_load(f"key: {as_yaml(text)}") == {"key": text}
    assert yaml.safe_load(f"key: {as_yaml((text, text))}") == {"key": [text, text]}


def test_days_and_times_are_plain() -> None:
    """Days and times are written as editors write them."""
    assert as_yaml(date(2026, 3, 1)) == "2026-03-01"
    assert as_yaml(Moment.parse("2026-03-01 9:05")) == "2026-03-01T09:05"
    assert as_yaml(Moment.parse("2026-03-01")) == "2026-03-01"
    assert as_yaml(True) == "true"
    assert as_yaml(()) == "[]"


def test_free_stem_takes_the_next_name() -> None:
    """A name that is taken is followed by the year, then by numbers."""
    assert free_stem("rada", [], 2026) == "rada"
    assert free_stem("rada", ["rada"], 2026) == "rada-2026"
    assert free_stem("rada", ["rada", "rada-2026", "rada-2"], 2026) == "rada-3"


def test_nothing_is_overwritten(site: Site) -> None:
    """A file of that name stays as it was."""
    set_language("en")
    site.institution("pup-bochnia")
    settings = Settings(content=site.content, data=site.data)
    before = (site.data / "institutions" / "pup-bochnia.yaml").read_bytes()
    with pytest.raises(UserError, match="exists already and was left as it is"):
        write(Draft("institutions/pup-bochnia.yaml", {"name": "Inna"}), settings)
    assert (site.data / "institutions" / "pup-bochnia.yaml").read_bytes() == before


def test_invalid_draft_leaves_no_file(site: Site) -> None:
    """What would not pass the check is told and not kept."""
    settings = Settings(content=site.content, data=site.data)
    with pytest.raises(ProblemsFound):
        write(Draft("institutions/zla.yaml", {"name": "Zła", "type": "no-such-type", "county": "1201"}), settings)
    assert not (site.data / "institutions" / "zla.yaml").exists()


def test_folder_that_cannot_be_written(site: Site) -> None:
    """A file where a folder should be is one sentence."""
    set_language("en")
    Path(site.data / "partners").write_text("x")
    with pytest.raises(UserError, match=r"partners|exists|written"):
        write(Draft("partners/a.yaml", {"institution": "a"}), Settings(content=site.content, data=site.data))
