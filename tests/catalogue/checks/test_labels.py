"""Categories, topics and authors are written in one way."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.catalogue.checks.style import style_problems
from partnership.catalogue.linking import link
from partnership.language import set_language
from partnership.settings import Settings
from tests.support.site import Site


def post(site: Site, name: str, head: str, day: str = "2026-01-01") -> None:
    """Write a post with some lines more in its head."""
    site.write(f"content/news/2026/{name}.md", f"---\ntitle: T\ndate: {day}\nsummary: S.\n{head}\n---\nTekst.\n")


def alike(site: Site) -> list[tuple[str, int, str | None]]:
    """Return file, line and suggestion of the labels that are nearly another."""
    settings = Settings(content=site.content, data=site.data, build_date=date(2026, 2, 1))
    problems = style_problems(settings, link(settings).library)
    return [(one.path.rpartition("/")[2], one.line, one.suggestion) for one in problems if one.code == "alike"]


@pytest.mark.parametrize("line", ["category: %s", "author: %s", "tags: [inny, %s]"])
def test_a_label_one_letter_off_is_told(site: Site, line: str) -> None:
    """The rarer of the two is told; of two that are equally rare the newer one."""
    post(site, "a", line % "Serwis")
    post(site, "b", line % "Servis", "2026-01-02")
    assert alike(site) == [("b.md", 5, "Serwis")]
    post(site, "c", line % "Servis", "2026-01-03")
    assert alike(site) == [("a.md", 5, "Servis")]


@pytest.mark.parametrize(("right", "slip"), [("Praca", "Prca"), ("Jan Kowalski", "Jna Kowalski"), ("Kurs", "Kursy")])
def test_a_letter_less_and_letters_that_changed_places_are_told(site: Site, right: str, slip: str) -> None:
    """Short words are compared with those of five letters; two neighbours that changed places are one slip."""
    post(site, "a", f"author: {right}")
    post(site, "b", f"author: {slip}", "2026-01-02")
    assert alike(site) == [("b.md", 5, right)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Program 2025", "Program 2026"), ("PUP", "GUP"), ("Wydarzenia", "Ogłoszenia"), ("Raport", "Raporty roczne")],
)
def test_labels_that_differ_for_a_reason_are_left(site: Site, one: str, other: str) -> None:
    """Years, abbreviations and other words are no slips of the keyboard."""
    post(site, "a", f"category: {one}")
    post(site, "b", f"category: {other}")
    assert alike(site) == []


def test_no_message_shows_the_same_text_twice(site: Site) -> None:
    """What cannot be seen is settled; a letter of another alphabet and two spaces are named."""
    set_language("en")
    for name, label in (("a", "Kraków"), ("b", "Krako\u0301w"), ("c", "Кraków"), ("d", "Kra\u00adków")):
        post(site, name, f"category: {label}")
    post(site, "e", "tags: [Rynek pracy, Rynek\u00a0pracy, Rynek  pracy]")
    problems = list(link(Settings(content=site.content, data=site.data)).problems)
    assert [one.path.rpartition("/")[2] for one in problems] == ["c.md", "e.md"]
    assert "CYRILLIC" in problems[0].message and "two spaces" in problems[1].message


def test_a_label_without_letters_names_its_field(site: Site) -> None:
    """The message says which field it is about."""
    post(site, "a", "category: '!!!'")
    (problem,) = link(Settings(content=site.content, data=site.data)).problems
    assert (problem.line, problem.code) == (5, "bad-label") and "category" in problem.message
