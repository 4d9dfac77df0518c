"""Checks of counties, services, types, indicators, sources and the glossary."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TypeVar

from partnership.catalogue.names import Names, Where
from partnership.kinds.registry import RECORD_KINDS
from partnership.language import _
from partnership.records.library import Library, all_records
from partnership.records.taxonomy import County

T = TypeVar("T")


def check_lists(library: Library, names: Names) -> None:
    """Tell ids that stand twice in a list, and what contradicts itself among the counties."""
    for kind in RECORD_KINDS:
        if kind.shape == "list":
            for path, kept in library.files_of(kind.name).items():
                _unique(names, path, kept.records, kind.key, attrgetter(kind.key))
    counties = list(all_records(library.counties))
    for path in library.counties:
        _unique(names, path, counties, "slug", lambda county: county.slug, ("teryt", lambda county: county.teryt))
        _unique(
            names,
            path,
            counties,
            "tile",
            lambda county: str((county.tile.row, county.tile.column)),
            ("teryt", lambda county: county.teryt),
        )
        _neighbours(names, path, counties)


def _unique(
    names: Names,
    path: str,
    records: Iterable[T],
    key: str,
    value_of: Callable[[T], str],
    item: tuple[str, Callable[[T], str]] | None = None,
) -> None:
    seen: set[str] = set()
    for record in records:
        value = value_of(record)
        if value in seen:
            message = _("“%(key)s: %(value)s” stands in this file a second time", key=key, value=value)
            hint = _("give one of the two records another value, or remove it")
            if item is None:
                key_path = names.places.last_item(names.places.absolute("data", path), key, value)
                names.places.tell("data", path, key_path, "duplicate-id", message, hint)
            else:
                names.places.tell("data", path, (key,), "duplicate-id", message, hint, item=(item[0], item[1](record)))
        seen.add(value)


def _neighbours(names: Names, path: str, counties: list[County]) -> None:
    by_code = {county.teryt: county for county in counties}
    for county in counties:
        where = Where("data", path, ("teryt", county.teryt))
        for number, code in enumerate(county.neighbours):
            key_path = ("neighbours", number)
            if code == county.teryt:
                names.places.tell(
                    "data",
                    path,
                    key_path,
                    "own-neighbour",
                    _("A county cannot be its own neighbour"),
                    _("remove it"),
                    item=where.item,
                )
            elif names.check(where, key_path, "counties", code) and county.teryt not in by_code[code].neighbours:
                message = _("%(code)s does not name this county among its neighbours", code=code)
                hint = _(
                    'add "%(teryt)s" to the neighbours of %(code)s, or remove %(code)s here',
                    teryt=county.teryt,
                    code=code,
                )
                names.places.tell(
                    "data", path, key_path, "one-sided-neighbour", message, hint, item=where.item, severity="warning"
                )
