"""Facts of a translated text are its original's: taken from there if left out, an error if told otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.linking import Linked, link
from partnership.catalogue.localised import Catalogues
from partnership.chunks import NO_CACHE
from partnership.items.item import Publication
from partnership.language import set_language
from partnership.locales.marks import unmarked
from partnership.publications.calendar import plan
from partnership.settings import Settings
from tests.support.publications import Published, Repository
from tests.support.site import Site

TRANSLATED = {"title": "Council", "lang": "en", "translation": "rada"}


def linked(site: Site) -> Linked:
    """Return the site in two languages, linked, with messages in English."""
    set_language("en")
    return link(Settings(content=site.content, data=site.data, other_languages=("en",)))


def told(site: Site, code: str = "contradiction") -> list[tuple[str, int, str, str]]:
    """Return file, line, severity and whole message of the problems of a code."""
    return [
        (Path(one.path).name, one.line, one.severity, f"{one.message}; {one.hint}")
        for one in linked(site).problems
        if one.code == code
    ]


def head(site: Site, kind: str, stem: str) -> Any:
    """Return the head of a document as pages see it."""
    catalogue = linked(site).catalogue
    return next(one.front for one in catalogue.listed if (one.kind, one.stem) == (kind, stem))


def test_what_a_translation_leaves_out_is_the_originals(site: Site) -> None:
    """Time, state, group and place of a meeting, even keys that an original must have; a place is marked as Polish."""
    site.working_group("kadry")
    site.meeting("rada", starts="2026-02-10 10:00", ends="2026-02-10 12:00", held="cancelled", group="kadry",
                 place="Kraków, sala 3")  # fmt: skip
    site.write("content/meetings/en/council.md", "---\ntitle: Council\nlang: en\ntranslation: rada\n---\nText.\n")
    assert not linked(site).problems.errors
    own, original = head(site, "meetings", "council"), head(site, "meetings", "rada")
    for key in ("date", "starts", "ends", "held", "group"):
        assert getattr(own, key) == getattr(original, key), key
    assert own.place != unmarked(own.place) == "Kraków, sala 3"


def test_a_translated_place_stays(site: Site) -> None:
    """Words that a translation has are shown; only the address at which people meet must be the same."""
    site.meeting("rada", place="online: https://spotkania.example/rada")
    site.meeting("council", place="on the web: https://spotkania.example/rada", **TRANSLATED)
    assert told(site) == []
    assert head(site, "meetings", "council").place.startswith("on the web")
    site.meeting("rada", place="online: https://inne.example/rada")
    ((file, line, severity, message),) = told(site)
    assert (file, line, severity) == ("council.md", 5, "error")
    assert "inne.example" in message and "content/meetings/rada.md" in message


@pytest.mark.parametrize(
    ("key", "original", "own"),
    [
        ("held", "cancelled", "planned"),
        ("held", None, "held"),
        ("starts", "2026-02-11 10:00", "2026-02-10 10:00"),
        ("ends", "2026-02-10 13:00", "2026-02-10 12:00"),
        ("group", "kadry", "dane"),
        ("counties", ["1201"], ["1202"]),
        ("services", ["posrednictwo"], ["zwolnienia-monitorowane"]),
        ("participants", 40, 50),
    ],
)
def test_another_value_is_an_error_that_names_both_files(site: Site, key: str, original: Any, own: Any) -> None:
    """At the line of the translation; without the key there, as the advice says, nothing is wrong."""
    for group in ("kadry", "dane"):
        site.working_group(group)
    site.meeting("rada", **({} if original is None else {key: original}))
    site.meeting("council", **TRANSLATED, **{key: own})
    ((file, line, severity, message),) = told(site)
    lines = (site.content / "meetings/council.md").read_text().splitlines()
    assert (file, severity) == ("council.md", "error") and lines[line - 1].startswith((f"{key}:", "- ", "  - "))
    assert "content/meetings/rada.md" in message and f"remove “{key}” here" in message
    path = site.content / "meetings/council.md"
    at = next(number for number, one in enumerate(lines) if one.startswith(f"{key}:"))
    rest = [one for one in lines[at + 1 :] if not one.startswith(("- ", "  - "))]
    path.write_text("\n".join([*lines[:at], *rest]) + "\n")
    assert told(site) == [] and not linked(site).problems.errors


def test_the_same_value_may_be_repeated(site: Site) -> None:
    """In any order of codes and at any precision that means the same."""
    site.meeting("rada", counties=["1201", "1202"], held="planned")
    site.meeting("council", **TRANSLATED, counties=["1202", "1201"], held="planned")
    assert told(site) == []


def test_what_became_of_a_recommendation_is_the_reports(site: Site) -> None:
    """By its place in the list; the words of each are the translation's own."""
    site.report("raport", recommendations=[{"text": "Liczyć", "state": "done"}, {"text": "Pytać", "state": "open"}])
    site.report("report", title="Report", lang="en", translation="raport", recommendations=[{"text": "Count"}])
    assert told(site) == [] and not linked(site).problems.errors
    shown = head(site, "reports", "report").recommendations
    assert [(one.text, one.state) for one in shown] == [("Count", "done")]
    site.report("report", title="Report", lang="en", translation="raport",
                recommendations=[{"text": "Count", "state": "open"}])  # fmt: skip
    ((file, _line, severity, message),) = told(site)
    assert (file, severity) == ("report.md", "error") and "“done” in the original" in message


