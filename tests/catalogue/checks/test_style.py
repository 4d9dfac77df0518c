"""Warnings on wording and age: each where it is due, none where the text is right, and none that stops anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from partnership.catalogue.checks import style
from partnership.catalogue.checks.future_days import check_future_days
from partnership.catalogue.checks.style import style_problems
from partnership.catalogue.checks.wording import _blanked
from partnership.catalogue.linking import link
from partnership.catalogue.places import Places
from partnership.catalogue.review import due_day
from partnership.language import set_language
from partnership.problems import ProblemList
from partnership.settings import PROJECT, Settings, today
from partnership.settings_file import read_settings
from tests.support.site import COUNTIES, Site

Told = tuple[str, int, int]
LONG = "Słowo " * 41 + "."


@pytest.fixture(autouse=True)
def polish() -> Iterator[None]:
    """Sample sentences are recognised in the site's language."""
    set_language("en")
    yield
    set_language("en")


def told(site: Site) -> list[Told]:
    """Return (code, line, column) of every warning on wording and age."""
    settings = Settings(content=site.content, data=site.data, build_date=date(2026, 3, 1))
    linked = link(settings)
    assert not linked.problems.errors, [one.as_text() for one in linked.problems]
    found = style_problems(settings, linked.library)
    assert all(one.severity == "warning" for one in found)
    return [(one.code, one.line, one.column) for one in found]


def post(body: str = "Treść.", **front: Any) -> Callable[[Site], object]:
    """Return what writes a post with a summary; its text begins in line 7."""
    return lambda site: site.post(body=body, **{"summary": "Krótko."} | front)


def meeting(**front: Any) -> Callable[[Site], object]:
    """Return what writes a meeting of 10 February 2026 with a summary, its ``starts`` in line 4."""
    return lambda site: site.meeting(**({"summary": "Krótko.", "date": "2026-01-10"} | front))


