"""Lists of institutions of one type, each with its feeds."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import FeedLink, Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.directory import Entry, directory_of, unique_titles
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.settings import Settings


class TypeView(msgspec.Struct, frozen=True, kw_only=True):
    """The institutions of a type; ``others`` are types that have institutions."""

    id: str
    head: PageHead
    count: str
    entries: tuple[Entry, ...]
    others: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of every type that has an institution: an empty list is no page."""
    who = structured.publisher(settings)
    directory = directory_of(catalogue)
    titles = unique_titles((one.id, one.plural, "") for one in catalogue.types)
    used = tuple(Link(titles[one.id], addresses.institution_type(one.id)) for one in catalogue.used_types)
    for kind in catalogue.used_types:
        entries = tuple(directory.entries[one.id] for one in catalogue.of_type[kind.id])
        address = addresses.institution_type(kind.id)
        others = tuple(one for one in used if one.address != address)
        inputs = (who, titles[kind.id], address, entries, others)
        yield Page(address, "pages/institution-type.html", type_view, inputs, "data/institution-types.yaml")


def type_view(
    who: Publisher, title: str, address: str, entries: tuple[Entry, ...], others: tuple[Link, ...]
) -> TypeView:
    """Return the view of the list of a type."""
    trail = (Link(_("Find an institution"), addresses.of("institutions")),)
    count = ngettext("%(num)d institution", "%(num)d institutions", len(entries))
    if who.region:
        told = _(
            "%(type)s %(within)s: %(count)s with addresses and services.",
            type=title,
            within=who.region.within,
            count=count,
        )
    else:
        told = _("%(type)s: %(count)s with addresses and services.", type=title, count=count)
    summary = description(told)
    feeds = feed_links(title, address)
    return TypeView(
        id=address.strip("/").rpartition("/")[2],
        head=PageHead(
            title=title,
            description=summary,
            trail=trail,
            section=addresses.of("institutions"),
            feeds=feeds,
            json_ld=(collection_thing(who, name=title, address=address, description=summary),),
        ),
        count=count,
        entries=entries,
        others=others,
        feeds=feeds,
    )
