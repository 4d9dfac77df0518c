"""Which feed follows a choice of the finder, written once more as the measure of the script that does it."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from partnership.catalogue import addresses
from partnership.subscriptions.choice import ChoiceTable


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


def smallest_feed(table: ChoiceTable, choice: Choice) -> Followed:
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


def _only(ids: tuple[str, ...], known: Collection[str]) -> str:
    return ids[0] if len(ids) == 1 and ids[0] in known else ""
