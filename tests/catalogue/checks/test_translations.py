"""Translations do not rot: what its original left behind is told, with and without a history in git."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.catalogue.linking import link
from partnership.catalogue.translations import noted
from partnership.language import set_language
from partnership.records.translated import PATH, parse_noted, written
from partnership.settings import Settings
from tests.support.site import SERVICES, Site

LANGUAGES = ("en", "uk")


@pytest.fixture
def settings(site: Site) -> Settings:
    """Settings of a site in three languages."""
    set_language("en")
    return Settings(content=site.content, data=site.data, other_languages=LANGUAGES)


def told(settings: Settings, *codes: str) -> list[tuple[str, int, str]]:
    """Return file, line and code of what is told of translations."""
    codes = codes or ("stale-translation", "not-noted", "contradiction")
    return [
        (Path(one.path).name, one.line, one.code)
        for one in sorted(link(settings).problems, key=lambda one: (one.path, one.line))
        if one.code in codes
    ]


def note(settings: Settings, *files: str, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Note translations as the task does."""
    rows = noted(link(settings).library, LANGUAGES, languages, frozenset(files))
    (settings.data / PATH).write_text(written(rows), encoding="utf-8")


@pytest.mark.parametrize(
    ("original", "translation", "stale"),
    [
        ({"modified": "2026-03-01"}, {}, True),
        ({"modified": "2026-03-01"}, {"translates": "2026-02-28"}, True),
        ({"modified": "2026-03-01"}, {"translates": "2026-03-01"}, False),
        ({"modified": "2026-03-01"}, {"modified": "2026-03-01"}, False),
        ({"modified": "2026-03-01 10:00"}, {"translates": "2026-03-01 08:00"}, False),
        ({"modified": "2026-03-01"}, {"modified": "2026-04-01", "translates": "2026-02-01"}, True),
        ({}, {}, False),
        ({}, {"date": "2026-01-10"}, False),
        ({}, {"translates": "2026-01-01"}, True),
        ({}, {"translates": "2026-01-15"}, False),
    ],
)
def test_a_document_lags_behind(
    site: Site, settings: Settings, original: dict[str, str], translation: dict[str, str], stale: bool
) -> None:
    """It knows the day that it names; without one, its own. An original that was never changed leaves nobody behind."""
    site.post("wpis", **original)
    site.post("post", lang="en", translation="wpis", **translation)
    assert bool(told(settings, "stale-translation")) == stale


@pytest.mark.parametrize(
    ("known", "stale"), [("", True), ("translates: 2026-02-01\n", True), ("translates: 2026-03-01\n", False)]
)
def test_a_page_lags_behind(site: Site, settings: Settings, known: str, stale: bool) -> None:
    """A page has no date of its own: its translation knows a change only if it names the day."""
    site.write("content/pages/strona.md", "---\ntitle: Strona\nmodified: 2026-03-01\n---\nTekst.\n")
    head = f"title: Page\nlang: en\ntranslation: strona\n{known}"
    site.write("content/pages/en/page.md", f"---\n{head}---\nText.\n")
    assert bool(told(settings, "stale-translation")) == stale


def test_obeying_mends_a_document(site: Site, settings: Settings) -> None:
    """The day that the hint names is right; one that the original does not know is told."""
    site.post("wpis", modified="2026-03-01")
    site.post("post", lang="en", translation="wpis")
    (problem,) = [one for one in link(settings).problems if one.code == "stale-translation"]
    assert "write “translates: 2026-03-01”" in problem.hint and problem.line == 5
    site.post("post", lang="en", translation="wpis", translates="2026-03-01")
    assert told(settings) == []
    site.post("post", lang="en", translation="wpis", translates="2026-03-02")
    assert told(settings) == [("post.md", 6, "contradiction")]


def test_a_record_lags_behind_what_was_noted(site: Site, settings: Settings) -> None:
    """When its original changes and it does not; in each language by itself, at its line."""
    services = [dict(one) for one in SERVICES]
    services[0] |= {"en": {"name": "Recruitment", "group": "hiring"}, "uk": {"name": "Пошук"}}
    site.write_yaml("data/services.yaml", services)
    assert told(settings) == []  # nobody notes anything on this site yet
    note(settings)
    assert told(settings) == []
    services[0]["name"] = "Pośrednictwo"
    site.write_yaml("data/services.yaml", services)
    assert told(settings) == [("services.yaml", 12, "stale-translation"), ("services.yaml", 15, "stale-translation")]
    services[0]["en"]["name"] = "Job placement"
    site.write_yaml("data/services.yaml", services)
    assert told(settings) == [("services.yaml", 15, "stale-translation"), (PATH, 1, "not-noted")]
    note(settings, "services.yaml", languages=("uk",))
    assert told(settings) == [(PATH, 1, "not-noted")]
    note(settings)
    assert told(settings) == []


def test_what_moves_is_not_stale(site: Site, settings: Settings) -> None:
    """A record elsewhere in its list, an entry before others, blanks and line breaks change no meaning."""
    services = [dict(one) for one in SERVICES]
    services[0] |= {"en": {"description": "Free help."}}
    site.write_yaml("data/services.yaml", services)
    site.institution(services=[{"id": "posrednictwo", "note": "Jedna  uwaga."}], en={
        "services": [{"note": "A note."}],
    })  # fmt: skip
    note(settings)
    site.write_yaml("data/services.yaml", services[::-1])
    site.institution(services=["zwolnienia-monitorowane", {"id": "posrednictwo", "note": "Jedna uwaga."}], en={
        "services": {"posrednictwo": {"note": "A\nnote."}},
    })  # fmt: skip
    assert told(settings) == []


def test_notes_of_one_file_leave_the_others(site: Site, settings: Settings) -> None:
    """What lags behind elsewhere goes on being told; notes of texts that are gone go."""
    site.institution("a", alert="Jeden.", en={"alert": "One."})
    site.institution("b", alert="Dwa.", en={"alert": "Two."})
    note(settings)
    site.institution("a", alert="Trzy.", en={"alert": "One."})
    site.institution("b", alert="Cztery.", en={"alert": "Two."})
    note(settings, "institutions/a.yaml")
    assert told(settings) == [("b.yaml", 8, "stale-translation")]
    (site.data / "institutions" / "b.yaml").unlink()
    note(settings, "institutions/a.yaml")
    assert (site.data / PATH).read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize(
    "text", ["", "file,record\n", "file,record,language,original,translation\na,b\n",
             'file,record,language,original,translation\n"a,b\n',
             "file,record,language,original,translation\na,b,en,xyz,0123456789\n"],
)  # fmt: skip
def test_a_broken_file_says_how_to_write_it_anew(text: str) -> None:
    """It is nobody's to mend by hand."""
    rows, problems = parse_noted(PATH, text)
    assert not rows
    assert [one.hint for one in problems] == ["write it anew: python3 tasks.py translations --note"]
