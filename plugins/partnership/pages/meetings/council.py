"""The Partners’ Council: what it is for, who sits in it, when it meets next and what it decided before."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.meetings.meetings import MeetingCard, is_upcoming, meeting_card
from partnership.pages.news.articles import Article
from partnership.pages.news.cards import foreign, in_its_language
from partnership.records.content import Meeting
from partnership.settings import Settings


class CouncilMember(msgspec.Struct, frozen=True, kw_only=True):
    """A partner with a seat in the Council."""

    name: str
    address: str
    role: str


class CouncilView(msgspec.Struct, frozen=True, kw_only=True):
    """The Council on its page; ``decided`` are past meetings with their decisions."""

    head: PageHead
    article: Article
    members: tuple[CouncilMember, ...]
    upcoming: tuple[MeetingCard, ...]
    past: tuple[tuple[MeetingCard, tuple[str, ...]], ...]
    calendar: str
    groups: Link
    join: Link


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the Council's page."""
    meetings = [one for one in catalogue.listed_meetings if _of_council(catalogue, one)]
    upcoming = tuple(
        meeting_card(catalogue, one) for one in reversed(meetings) if is_upcoming(one, catalogue.build_date)
    )
    past = tuple(
        (meeting_card(catalogue, one), _decisions(one))
        for one in meetings
        if not is_upcoming(one, catalogue.build_date)
    )
    members = tuple(
        CouncilMember(name=institution.name, address=addresses.partner(partner.id), role=partner.council.role or "")
        for partner in catalogue.partners
        if partner.council and partner.council.member and (institution := catalogue.briefs.get(partner.institution))
    )
    text = page_text(catalogue, addresses.slug_of("council"))
    inputs = (text, members, upcoming, past)
    yield Page(addresses.of("council"), "pages/council.html", council_view, inputs, text.source)


def _of_council(catalogue: Catalogue, meeting: Meeting) -> bool:
    """Tell whether a meeting is one of the Council, by its category in its own language."""
    table = catalogue.table.site.table_of(meeting.front.lang)
    return slug(meeting.front.category or "") == table.slug_of("council")


def _decisions(meeting: Meeting) -> tuple[str, ...]:
    lang = foreign(meeting.front.lang)
    return tuple(in_its_language(one, lang) for one in meeting.front.decisions)


def council_view(
    text: Text,
    members: tuple[CouncilMember, ...],
    upcoming: tuple[MeetingCard, ...],
    past: tuple[tuple[MeetingCard, tuple[str, ...]], ...],
) -> CouncilView:
    """Return the view of the Council's page."""
    trail = (Link(_("Meetings"), addresses.of("meetings")),)
    return CouncilView(
        head=page_head(text, addresses.of("council"), section=addresses.of("meetings"), trail=trail),
        article=text_article(text),
        members=members,
        upcoming=upcoming,
        past=past,
        calendar=addresses.of("calendar"),
        groups=Link(_("Working groups"), addresses.of("groups")),
        join=Link(_("How to join the Council"), addresses.of("join")),
    )
