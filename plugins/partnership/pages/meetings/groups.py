"""Working groups: the list, and each with its question, who leads it, who belongs to it, results and meetings."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import ConfirmedBy, confirmed_by, is_overdue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _, ngettext
from partnership.pages.common.record_texts import record_text
from partnership.pages.meetings.meetings import MeetingCard, is_upcoming, meeting_card
from partnership.records.partner import WorkingGroup
from partnership.settings import Settings


class GroupCard(msgspec.Struct, frozen=True, kw_only=True):
    """A working group in the list."""

    group: WorkingGroup
    address: str
    state_name: str
    leader: Link | None
    members: str


class GroupListView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of working groups, those that work first."""

    head: PageHead
    intro: str
    groups: tuple[GroupCard, ...]
    council: Link
    join: Link


class GroupView(msgspec.Struct, frozen=True, kw_only=True):
    """A working group on its page; ``results`` is safe HTML."""

    head: PageHead
    group: WorkingGroup
    state_name: str
    leader: Link | None
    members: tuple[Link, ...]
    results: str
    upcoming: tuple[MeetingCard, ...]
    past: tuple[MeetingCard, ...]
    calendar: str
    confirmed_by: ConfirmedBy
    overdue: bool
    join: Link


_ORDER = ("active", "forming", "closed")


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of working groups and the page of each."""
    groups = sorted(catalogue.groups, key=lambda one: _ORDER.index(one.state))
    cards = tuple(_card(catalogue, group) for group in groups)
    yield Page(addresses.of("groups"), "pages/group-list.html", group_list, (cards,))
    for group in catalogue.groups:
        meetings = catalogue.group_meetings.get(group.id, ())
        coming = tuple(is_upcoming(one, catalogue.build_date) for one in meetings)
        listed = tuple(meeting_card(catalogue, one) for one in meetings)
        upcoming = tuple(one for one, soon in zip(listed, coming, strict=True) if soon)[::-1]
        past = tuple(one for one, soon in zip(listed, coming, strict=True) if not soon)
        members = tuple(link for one in group.members if (link := institution_link(catalogue, one)))
        late = is_overdue(group, catalogue.build_date)
        inputs = (group, institution_link(catalogue, group.leader), members, upcoming, past, late)
        yield Page(addresses.group(group.id), "pages/group.html", group_view, inputs, f"data/{group.source}")


def institution_link(catalogue: Catalogue, identifier: str | None) -> Link | None:
    """Return the link to an institution, or None where there is none."""
    institution = catalogue.briefs.get(identifier) if identifier else None
    return Link(institution.name, addresses.institution(institution.id)) if institution else None


def group_state_name(state: str) -> str:
    """Return the state of a working group in words."""
    return {"forming": _("being formed"), "active": _("at work"), "closed": _("work finished")}[state]


def _card(catalogue: Catalogue, group: WorkingGroup) -> GroupCard:
    number = len(group.members)
    return GroupCard(
        group=group,
        address=addresses.group(group.id),
        state_name=group_state_name(group.state),
        leader=institution_link(catalogue, group.leader),
        members=ngettext("%(num)d institution", "%(num)d institutions", number) if number else "",
    )


def group_list(groups: tuple[GroupCard, ...]) -> GroupListView:
    """Return the view of the list of working groups."""
    title = _("Working groups")
    intro = _("Each group of partners answers one question and presents its results to the Partners’ Council.")
    return GroupListView(
        head=PageHead(
            title=title,
            description=intro,
            section=addresses.of("groups"),
            feeds=feed_links(title, addresses.of("groups")),
        ),
        intro=intro,
        groups=groups,
        council=Link(_("Partners’ Council"), addresses.of("council")),
        join=Link(_("Join a working group"), addresses.of("join")),
    )


def group_view(
    group: WorkingGroup,
    leader: Link | None,
    members: tuple[Link, ...],
    upcoming: tuple[MeetingCard, ...],
    past: tuple[MeetingCard, ...],
    overdue: bool,
) -> GroupView:
    """Return the view of a working group."""
    trail = (Link(_("Working groups"), addresses.of("groups")),)
    address = addresses.group(group.id)
    results = group.results if isinstance(group.results, str) else "\n".join(f"- {one}" for one in group.results or ())
    return GroupView(
        head=PageHead(
            title=group.name,
            description=description(_("Working group: %(question)s", question=group.question)),
            trail=trail,
            section=addresses.of("groups"),
            feeds=feed_links(group.name, address),
        ),
        group=group,
        state_name=group_state_name(group.state),
        leader=leader,
        members=members,
        results=record_text(results, level=3),
        upcoming=upcoming,
        past=past,
        calendar=addresses.group_calendar(group.id),
        confirmed_by=confirmed_by(group),
        overdue=overdue,
        join=Link(_("Join a working group"), addresses.of("join")),
    )
