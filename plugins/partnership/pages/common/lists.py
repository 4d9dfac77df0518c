"""Lists: news, reports, meetings, institutions of a type and whatever else is listed, each page by page.

What one list has and another has not is data: :class:`ListOf`.  View and template are the same for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from partnership.catalogue import addresses
from partnership.items.item import Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.kinds.kind import DayWords, SectionWords
from partnership.language import _
from partnership.pages.common.paging import ListPage, headed, neighbour, numbered, pages_of

TEMPLATE = "pages/list.html"

Shown = Literal["teaser", "meeting", "institution"]
"""What an item of a list looks like: the component that shows it."""


class IconLink(msgspec.Struct, frozen=True):
    """A link with an icon before it."""

    icon: str
    title: str
    address: str


class LinkGroup(msgspec.Struct, frozen=True):
    """Links under a heading, whose id is ``id``."""

    id: str
    title: str
    links: tuple[Link, ...]


class ListOf(msgspec.Struct, frozen=True, kw_only=True):
    """A list: what it is of and what it says.

    ``address`` is that of its first page, ``section`` that of the item of the menu it belongs to.  ``intro`` stands
    under the heading, ``description`` in the head where that says more.  ``feeds`` is the title of its feeds, empty
    where it has none.  ``days`` are headings of what is to come and what is past, where the list is divided so.
    ``links`` stand under the intro, ``ways`` behind the items, ``beside`` at their side; ``things`` are objects of
    schema.org.
    """

    address: str
    section: str
    title: str
    intro: str
    description: str = ""
    trail: tuple[Link, ...] = ()
    feeds: str = ""
    shown: Shown = "teaser"
    empty: str = ""
    newest: str = ""
    newer: str = ""
    older: str = ""
    days: DayWords | None = None
    calendar: str = ""
    links: tuple[IconLink, ...] = ()
    ways: tuple[LinkGroup, ...] = ()
    beside: LinkGroup | None = None
    things: tuple[dict[str, Any], ...] = ()

    @classmethod
    def of_kind(cls, name: str, words: SectionWords, **more: Any) -> ListOf:
        """Return the list of a kind of content; ``more`` are other fields."""
        address = addresses.section(name)
        return cls(
            address=address,
            section=address,
            title=words.title,
            intro=words.intro,
            feeds=words.title,
            empty=words.empty,
            newest=words.newest,
            newer=words.newer,
            older=words.older,
            **more,
        )


class ListSection(msgspec.Struct, frozen=True, kw_only=True):
    """Items under a heading; without a ``title`` they are the whole list.  ``empty`` is said where there are none."""

    id: str
    title: str
    items: tuple[Any, ...]
    empty: str


class ListView(msgspec.Struct, frozen=True, kw_only=True):
    """One page of a list.  ``name`` is the last part of the list's address."""

    head: PageHead
    name: str
    heading: str
    intro: str
    sections: tuple[ListSection, ...]
    newer: Link | None
    older: Link | None
    about: ListOf


Place = tuple[str, int | None, int | None, int | None]
"""A page of a list: address, number, and the numbers of the newer and the older page."""

Items = tuple[Any, ...]


def plan_list(
    about: ListOf, items: Sequence[Any], length: int, upcoming: Items = (), source: str = ""
) -> Iterator[Page]:
    """Plan the pages of a list of ``items``, newest first, ``length`` on a page; ``upcoming`` stand on the first."""
    for one in pages_of(items, length, about.address):
        yield list_page(about, one, upcoming, source)


def list_page(about: ListOf, one: ListPage[Any], upcoming: Items = (), source: str = "") -> Page:
    """Return one page of a list."""
    place: Place = (one.address, one.number, one.newer, one.older)
    inputs = (list_on(about, one.number), place, upcoming if one.number is None else (), one.items)
    return Page(one.address, TEMPLATE, list_view, inputs, source)


def list_on(about: ListOf, number: int | None) -> ListOf:
    """Return what a page of a list needs of it: links to other lists stand on the first alone, since they change."""
    if number is not None and (about.ways or about.links):
        return msgspec.structs.replace(about, ways=(), links=())
    return about


def list_view(about: ListOf, place: Place, upcoming: Items, items: Items) -> ListView:
    """Return the view of one page of a list."""
    _address, number, newer, older = place
    heading = headed(about.title, number)
    trail = about.trail if number is None else (*about.trail, Link(about.title, about.address))
    newest = about.newest or _("Newest")
    newer_title = newest if newer == 0 else (about.newer or _("Newer (page %(number)d)")) % {"number": newer or 0}
    older_title = (about.older or _("Older (page %(number)d)")) % {"number": older or 0}
    return ListView(
        head=PageHead(
            title=heading,
            description=numbered(about.description or about.intro, number),
            trail=trail,
            section=about.section,
            feeds=feed_links(about.feeds, about.address) if about.feeds else (),
            json_ld=about.things,
        ),
        name=about.address.strip("/").rpartition("/")[2],
        heading=heading,
        intro=about.intro if number is None else "",
        sections=tuple(_sections(about, number, upcoming, items)),
        newer=neighbour(about.address, newer_title, newer),
        older=neighbour(about.address, older_title, older),
        about=about,
    )


def _sections(about: ListOf, number: int | None, upcoming: Items, items: Items) -> Iterator[ListSection]:
    days = about.days
    if days is None:
        yield ListSection(id="", title="", items=items, empty=about.empty or _("There is nothing here yet."))
        return
    if number is None:
        yield ListSection(id="upcoming", title=days.upcoming, items=upcoming, empty=days.no_upcoming)
    yield ListSection(id="past", title=days.past, items=items, empty=days.no_past)
