"""Kinds that a site declares itself: what is wrong with a declaration is told as wrong settings are."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.catalogue.address_tables import site_addresses
from partnership.kinds.own import all_kinds, own_digest
from partnership.kinds.registry import KINDS
from partnership.kinds.words import said
from partnership.language import set_language, speaking
from partnership.problems import UserError
from tests.support.own_kind import FAIRS


def _declared(tmp_path: Path, old: str = "", new: str = "") -> Path:
    set_language("en")
    file = tmp_path / "fairs.py"
    assert old in FAIRS
    file.write_text(FAIRS.replace(old, new) if old else FAIRS, encoding="utf-8")
    return file


def test_own_kinds_come_after_the_others(tmp_path: Path) -> None:
    """They are the same objects however often they are asked for; their sections have addresses in every language."""
    file = _declared(tmp_path)
    *common, fairs = all_kinds((file,))
    assert tuple(common) == KINDS and fairs.name == "job-fairs"
    assert all_kinds((file,))[-1] is fairs
    tables = site_addresses(("pl", "en"), (*common, fairs)).tables
    assert [table.section("job-fairs") for table in tables.values()] == ["/job-fairs/", "/en/job-fairs/"]
    assert "job-fairs" in site_addresses(("pl",), (*common, fairs)).reserved()


def test_the_digest_is_that_of_what_was_loaded(tmp_path: Path) -> None:
    """An edit after loading changes nothing in this process; before, and in another one, it does."""
    file = _declared(tmp_path)
    before = own_digest((file,))
    all_kinds((file,))
    file.write_text(FAIRS + "# other\n", encoding="utf-8")
    assert own_digest((file,)) == before
    other = tmp_path / "other.py"
    other.write_text(FAIRS, encoding="utf-8")
    same = own_digest((other,))
    other.write_text(FAIRS + "# other\n", encoding="utf-8")
    assert own_digest((other,)) != same


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("job-fairs", "Job Fairs", "small letters and digits"),
        ('name="job-fairs"', 'name="news"', "this name is taken"),
        ('name="job-fairs"', 'name="institutions"', "this name is taken"),
        ("(DatedFront, frozen", "(Front, frozen", "builds on DatedFront"),
        ("place: str", "place: object()", "no usable type"),
        (
            'section=k.Section(addresses={"en": "job-fairs/"}, words=lambda region: WORDS)',
            "section=None",
            "needs a section",
        ),
        ('{"en": "job-fairs/"}', '{"pl": "targi/"}', "need an English name"),
        ("front=Fair,", 'front=Fair, references=(("host", "institutions"),),', "names host, which"),
        ("front=Fair,", 'front=Fair, search=k.SearchFacet(name="news", one=str, many=str),', "search knows another"),
        ("front=Fair,", 'front=Fair, authoring=k.Authoring(command="post", more=()),', "`new` knows another"),
        ("KINDS = (", "OTHERS = (", "must hold KINDS"),
        ("    k.Kind(", "    dict(", "must hold KINDS"),
        ("WORDS = k", "WORDS = missing.k", "fairs.py:9:1: the kinds of content cannot be used (name 'missing'"),
        ("KINDS = (", "KINDS = ((", "fairs.py:10:9: the kinds of content cannot be used"),
    ],
)
def test_what_cannot_stand_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    """Each mistake is one sentence that names the file, and never a traceback."""
    file = _declared(tmp_path, old, new)
    with pytest.raises(UserError) as told:
        all_kinds((file,))
    assert message in str(told.value) and str(file) in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The settings name a file that is not there."""
    set_language("en")
    with pytest.raises(UserError, match=r"gone\.py: the kinds of content cannot be used \("):
        all_kinds((tmp_path / "gone.py",))


def test_names_of_pages_are_taken(tmp_path: Path) -> None:
    """A section called as a page of the site would take its place in every table of addresses."""
    kinds = all_kinds((_declared(tmp_path, 'name="job-fairs"', 'name="contact"'),))
    with pytest.raises(UserError, match="“contact” cannot be called so"):
        site_addresses(("pl",), kinds)


def test_words_follow_the_language() -> None:
    """A language without words gets the English ones, else the first."""
    with speaking("pl"):
        assert said(en="Fairs", pl="Targi") == "Targi"
    with speaking("uk"):
        assert said(pl="Targi", en="Fairs") == "Fairs"
        assert said(pl="Targi", de="Messen") == "Targi"
