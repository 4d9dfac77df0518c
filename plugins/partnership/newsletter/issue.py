"""An issue of the newsletter: what happened since a day, grouped, and the meetings to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.meetings import moments, when
from partnership.language import _
from partnership.locales import formats
from partnership.records.content import Document
from partnership.records.fields import Moment
from partnership.settings import Settings
from partnership.subscriptions.entries import Activity, Entry, tag_uri
from partnership.subscriptions.following import stream
from partnership.subscriptions.records import heading_of

MANY = 12
"""More changes than this in one commit and kind are told in one line."""

RECORDS = ("working-groups", "partners", "institutions", "services", "offers", "figures")
"""Kinds of records in the order of an issue, after what people wrote."""


class IssueItem(msgspec.Struct, frozen=True):
    """One thing in an issue: title, absolute address, day in words (may be empty), a sentence or two."""

    title: str
    url: str
    day: str
    summary: str


class IssueSection(msgspec.Struct, frozen=True):
    """Things of one kind under their heading."""

    heading: str
    items: tuple[IssueItem, ...]


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """An issue: the day it is made, the day since which it tells, and its sections."""

    day: date
    since: date
    title: str
    sections: tuple[IssueSection, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return not self.sections


def compose(catalogue: Catalogue, settings: Settings, since: date, told: str = "") -> Issue:
    """Return the issue of the build date with what happened from ``since`` on, that day included.

    ``told`` is the text of the issue before: what happened on its day and stands in it is not told again.
    """
    happened = _chosen(stream(catalogue, settings).all, since, settings.profile.tagging_entity)
    of = catalogue.document_at
    by_kind: dict[str, list[IssueItem]] = {}
    for activity in happened:
        entry = activity.make()
        if told and entry.published.date() == since and entry.title in told:
            continue
        by_kind.setdefault(entry.kind, []).append(_item(entry, of.get(entry.url.removeprefix(settings.site_url))))
    region = settings.profile.region_words(catalogue.lang)
    headings = {kind.name: section.words(region).title for kind, section in catalogue.sections}
    headings |= {name: heading_of(name) for name in RECORDS}
    sections = [IssueSection(heading, tuple(by_kind[name])) for name, heading in headings.items() if name in by_kind]
    if sections:
        sections += _upcoming(catalogue, settings)
    title = _("Newsletter, %(day)s", day=formats.long_date(settings.build_date))
    return Issue(day=settings.build_date, since=since, title=title, sections=tuple(sections))


def _chosen(activities: Iterable[Activity], since: date, tagging_entity: str) -> list[Activity]:
    """Return what an issue tells: of a commit with many changes of a kind its one summary, else each change."""
    start = tag_uri(tagging_entity, "")
    recent = [one for one in activities if one.published.date() >= since and one.scope.sections]
    paths = {one.id: one.id.removeprefix(start).split("/") for one in recent}
    singles = Counter((path[0], path[2]) for path in paths.values() if len(path) == 3 and path[0] != "changes")
    chosen = []
    for one in recent:
        path = paths[one.id]
        if len(path) == 3 and path[0] == "changes":
            if singles[path[1], path[2]] > MANY:
                chosen.append(one)
        elif len(path) != 3 or singles[path[0], path[2]] <= MANY:
            chosen.append(one)
    return chosen


def _item(entry: Entry, document: Document[Any] | None) -> IssueItem:
    """Return what an issue says of an entry; what takes place has the day of that, not the one of its writing."""
    starts = getattr(document.front, "starts", None) if document is not None else None
    if document is not None and isinstance(starts, Moment):
        day = moments(starts, getattr(document.front, "ends", None))
    else:
        day = formats.long_date(entry.published.date())
    return IssueItem(entry.title, entry.url, day, "" if entry.summary == entry.title else entry.summary)


def _upcoming(catalogue: Catalogue, settings: Settings) -> list[IssueSection]:
    coming = [
        one for one in reversed(catalogue.meetings)
        if one.front.starts.day >= settings.build_date and one.front.held != "cancelled"
    ]  # fmt: skip
    items = tuple(
        IssueItem(
            one.front.title,
            settings.site_url + catalogue.document_addresses[one.path],
            when(one.front),
            one.front.place or "",
        )
        for one in coming
    )
    return [IssueSection(_("Meetings to come"), items)] if items else []