CASES: dict[str, tuple[Callable[[Site], object], list[Told]]] = {
    "right": (post("Zdanie.\n\n## Jeden\n\n### Dwa\n\nWięcej w [raporcie](/raporty/)."), []),
    "long title": (post(title="Tytuł " * 14), [("long-title", 2, 8)]),
    "shouted title": (post(title="WAŻNA ZMIANA"), [("capitals", 2, 8)]),
    "no small letters in Arabic": (post(title="سوق العمل المحلي اليوم"), []),
    "no small letters in Hebrew": (post(title="שוק העבודה היום"), []),
    "no small letters in Chinese": (post(title="劳动力市场 就业服务机构"), []),
    "one capital word": (post(title="EURES pomaga"), []),
    "no summary": (lambda s: s.post(), [("missing-summary", 2, 1)]),
    "no summary of a draft": (lambda s: s.post(state="draft"), []),
    "skipped level": (post("## Jeden\n\n#### Cztery"), [("heading-order", 9, 1)]),
    "first level": (post("### Trzy"), [("heading-order", 7, 1)]),
    "code is no heading": (post("```\n### Trzy\nABCD\n```"), []),
    "empty link": (post("Zapisz się [tutaj](/kontakt/)."), [("link-text", 7, 13)]),
    "no words": (post("Zob. [ ](/kontakt/)."), [("link-text", 7, 6)]),
    "no target": (post("Zob. [kontakt]()."), [("no-target", 7, 6)]),
    "click": (post("[Kliknij tutaj.](/kontakt/)"), [("link-text", 7, 2)]),
    "capitals": (post("To jest BARDZO WAŻNA SPRAWA dziś."), [("capitals", 7, 9)]),
    "abbreviation": (post("Zapytaj w FGŚP o pomoc. FGŚP odpowie."), [("abbreviation", 7, 11)]),
    "explained": (post("Fundusz Gwarantowanych Świadczeń (FGŚP) pomaga. FGŚP odpowie."), []),
    "known abbreviation": (post("GUS podał liczby w pliku CSV, rozdział XII."), []),
    "abbreviation of an institution": (lambda s: (s.institution(short_name="CKZ Bochnia"), post("Pyta CKZ.")(s)), []),
    "long sentence": (post(f"Krótko. {LONG}"), [("long-sentence", 7, 9)]),
    "two short ones": (post(" ".join(["słowo"] * 30) + ". " + "Inne " * 30 + "."), []),
    "table": (post(f"| a |\n| --- |\n| {LONG} |"), []),
    "English is not judged": (post(f"{LONG} ABCD", lang="en"), []),
    "same caption": (
        lambda s: (
            s.write("content/media/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
            post(image={"src": "../media/a.svg", "alt": "Wykres", "caption": "Wykres"})(s),
        ),
        [("same-caption", 8, 12)],
    ),
    "sample": (post("Tu dalszy tekst."), [("template-text", 7, 1)]),
    "overdue": (
        lambda s: s.institution(verified=date(2025, 1, 31), review_after_months=13),
        [("overdue-review", 6, 11)],
    ),
    "confirmed tomorrow": (lambda s: s.institution(verified=date(2026, 3, 2)), [("future-day", 6, 11)]),
    "confirmed today": (lambda s: s.institution(verified=date(2026, 3, 1)), []),
    "not yet": (lambda s: s.institution(verified=date(2025, 2, 1), review_after_months=13), []),
    "withdrawn": (lambda s: s.institution(verified=date(2020, 1, 1), review_after_months=1, status="withdrawn"), []),
    "expired": (lambda s: s.offer(valid_until=date(2026, 2, 28)), [("expired-offer", 3, 14)]),
    "valid": (lambda s: s.offer(valid_until=date(2026, 3, 1)), []),
    "institution exchanged": (lambda s: s.institution(latitude=20.43, longitude=49.97), [("misplaced", 6, 11)]),
    "institution far away": (lambda s: s.institution(latitude=59.97, longitude=20.43), [("misplaced", 6, 11)]),
    "institution at its seat": (lambda s: s.institution(latitude=49.97, longitude=20.43), []),
    "planned and past": (meeting(held="planned"), [("past-event", 6, 7)]),
    "nobody says whether it was held": (meeting(), [("past-event", 4, 9)]),
    "held": (meeting(held="held"), []),
    "cancelled": (meeting(held="cancelled"), []),
    "of today": (meeting(held="planned", starts=date(2026, 3, 1)), []),
    "not over": (meeting(held="planned", ends=date(2026, 3, 2)), []),
    "over since yesterday": (meeting(held="planned", ends=date(2026, 2, 28)), [("past-event", 6, 7)]),
    "a draft of a meeting": (meeting(held="planned", state="draft"), []),
}


def test_a_county_is_told_at_its_latitude(site: Site) -> None:
    """The one that lies elsewhere, with what is meant."""
    first, *others = COUNTIES
    site.write_yaml("data/counties.yaml", [first | {"latitude": 20.43, "longitude": 49.969}, *others])
    settings = Settings(content=site.content, data=site.data, build_date=date(2026, 3, 1))
    (found,) = style_problems(settings, link(settings).library)
    assert (found.code, found.line, found.column) == ("misplaced", 10, 13)
    assert found.hint == "write latitude 49.969 and longitude 20.43"


def test_a_translation_leaves_it_to_its_original_that_the_day_has_passed(site: Site) -> None:
    """Facts of both stand in one file, where alone they can be mended."""
    meeting(held="planned")(site)
    site.meeting("meeting", "Minutes.", title="Meeting", lang="en", translation="spotkanie", summary="Short.")
    assert [code for code, _line, _column in told(site)] == ["past-event"]


@pytest.mark.parametrize("case", CASES)
def test_warnings(site: Site, case: str) -> None:
    """Each weakness is told once, at its place."""
    arrange, expected = CASES[case]
    arrange(site)
    assert told(site) == expected


def test_old_figures_are_told_at_their_indicator(site: Site) -> None:
    """An indicator whose newest figure is older than three years is told; a newer one of another county is enough."""
    indicator = {"id": "x", "name": "X", "unit": "%", "decimals": 1, "better": "lower", "definition": "X."}
    site.write_yaml("data/indicators.yaml", [indicator])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    head = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"
    site.write("data/figures/x.csv", f"{head}1201,x,,2022,5,,gus,2026-01-01\n")
    assert told(site) == [("old-figure", 1, 3)]
    site.write("data/figures/x.csv", f"{head}1201,x,,2022,5,,gus,2026-01-01\n1202,x,,2023,5,,gus,2026-01-01\n")
    assert told(site) == []


@pytest.mark.parametrize(
    ("arrange", "places"),
    [
        (lambda s: s.post(verified=date(2026, 3, 2), summary="Krótko."), [(4, 11)]),
        (lambda s: s.offer(sites=[{"name": "Hala", "area_ha": 1.5, "updated": "2026-03-02"}]), [(6, 12)]),
        (lambda s: s.write_yaml("data/accessibility.yaml", {"reviewed": "2027-01-01"}), [(1, 11)]),
    ],
)
def test_a_day_to_come_is_told_wherever_it_stands(
    site: Site, arrange: Callable[[Site], object], places: list[tuple[int, int]]
) -> None:
    """In a text, in a part of a record and in a file that a site has once."""
    arrange(site)
    assert [(line, column) for code, line, column in told(site) if code == "future-day"] == places


def test_a_day_to_come_is_told_once_in_a_table_and_in_a_translation_not_at_all(site: Site) -> None:
    """Of a table the first row; a translation has the day of its original, where alone it can be mended."""
    indicator = {"id": "x", "name": "X", "unit": "%", "decimals": 1, "better": "lower", "definition": "X."}
    site.write_yaml("data/indicators.yaml", [indicator])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    head = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"
    rows = "".join(f"{code},x,,2025,5,,gus,2026-03-0{day}\n" for code, day in (("1201", 1), ("1202", 2), ("1261", 3)))
    site.write("data/figures/x.csv", head + rows)
    site.post("a", summary="Krótko.", verified=date(2026, 3, 2))
    site.post("a-en", summary="Short.", lang="en", translation="a")
    found = [(line, column) for code, line, column in told(site) if code == "future-day"]
    assert found == [(5, 11), (3, 21)]


def test_a_review_that_is_due_is_told_at_the_original_alone(site: Site) -> None:
    """A translation takes the day over and has no line of its own to mend."""
    site.post("a", summary="Krótko.", verified=date(2024, 3, 2), review_after_months=1)
    site.post("a-en", summary="Short.", lang="en", translation="a")
    assert [code for code, _line, _column in told(site)] == ["overdue-review"]


def test_large_pictures(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that no reader needs in its size is told."""
    path = site.content / "media" / "a.png"
    path.parent.mkdir()
    Image.new("RGB", (20, 20)).save(path)
    assert told(site) == []
    monkeypatch.setattr(style, "LARGEST_PICTURE", 10)
    assert told(site) == [("large-picture", 1, 1)]


@pytest.mark.parametrize(
    ("verified", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 12, 1), 12, date(2026, 12, 1)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
    ],
)
def test_due_day(verified: date, months: int, due: date) -> None:
    """Months are counted by the calendar; a day that a month lacks becomes its last."""
    assert due_day(verified, months) == due


def test_real_content_has_hardly_any_warnings() -> None:
    """The site's own texts keep the rules: otherwise nobody would look at warnings any more."""
    settings = replace(read_settings(PROJECT / "pelicanconf.py"), build_date=date(2026, 3, 1))
    library = link(settings).library
    # On that day much of what was found out since lay ahead; on the day of the test nothing may.
    found = [one.as_text() for one in style_problems(settings, library) if one.code != "future-day"]
    assert len(found) <= 3, "\n".join(found)
    problems = ProblemList()
    check_future_days(library, Places(settings.content, settings.data, problems), today())
    assert not list(problems), "\n".join(one.as_text() for one in problems)


def test_files_that_vanish_are_passed_over(site: Site, tmp_path: Path) -> None:
    """A text that is gone since it was read has no wording to judge."""
    file = site.post(summary="Krótko.")
    settings = Settings(content=site.content, data=site.data, build_date=date(2026, 3, 1))
    linked = link(settings)
    file.unlink()
    assert style_problems(settings, linked.library) == []


@pytest.mark.parametrize("mark", ["[", "![a](", "<a ", "`"])
def test_marks_that_never_close_are_read_to_the_end(mark: str) -> None:
    """A line of a hundred thousand signs keeps its length: what was blanked stands where the words stood."""
    line = mark * (100_000 // len(mark))
    assert len(_blanked(line)) == len(line)
