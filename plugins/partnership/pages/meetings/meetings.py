"""Meetings: those to come first, then the past ones; each with agenda, decisions and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.kinds.meetings import MEETINGS, days, is_over, when
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.lists import IconLink, ListOf, plan_list
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.pages.news.cards import Card, card, in_its_language
from partnership.pages.news.documents import document_head
from partnership.records.content import DocumentFrame, Meeting, MeetingFront, ReadableMeeting
from partnership.settings import Settings


class MeetingCard(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting in a list: ``when`` in words, ``state`` (planned, held, cancelled or empty) with ``state_name``."""

    card: Card
    when: str
    place: str
    state: str
    state_name: str
    group: Link | None = None


class MeetingView(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting on its page."""

    head: PageHead
    article: Article
    front: MeetingFront
    when: str
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
    cards = [meeting_card(catalogue, one) for one in past]
    yield from plan_list(_list(who), cards, settings.page_length, coming)
    yield from _plan_each(catalogue, who)


def _plan_each(catalogue: Catalogue, who: Publisher) -> Iterator[Item]:
    links = [Link(one.front.title, catalogue.document_addresses[one.path]) for one in catalogue.meetings]
    for place, meeting in enumerate(catalogue.meetings):
        newer = links[place - 1] if place else None
        older = links[place + 1] if place + 1 < len(links) else None
        yield _plan_one(catalogue, who, meeting, newer, older, True)
    for meeting in hidden_documents(catalogue, MEETINGS.name):
        yield _plan_one(catalogue, who, meeting, None, None, False)


def _plan_one(
    catalogue: Catalogue, who: Publisher, meeting: Meeting, newer: Link | None, older: Link | None, listed: bool
) -> Page:
    around = surroundings(catalogue, meeting)
    group = group_of(catalogue, meeting)
    upcoming = is_upcoming(meeting, catalogue.build_date)
    inputs = (who, catalogue.bodies.open(meeting), around, group, upcoming, newer, older, listed)
    return Page(around.address, MEETINGS.template, meeting_view, inputs, meeting.path)


def is_upcoming(meeting: DocumentFrame[MeetingFront], build_date: date) -> bool:
    """Tell whether a meeting is still to come, today's among them; one that was held is past whatever its date."""
    return not is_over(meeting.front, build_date)


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


def meeting_card(catalogue: Catalogue, meeting: Meeting) -> MeetingCard:
    """Return a meeting as lists show it."""
    front = meeting.front
    state = state_of(meeting, is_upcoming(meeting, catalogue.build_date))
    label = Link(front.category, "") if front.category else None
    shown = card(catalogue, meeting, label)
    return MeetingCard(
        card=shown,
        when=when(front),
        place=in_its_language(front.place or "", shown.lang),
        state=state,
        state_name=state_name(state),
        group=group_of(catalogue, meeting),
    )


def _list(who: Publisher) -> ListOf:
    """Return what the list of meetings says."""
    council = IconLink("users", _("Partners’ Council"), addresses.of("council"))
    calendar = IconLink("calendar", _("Calendar of meetings (ICS)"), addresses.of("calendar"))
    return ListOf.of_kind(
        MEETINGS.name,
        MEETINGS.words(who.region),
        shown="meeting",
        days=days(),
        calendar=calendar.address,
        links=(council, calendar),
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
    state = state_of(meeting, upcoming)
    told = when(front)
    about: tuple[structured.Thing, ...] = ()
    if front.place:
        event = structured.event(
            who,
            title=front.title,
            address=around.address,
            description=head_description(meeting, told),
            starts=front.starts,
            ends=front.ends,
            place=front.place,
            cancelled=state == "cancelled",
        )
        about = (event,)
    section = section_link(MEETINGS, who.region)
    return MeetingView(
        head=document_head(meeting, around, section, things=about, listed=listed, fallback=told),
        article=article(meeting, around),
        front=front,
        when=told,
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
