"""Calendars: stable ids, growing sequence, cancelled meetings, Warsaw's time, and lines as the standard wants them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from partnership.locales.marks import marked
from partnership.publications.calendar import CalendarAbout, Event, make_calendar, product_id
from partnership.records.fields import Moment
from partnership.time_zone import site_zone
from tests.support.publications import Published, Repository
from tests.support.searches import examples
from tests.support.site import Site

ALL = "/spotkania/kalendarz.ics"


def events(data: bytes) -> list[Any]:
    """Return the events of a calendar after checking its lines: CRLF, at most 75 octets."""
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    calendar: Any = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["METHOD"] == "PUBLISH"
    return list(calendar.walk("VEVENT"))


def test_meetings_stand_in_the_calendars_of_all_of_the_group_and_of_their_own(site: Site) -> None:
    """One meeting, three calendars, one id."""
    site.working_group("kadry")
    site.meeting("a", group="kadry")
    site.meeting("b")
    published = Published(site, "calendar")
    assert len(events(published.bytes(ALL))) == 2
    group = events(published.bytes("/grupy-robocze/kadry/kalendarz.ics"))
    own = events(published.bytes("/spotkania/a/spotkanie.ics"))
    assert [one["UID"] for one in group] == [one["UID"] for one in own] == ["meetings/a@partnership.example"]


def test_times_are_warsaws_and_days_are_whole(site: Site) -> None:
    """A meeting with hours names the zone, whose rules come along; one without is a day that ends with the next."""
    site.meeting("a", starts="2026-07-10 10:00", ends="2026-07-10 12:30")
    site.meeting("b", starts="2026-02-10", ends="2026-02-11")
    published = Published(site, "calendar")
    text = published.text(ALL)
    assert "BEGIN:VTIMEZONE" in text and "DTSTART;TZID=Europe/Warsaw:20260710T100000" in text
    day, hours = events(published.bytes(ALL))
    assert hours.decoded("DTSTART").astimezone(site_zone()) == datetime(2026, 7, 10, 10, tzinfo=site_zone())
    assert (day.decoded("DTSTART"), day.decoded("DTEND")) == (date(2026, 2, 10), date(2026, 2, 12))
    assert "VTIMEZONE" not in published.text("/spotkania/b/spotkanie.ics")


def test_a_cancelled_meeting_stays_and_says_so(site: Site) -> None:
    """Subscribers' programs must learn of it, so it is never simply gone."""
    site.meeting("a", title="Rada", held="cancelled")
    event = events(Published(site, "calendar").bytes(ALL))[0]
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "Odwołane: Rada")


def test_the_sequence_grows_with_each_change_in_the_history(site: Site) -> None:
    """The first version is 0; every commit that changes the file adds one, and a new domain or title keeps the id."""
    repository = Repository(site)
    site.meeting("a")
    repository.commit()
    first = events(Published(site, "calendar").bytes(ALL))[0]
    site.meeting("a", starts="2026-02-12 10:00", title="Inny tytuł")
    repository.commit()
    second = events(Published(site, "calendar", site_url="https://inna.example").bytes(ALL))[0]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert first["UID"] == second["UID"]


def test_without_a_history_the_dates_tell_the_sequence(site: Site) -> None:
    """Days between the announcement and the last change that the editor dated."""
    site.meeting("a", date="2026-01-10", modified="2026-01-13")
    event = events(Published(site, "calendar").bytes(ALL))[0]
    assert event["SEQUENCE"] == 3
    assert event.decoded("DTSTAMP").date() == date(2026, 1, 12)  # midnight in Warsaw, told in UTC


def test_a_site_without_meetings_has_an_empty_calendar(site: Site) -> None:
    """Valid, with a name and without an event."""
    assert events(Published(site, "calendar").bytes(ALL)) == []


@examples(40)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120))
def test_any_text_survives_folding_and_escaping(text: str) -> None:
    """Commas, semicolons, emoji and long lines come back as they were."""
    about = CalendarAbout(site_url="https://x.example", product="-//X//Y//PL", zone="Europe/Warsaw")
    moment = Moment.parse("2026-02-10 10:00")
    event = Event(
        uid="meetings/a@x", title=text, url="https://x.example/", starts=moment, ends=None, place=text,
        description=text,
        categories=(), state="CONFIRMED", created=moment, stamp=moment, sequence=0,
    )  # fmt: skip
    read = events(make_calendar("Spotkania", "/k.ics", about, (event,)))[0]
    assert str(read["SUMMARY"]) == text
    assert str(read["LOCATION"]) == text


def test_what_clients_want_of_a_calendar_they_follow(site: Site) -> None:
    """How often to ask again, whole days that block nobody's time, and where to join a meeting held online."""
    site.meeting("rada", starts="2026-03-20", place="Kraków")
    site.meeting("zdalna", starts="2026-04-20 10:00", place="Online, https://spotkania.example/rada?a=1.")
    calendar = Calendar.from_ical(Published(site, "calendar").bytes("/spotkania/kalendarz.ics"))
    assert calendar["REFRESH-INTERVAL"].to_ical() == calendar["X-PUBLISHED-TTL"].to_ical() == b"PT12H"
    whole, timed = calendar.walk("VEVENT")
    assert (whole["TRANSP"], timed["TRANSP"]) == ("TRANSPARENT", "OPAQUE")
    assert timed["CONFERENCE"] == "https://spotkania.example/rada?a=1"
    assert "CONFERENCE" not in whole


def test_a_calendar_without_meetings_is_valid(site: Site) -> None:
    """A working group that has not met yet has one that clients accept: it holds its time zone."""
    site.working_group("kadry")
    for address in ("/grupy-robocze/kadry/kalendarz.ics", "/spotkania/kalendarz.ics"):
        calendar = Calendar.from_ical(Published(site, "calendar").bytes(address))
        assert [one.name for one in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_name_in_another_language_stands_in_the_product_without_its_mark() -> None:
    """What made a calendar is named as it is written: no code of its language runs into the first word."""
    plain = product_id("Alianza Ñandú", "en")
    assert product_id(marked("Alianza Ñandú", "es"), "en") == plain and plain.startswith("-//Alianza Nandu//")