def test_an_original_must_still_say_them(site: Site) -> None:
    """What is no translation lacks the key, as ever; so does one of a text that does not exist, but for that alone."""
    site.write("content/meetings/rada.md", "---\ntitle: Rada\ndate: 2026-01-10\n---\nTekst.\n")
    assert [one[0] for one in told(site, "missing-key")] == ["rada.md"]
    site.write("content/meetings/rada.md", "---\ntitle: Rada\nlang: en\ntranslation: nie-ma\n---\nTekst.\n")
    assert [one.code for one in linked(site).problems if one.severity == "error"] == ["unknown-reference"]


def test_a_translation_is_not_public_before_its_original(site: Site) -> None:
    """A draft keeps it back, a hidden one hides it, and an earlier date counts for nothing and is told."""
    site.post("wpis", state="draft")
    site.post("post", lang="en", translation="wpis")
    assert not [one for one in linked(site).catalogue.listed if one.stem == "post"]
    site.post("wpis", state="hidden")
    catalogue = linked(site).catalogue
    assert {one.stem for one in catalogue.unlisted} == {"wpis", "post"}
    site.post("wpis", date="2026-02-05")
    site.post("post", lang="en", translation="wpis", date="2026-02-01")
    ((file, _line, severity, message),) = told(site)
    assert (file, severity) == ("post.md", "warning") and "2026-02-05" in message
    assert head(site, "news", "post").date.isoformat() == "2026-02-05"
    site.post("post", lang="en", translation="wpis", date="2026-02-09")
    assert told(site) == [] and head(site, "news", "post").date.isoformat() == "2026-02-09"


def test_calendars_of_all_languages_follow(site: Site) -> None:
    """One edit of the original cancels and moves the event of its translation, with a later version of both."""
    repository = Repository(site)
    site.meeting("rada", title="Rada")
    site.write("content/meetings/en/council.md", "---\ntitle: Council\nlang: en\ntranslation: rada\n---\nText.\n")
    repository.commit()
    before = events(site)
    site.meeting("rada", title="Rada", starts="2026-02-12 11:00", held="cancelled", modified="2026-02-01")
    repository.commit()
    after = events(site)
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after["DTSTART"].dt.isoformat() == "2026-02-12T11:00:00+01:00" and after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"] and after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt


def events(site: Site) -> Any:
    """Return the event of the translated meeting."""
    published = Published(site, "feeds", other_languages=("en",))
    english = Catalogues(published.catalogue, published.settings).of("en")
    with standing_in(english.table):
        (own,) = [
            one
            for one in plan(english, published.settings)
            if isinstance(one, Publication) and "council" in one.address
        ]
        (event,) = Calendar.from_ical(own.made(NO_CACHE)).walk("VEVENT")
    return event


@pytest.mark.parametrize("own", [{}, {"lang": "pl"}])
def test_a_translation_in_the_language_of_its_original_is_told_as_that(site: Site, own: dict[str, Any]) -> None:
    """Its language was left out or is the wrong one; the original is there, and to look for it would not help."""
    site.post("wpis")
    site.post("post", translation="wpis", **own)
    problems = link(Settings(content=site.content, data=site.data)).problems
    assert [one.code for one in problems if one.severity == "error"] == ["same-language"]
