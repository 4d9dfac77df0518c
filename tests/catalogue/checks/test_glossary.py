"""Translations are held against the glossary: at the text that says a term otherwise, and with the words to write."""

from __future__ import annotations

import pytest

from partnership.catalogue.earlier_findings import EarlierFindings
from partnership.catalogue.glossary import Glossary
from partnership.catalogue.linking import Linked, link
from partnership.language import set_language
from partnership.problems import Problem
from partnership.records.glossary import Term
from partnership.records.library import Library
from partnership.settings import PROJECT, Settings
from tests.support.site import SERVICES, Site

GLOSSARY = """
- id: collective
  term: zwolnienie grupowe
  note: Zwolnienie wielu osób.
  also: {en: [mass layoff]}
  en: {term: collective redundancy, note: Nothing about it.}
  uk: {term: групове звільнення}
- id: rate
  term: stopa bezrobocia
  en: {term: unemployment rate}
"""


@pytest.fixture
def settings(site: Site) -> Settings:
    """Settings of a site in three languages with a glossary."""
    set_language("en")
    site.write("data/glossary.yaml", GLOSSARY)
    return Settings(content=site.content, data=site.data, other_languages=("en", "uk"))


def told(settings: Settings) -> list[tuple[str, int, int]]:
    """Return file, line and column of what is told by the glossary."""
    found = [one for one in link(settings).problems if one.code == "glossary"]
    assert all(one.severity == "warning" for one in found)
    return [(one.path.rpartition("/")[2], one.line, one.column) for one in found]


def test_a_record_is_told_at_the_text(site: Site, settings: Settings) -> None:
    """In a list of records and in parts of a record, in each language by itself."""
    services = [dict(one) for one in SERVICES]
    services[1] |= {
        "name": "Zwolnienia grupowe",
        "en": {"name": "Group holidays", "description": "Help in a collective redundancy."},
        "uk": {"name": "Групові звільнення"},
    }
    site.write_yaml("data/services.yaml", services)
    site.institution(services=[{"id": "posrednictwo", "note": "Przy zwolnieniach grupowych."}], en={
        "services": [{"note": "With group dismissals."}],
    })  # fmt: skip
    text = (site.data / "services.yaml").read_text(encoding="utf-8").split("\n")
    line = next(number for number, one in enumerate(text, 1) if "Group holidays" in one)
    assert sorted(told(settings)) == [("pup-bochnia.yaml", 9, 11), ("services.yaml", line, 11)]


def test_obeying_mends(site: Site, settings: Settings) -> None:
    """The words of the hint are right, and so is a word that is added to the glossary as it says."""
    site.institution(alert="Zwolnienie grupowe.", en={"alert": "Group firing."})
    (problem,) = [one for one in link(settings).problems if one.code == "glossary"]
    assert "“collective redundancy” or “mass layoff”" in problem.hint
    for words in ("A collective redundancy.", "Mass layoffs."):
        site.institution(alert="Zwolnienie grupowe.", en={"alert": words})
        assert told(settings) == []
    site.institution(alert="Zwolnienie grupowe.", en={"alert": "Group firing."})
    site.write("data/glossary.yaml", GLOSSARY.replace("[mass layoff]", "[mass layoff, group firing]"))
    assert told(settings) == []


def test_a_document_is_told_where_it_says_the_same(site: Site, settings: Settings) -> None:
    """In the title or at the paragraph; a term that stands anywhere in the translation is said."""
    body = "Pierwszy akapit.\n\nStopa bezrobocia spadła.\n\nKoniec."
    site.post("wpis", body, title="Zwolnienia grupowe")
    after = {"lang": "en", "translation": "wpis"}
    site.post("post", "First.\n\nThe degree of joblessness fell.\n\nEnd.", title="Many go", **after)
    assert told(settings) == [("post.md", 2, 8), ("post.md", 10, 1)]
    site.post(
        "post", "First.\n\nA rate of unemployment.\n\nThe unemployment rate.", title="Collective redundancies", **after
    )
    assert told(settings) == []


def test_texts_without_an_original_or_glossary_are_left(site: Site, settings: Settings) -> None:
    """Nothing is held against a text of its own language, a missing original or an empty glossary."""
    site.post("post", "Nothing.", lang="en")
    site.post("wpis", "Zwolnienie grupowe.", title="Stopa bezrobocia")
    assert told(settings) == []
    (site.data / "glossary.yaml").unlink()
    site.institution(alert="Zwolnienie grupowe.", en={"alert": "Group firing."})
    assert told(settings) == []


class Remembered:
    """What a first look found, for a second one."""

    def __init__(self, first: Linked) -> None:
        self._first = first

    def findings(self, now: Library) -> tuple[Problem, ...] | None:
        """Something changed: the checks have to look."""
        return None

    def earlier_findings(self, now: Library) -> EarlierFindings:
        """Files that are as they were gave what they gave."""
        return EarlierFindings(self._first.library, self._first.findings, now)


def test_what_did_not_change_is_not_read_again(site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same is told of it; a changed record, translation, original or glossary is held against the glossary."""
    read: list[str] = []
    missing = Glossary.missing

    def counted(glossary: Glossary, original: str, translation: str, lang: str) -> list[tuple[Term, tuple[str, ...]]]:
        read.append(original)
        return missing(glossary, original, translation, lang)

    monkeypatch.setattr(Glossary, "missing", counted)
    site.institution("i1", alert="Zwolnienie grupowe.", en={"alert": "Group firing."})
    site.institution("i2", alert="Stopa bezrobocia.", en={"alert": "Its degree."})
    site.post("wpis", "Zwolnienia grupowe.", title="Wpis")
    site.post("post", "Nothing.", title="Post", lang="en", translation="wpis")
    linked = link(settings)
    every = len(read)

    def again() -> tuple[int, int]:
        """Look once more and return how many texts were read, and how many problems the glossary has."""
        nonlocal linked
        read.clear()
        linked = link(settings, linked.library, None, Remembered(linked))
        texts = len(read)
        assert list(linked.problems) == list(link(settings).problems)
        return texts, len([one for one in linked.problems if one.code == "glossary"])

    assert again() == (0, 3)
    site.post("inny", "Słowa.", title="Inny")
    assert again() == (0, 3)
    site.institution("i2", alert="Stopa bezrobocia.", en={"alert": "The unemployment rate."})
    assert again() == (1, 2)
    site.post("wpis", "Nic.", title="Wpis")
    assert again() == (1, 1)
    site.write("data/glossary.yaml", GLOSSARY.replace("[mass layoff]", "[mass layoff, group firing]"))
    assert again() == (every, 0)


def test_this_site_keeps_to_its_glossary() -> None:
    """No false alarm on the texts of this repository, and every term is found in its own words."""
    found = link(Settings(content=PROJECT / "content", data=PROJECT / "data", other_languages=("en", "uk")))
    assert [one.as_text() for one in found.problems if one.code == "glossary"] == []
