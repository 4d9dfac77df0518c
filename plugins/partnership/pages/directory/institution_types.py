"""Lists of institutions of one type, each with its feeds."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link
from partnership.items.wording import description
from partnership.language import _, ngettext
from partnership.pages.common import structured
from partnership.pages.common.lists import LinkGroup, ListOf, plan_list
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.directory import directory_of, unique_titles
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.settings import Settings


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of every type that has an institution: an empty list is no page."""
    who = structured.publisher(settings)
    directory = directory_of(catalogue)
    titles = unique_titles((one.id, one.plural, "") for one in catalogue.types)
    used = tuple(Link(titles[one.id], addresses.institution_type(one.id)) for one in catalogue.used_types)
    for kind in catalogue.used_types:
        entries = tuple(directory.entries[one.id] for one in catalogue.of_type[kind.id])
        address = addresses.institution_type(kind.id)
        about = _list(who, titles[kind.id], address, len(entries), tuple(one for one in used if one.address != address))
        yield from plan_list(about, entries, max(1, len(entries)), source="data/institution-types.yaml")


def _list(who: Publisher, title: str, address: str, number: int, others: tuple[Link, ...]) -> ListOf:
    """Return what the list of a type says; it is one page, however long."""
    count = ngettext("%(num)d institution", "%(num)d institutions", number)
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
    return ListOf(
        address=address,
        section=addresses.of("institutions"),
        title=title,
        intro=count,
        description=summary,
        trail=(Link(_("Find an institution"), addresses.of("institutions")),),
        feeds=title,
        shown="institution",
        beside=LinkGroup("other-types", _("Other kinds"), others),
        things=(collection_thing(who, name=title, address=address, description=summary),),
    )
