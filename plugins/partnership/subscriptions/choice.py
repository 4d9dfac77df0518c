"""„Follow this choice”: from filters of the finder to the feed of exactly those, or the smallest containing them.

The same rules stand in ``theme/static/js/finder/follow.js``; a test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.language import _


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen in the finder: ids by facet, and whether words were typed."""

    services: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    query: str = ""


class Followed(msgspec.Struct, frozen=True):
    """The folder of a feed, and whether it holds exactly what was chosen or more."""

    folder: str
    exact: bool


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """By id: counties as (slug, name, institutions), services and types as (name, institutions)."""

    counties: dict[str, tuple[str, str, int]]
    services: dict[str, tuple[str, int]]
    types: dict[str, tuple[str, int]]
    total: int


def make_table(catalogue: Catalogue) -> Table:
    """Return the table of a catalogue."""
    return Table(
        counties={
            one.teryt: (one.slug, one.name, len(catalogue.in_county.get(one.teryt, ()))) for one in catalogue.counties
        },
        services={one.id: (one.name, len(catalogue.giving.get(one.id, ()))) for one in catalogue.services},
        types={one.id: (one.plural, len(catalogue.of_type.get(one.id, ()))) for one in catalogue.types},
        total=len(catalogue.institutions),
    )


def smallest_feed(table: Table, choice: Choice) -> Followed:
    """Return the feed of a choice.

    Two values of one facet widen the choice: no feed of one of them contains it.  Audiences and words narrow it: there
    is no feed as narrow.
    """
    county = _only(choice.counties, table.counties)
    service = _only(choice.services, table.services)
    kind = _only(choice.types, table.types)
    narrowed = bool(choice.audiences or choice.query.strip())
    if county and service:
        return Followed(addresses.county_service(table.counties[county][0], service), not (choice.types or narrowed))
    chosen = sum(1 for facet in (choice.counties, choice.services, choice.types) if facet)
    found = [(table.total, 3, addresses.of("institutions"), chosen == 0)]
    if county:
        found.append((table.counties[county][2], 0, addresses.county(table.counties[county][0]), chosen == 1))
    if service:
        found.append((table.services[service][1], 1, addresses.service(service), chosen == 1))
    if kind:
        found.append((table.types[kind][1], 2, addresses.institution_type(kind), chosen == 1))
    _size, _order, folder, exact = min(found, key=lambda one: (not one[3], one[0], one[1]))
    return Followed(folder, exact and not narrowed)


def counties_feed(table: Table, codes: Collection[str]) -> Followed:
    """Return the feed of a comparison of counties: the county's own for one, else that of all counties."""
    county = _only(tuple(codes), table.counties)
    if county:
        return Followed(addresses.county(table.counties[county][0]), exact=True)
    return Followed(addresses.of("counties"), not codes or set(table.counties) <= set(codes))


def _only(ids: tuple[str, ...], known: Collection[str]) -> str:
    return ids[0] if len(ids) == 1 and ids[0] in known else ""


def make_choice_table(table: Table) -> bytes:
    """Return the table as JSON for the browser, with the folders of feeds and the sentences that go with the link."""
    texts = {
        "follow": _("Follow this choice"),
        "exact": _("The feed of exactly this choice: {title}"),
        "wider": _("The smallest feed that contains this choice: {title}. It also brings other news."),
        "institutions": _("all institutions"),
        "counties": _("all counties"),
        "pair": _("{service}, {county}"),
    }
    folders = {
        "institutions": addresses.of("institutions"),
        "counties": addresses.of("counties"),
        "county": addresses.county("{county}"),
        "service": addresses.service("{service}"),
        "type": addresses.institution_type("{type}"),
        "pair": addresses.county_service("{county}", "{service}"),
    }
    return msgspec.json.encode({**msgspec.to_builtins(table), "folders": folders, "texts": texts}) + b"\n"
