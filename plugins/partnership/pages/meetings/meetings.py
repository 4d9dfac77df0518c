"""Meetings: those to come first, then the past ones; each with agenda, decisions and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import FeedLink, Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.language import _, ngettext
from partnership.locales import formats
from partnership.pages.common import structured
from partnership.pages.common.paging import headed, neighbour, numbered, pages_of
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.pages.news.cards import Card, card, in_its_language
from partnership.pages.news.reports import Place
from partnership.records.content import DocumentFrame, Meeting, MeetingFront, ReadableMeeting
from partnership.records.fields import Moment
from partnership.settings import Settings


class MeetingCard(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting in a list: ``when`` in words, ``state`` (planned, held, cancelled or empty) with ``state_name``."""

    card: Card
    when: str
    place: str
    state: str
    state_name: str
    group: Link | None = None


class MeetingListView(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the list of meetings; ``upcoming`` stands on the section's own page only."""

    head: PageHead
    heading: str
    intro: str
    upcoming: tuple[MeetingCard, ...]
    past: tuple[MeetingCard, ...]
    newer: Link | None
    older: Link | None
    feeds: tuple[FeedLink, ...]
    calendar: str
    council: Link


class MeetingView(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting on its page."""

    head: PageHead
    article: Article
    when: str
    starts: Moment
    ends: Moment | None
    place: str
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]
    participants: tuple[str, ...]
    group: Link | None
    state: str
    state_name: str
    upcoming: bool
    calendar: str
    newer: Link | None
    older: Link | None


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of meetings and the page of each meeting, hidden ones too."""
    who = structured.publisher(settings)
    upcoming, past = upcoming_and_past(catalogue)
    coming = tuple(meeting_card(catalogue, one) for one in upcoming)
    for one in pages_of(past, settings.page_length, addresses.of("meetings")):
        cards = tuple(meeting_card(catalogue, meeting) for meeting in one.items)
        place: Place = (one.address, one.number, one.newer, one.older)
        inputs = (who, place, coming if one.number is None else (), cards)
        yield Page(one.address, "pages/meeting-list.html", meeting_list, inputs)
    yield from _plan_each(catalogue, who)


def _plan_each(catalogue: Catalogue, who: Publisher) -> Iterator[Item]:
    links = [Link(one.front.title, catalogue.document_addresses[one.path]) for one in catalogue.meetings]
    for place, meeting in enumerate(catalogue.meetings):
        newer = links[place - 1] if place else None
        older = links[place + 1] if place + 1 < len(links) else None
        yield _plan_one(catalogue, who, meeting, newer, older, True)
    for meeting in hidden_documents(catalogue, "meetings"):
        yield _plan_one(catalogue, who, meeting, None, None, False)


def _plan_one(
    catalogue: Catalogue, who: Publisher, meeting: Meeting, newer: Link | None, older: Link | None, listed: bool
) -> Page:
    around = surroundings(catalogue, meeting)
    group = group_of(catalogue, meeting)
    upcoming = is_upcoming(meeting, catalogue.build_date)
    inputs = (who, catalogue.bodies.open(meeting), around, group, upcoming, newer, older, listed)
    return Page(around.address, "pages/meeting.html", meeting_view, inputs, meeting.path)


def is_upcoming(meeting: DocumentFrame[MeetingFront], build_date: date) -> bool:
    """Tell whether a meeting is still to come, today's among them; one that was held is past whatever its date."""
    last = meeting.front.ends or meeting.front.starts
    return meeting.front.held != "held" and last.day >= build_date


def upcoming_and_past(catalogue: Catalogue) -> tuple[tuple[Meeting, ...], tuple[Meeting, ...]]:
    """Return the meetings to come, the next one first, and the past ones, the latest first."""
    upcoming = tuple(one for one in reversed(catalogue.listed_meetings) if is_upcoming(one, catalogue.build_date))
    return upcoming, tuple(one for one in catalogue.listed_meetings if not is_upcoming(one, catalogue.build_date))


def state_of(meeting: DocumentFrame[MeetingFront], upcoming: bool) -> str:
    """Return what became of a meeting: planned, held, cancelled, or nothing where nobody wrote it down."""
    if meeting.front.held in ("held", "cancelled"):
        return meeting.front.held
    return "planned" if upcoming else ""


def state_name(state: str) -> str:
    """Return the state in words."""
    return {"planned": _("planned"), "held": _("held"), "cancelled": _("cancelled")}.get(state, "")


def group_of(catalogue: Catalogue, meeting: Meeting) -> Link | None:
    """Return the working group that meets."""
    for group in catalogue.groups:
        if group.id == meeting.front.group:
            return Link(group.name, addresses.group(group.id))
    return None


def when(starts: Moment, ends: Moment | None) -> str:
    """Return when a meeting takes place, in words, with the hour where it is known."""
    first = starts.at if starts.timed else starts.day
    last = None if ends is None else ends.at if ends.timed else ends.day
    return formats.event_time(first, last)


def meeting_card(catalogue: Catalogue, meeting: Meeting) -> MeetingCard:
    """Return a meeting as lists show it."""
    front = meeting.front
    state = state_of(meeting, is_upcoming(meeting, catalogue.build_date))
    label = Link(front.category, "") if front.category else None
    shown = card(catalogue, meeting, label)
    return MeetingCard(
        card=shown,
        when=when(front.starts, front.ends),
        place=in_its_language(front.place or "", shown.lang),
        state=state,
        state_name=state_name(state),
        group=group_of(catalogue, meeting),
    )


def meeting_list(
    who: Publisher, place: Place, upcoming: tuple[MeetingCard, ...], past: tuple[MeetingCard, ...]
) -> MeetingListView:
    """Return the view of one page of the list of meetings."""
    _address, number, newer, older = place
    top = section_link("meetings")
    heading = headed(top.title, number)
    trail = () if number is None else (top,)
    intro = _("Meetings of the Partners’ Council, of working groups and other events: agenda, decisions, materials.")
    feeds = feed_links(top.title, addresses.of("meetings"))
    newer_title = _("Latest meetings") if newer == 0 else _("Later meetings (page %(number)d)", number=newer or 0)
    return MeetingListView(
        head=PageHead(
            title=heading,
            description=numbered(intro, number),
            trail=trail,
            section=addresses.of("meetings"),
            feeds=feeds,
        ),
        heading=heading,
        intro=intro if number is None else "",
        upcoming=upcoming,
        past=past,
        newer=neighbour(addresses.of("meetings"), newer_title, newer),
        older=neighbour(addresses.of("meetings"), _("Earlier meetings (page %(number)d)", number=older or 0), older),
        feeds=feeds,
        calendar=addresses.of("calendar"),
        council=Link(_("Partners’ Council"), addresses.of("council")),
    )


def meeting_view(
    who: Publisher,
    meeting: ReadableMeeting,
    around: RelatedContent,
    group: Link | None,
    upcoming: bool,
    newer: Link | None,
    older: Link | None,
    listed: bool,
) -> MeetingView:
    """Return the view of a meeting."""
    front = meeting.front
    trail = (section_link("meetings"),)
    state = state_of(meeting, upcoming)
    told = when(front.starts, front.ends)
    text = head_description(meeting, told)
    about: tuple[structured.Thing, ...] = ()
    if front.place:
        event = structured.event(
            who,
            title=front.title,
            address=around.address,
            description=text,
            starts=front.starts,
            ends=front.ends,
            place=front.place,
            cancelled=state == "cancelled",
        )
        about = (event,)
    return MeetingView(
        head=PageHead(
            title=front.title,
            description=text,
            trail=trail,
            section=addresses.of("meetings"),
            feeds=feed_links(section_link("meetings").title, addresses.of("meetings")),
            json_ld=about,
            kind="article",
            modified=head_modified(meeting),
            image=head_image(around),
            listed=listed,
            translations=head_translations(meeting, around),
        ),
        article=article(meeting, around),
        when=told,
        starts=front.starts,
        ends=front.ends,
        place=front.place or "",
        agenda=front.agenda,
        decisions=front.decisions,
        participants=participants(front.participants),
        group=group,
        state=state,
        state_name=state_name(state),
        upcoming=upcoming and state != "cancelled",
        calendar=addresses.meeting_calendar(around.address) if listed else "",
        newer=newer,
        older=older,
    )


def participants(value: str | int | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return who took part, as one or more entries; a bare number becomes „47 osób”."""
    if value is None:
        return ()
    if isinstance(value, int):
        return (ngettext("%(num)d person", "%(num)d people", value),)
    return (value,) if isinstance(value, str) else value
