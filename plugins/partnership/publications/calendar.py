"""Calendars of meetings: one of all, one for each working group.

And one for each meeting to take into one's own calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Publication
from partnership.items.wording import shortened
from partnership.language import _
from partnership.locales.marks import unmarked
from partnership.polish.folding import fold
from partnership.publications.zone_rules import rules_of_zone
from partnership.records.content import Meeting
from partnership.records.fields import Moment
from partnership.settings import Settings
from partnership.subscriptions.entries import clean, one_line
from partnership.subscriptions.history import versions

NO_YEAR: Final = 2000
"""Year for which a calendar without meetings tells its time zone."""
REFRESH: Final = timedelta(hours=12)
"""How often a calendar that somebody follows is asked for again."""
_WEB: Final = re.compile(r"https://[^\s<>\"]+")


class CalendarAbout(msgspec.Struct, frozen=True, kw_only=True):
    """What all calendars of a site share: its address, the id of what made them, the name of its time zone."""

    site_url: str
    product: str
    zone: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting in a calendar.

    ``sequence`` grows with each change of the meeting's file, ``stamp`` is its last change.
    """

    uid: str
    title: str
    url: str
    starts: Moment
    ends: Moment | None
    place: str
    online: str = ""
    description: str
    categories: tuple[str, ...]
    state: str
    created: Moment
    stamp: Moment
    sequence: int


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan all calendars."""
    counted = versions(settings.content, "meetings", settings.cache)
    events = {}
    for one in catalogue.listed_meetings:
        original = catalogue.original(one)
        changes = [counted.get(file.stem) for file in (one, original) if file is not None]
        known = sum(filter(None, changes)) if any(times is not None for times in changes) else None
        events[one.path] = make_event(one, catalogue.bodies.opening(one), settings, known, original)
    site_url = settings.site_url
    title = _("Meetings – %(site)s", site=settings.profile.name)
    about = CalendarAbout(
        site_url=site_url, product=product_id(settings.profile.name, catalogue.lang), zone=settings.profile.time_zone
    )
    yield _calendar(addresses.of("calendar"), title, about, (events[one.path] for one in catalogue.listed_meetings))
    for group in catalogue.groups:
        meetings = catalogue.group_meetings.get(group.id, ())
        name = f"{group.name} – {settings.profile.name}"
        yield _calendar(addresses.group_calendar(group.id), name, about, (events[one.path] for one in meetings))
    for meeting in catalogue.meetings:
        event = events[meeting.path]
        yield _calendar(addresses.meeting_calendar(addresses.document(meeting)), event.title, about, (event,))


def _calendar(address: str, title: str, about: CalendarAbout, events: Iterable[Event]) -> Publication:
    return Publication(address, make_calendar, (title, address, about, tuple(events)))


def product_id(name: str, lang: str) -> str:
    """Return what made a site's calendars, in ASCII between slashes as iCalendar wants it."""
    product = fold(_("calendar of meetings")).capitalize()
    return (
        f"-//{_ascii(fold(unmarked(name)).title()) or 'Partnership'}//{_ascii(product) or 'Meetings'}//{lang.upper()}"
    )


def _ascii(text: str) -> str:
    return " ".join("".join(char for char in text if char.isascii() and (char.isalnum() or char in " -")).split())


def make_event(
    meeting: Meeting, opening: str, settings: Settings, changes: int | None, original: Meeting | None = None
) -> Event:
    """Return a meeting as an event.

    ``opening`` is its first paragraph; ``changes`` is how often its file has been changed, None when no history tells.
    What a translation says of time and place it has from its ``original``, and changes with it.
    """
    front = meeting.front
    changed = front.modified or front.date
    if original is not None:
        changed = max(changed, original.front.modified or changed)
    # Without a history the days between announcement and last change grow with every change that the editor dated.
    sequence = changes if changes is not None else max(0, (changed.day - front.date.day).days)
    lines = [front.summary or shortened(opening, 400)]
    if front.agenda:
        lines.append("\n".join([_("Agenda"), *(f"– {one}" for one in front.agenda)]))
    url = settings.site_url + addresses.document(meeting)
    lines.append(url)
    return Event(
        uid=f"meetings/{meeting.stem}@{settings.profile.feed_authority}",
        title=one_line(front.title),
        url=url,
        starts=front.starts,
        ends=front.ends,
        place=one_line(front.place or ""),
        online=_online(front.place or ""),
        description="\n\n".join(clean(line) for line in lines if line),
        categories=tuple(one_line(one) for one in ((front.category,) if front.category else ()) + front.tags),
        state="CANCELLED" if front.held == "cancelled" else "CONFIRMED",
        created=front.date,
        stamp=changed,
        sequence=sequence,
    )


def _online(place: str) -> str:
    """Return the address at which a meeting is held, where its place names one."""
    found = _WEB.search(place)
    return found[0].rstrip(".,;:!?)") if found else ""


def make_calendar(title: str, address: str, about: CalendarAbout, events: tuple[Event, ...]) -> bytes:
    """Return the calendar of events as iCalendar."""
    from icalendar import Calendar, vDuration, vText

    calendar = Calendar()
    calendar.add("prodid", about.product)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(one_line(title)))
    calendar.add("name", vText(one_line(title)))
    calendar.add("x-wr-timezone", about.zone)
    calendar.add("url", about.site_url + address)
    calendar.add("source", about.site_url + address, parameters={"VALUE": "URI"})
    # The standard's name and the one that older clients read: whoever subscribes asks again after so long.
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    years = [moment.year for event in events for moment in (event.starts, event.ends) if moment is not None]
    if not events:
        # A calendar without any part is invalid, and clients then refuse to follow it.
        calendar.add_component(rules_of_zone(about.zone, NO_YEAR, NO_YEAR))
    elif any(event.starts.timed for event in events):
        calendar.add_component(rules_of_zone(about.zone, min(years), max(years)))
    for event in sorted(events, key=lambda one: (one.starts.at, one.uid)):
        calendar.add_component(_event(event))
    made: bytes = calendar.to_ical()
    return made


def _event(event: Event) -> Any:
    from icalendar import Event as Component

    made = Component()
    made.add("uid", event.uid)
    made.add("dtstamp", event.stamp.at.astimezone(UTC))
    made.add("created", event.created.at.astimezone(UTC))
    made.add("last-modified", event.stamp.at.astimezone(UTC))
    made.add("sequence", event.sequence)
    made.add("summary", _("Cancelled: %(title)s", title=event.title) if event.state == "CANCELLED" else event.title)
    made.add("status", event.state)
    for name, value in when(event.starts, event.ends).items():
        made.add(name, value)
    # A whole day says when something is, not that somebody has no time from midnight to midnight.
    made.add("transp", "OPAQUE" if event.starts.timed else "TRANSPARENT")
    if event.place:
        made.add("location", event.place)
    if event.online:
        made.add("conference", event.online, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    made.add("description", event.description)
    if event.categories:
        made.add("categories", list(event.categories))
    made.add("url", event.url)
    return made


def when(starts: Moment, ends: Moment | None) -> dict[str, date | datetime]:
    """Return start and end as calendars count them: a whole day ends with the next one."""
    if not starts.timed:
        last = ends.day if ends is not None else starts.day
        return {"dtstart": starts.day, "dtend": max(last, starts.day) + timedelta(days=1)}
    if ends is None or ends.at <= starts.at:
        return {"dtstart": starts.at}
    if ends.timed:
        return {"dtstart": starts.at, "dtend": ends.at}
    return {"dtstart": starts.at, "dtend": (ends.at + timedelta(days=1)).replace(hour=0, minute=0)}
