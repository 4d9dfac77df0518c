"""Warnings on figures that are ten or a hundred times off: a slip of the decimal point, or another unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue.places import Places
from partnership.language import _
from partnership.records.library import Library, all_records

FACTOR: Final = 8.0
"""How far a figure lies outside all others before it is told: a slip of the decimal point makes it ten times off."""

SPREAD: Final = 5.0
"""How far the others may lie apart: where they differ more, a figure ten times off may be right."""

FEWEST: Final = 3
"""Other figures that are needed to know what is usual."""

_VALUE_COLUMN: Final = 4


class _Row(msgspec.Struct, frozen=True):
    """A figure and where it stands: a line of a CSV file, or a number in the list of an offer."""

    path: str
    place: int
    listed: bool
    teryt: str
    indicator: str
    dimension: str
    period: str
    value: float


def check_outliers(library: Library, places: Places) -> None:
    """Warn of each figure that is far from its own series, or from the same figure of the other counties."""
    rows = list(_rows(library))
    told: set[_Row] = set()
    groups: dict[tuple[str, ...], list[_Row]] = {}
    for row in rows:
        groups.setdefault(("series", row.teryt, row.indicator, row.dimension), []).append(row)
        groups.setdefault(("counties", row.period, row.indicator, row.dimension), []).append(row)
    for key, group in groups.items():
        for row, low, high in _far(group):
            if row in told:
                continue
            told.add(row)
            _tell(places, row, low, high, series=key[0] == "series")


def _rows(library: Library) -> Iterator[_Row]:
    counties = frozenset(county.teryt for county in all_records(library.counties))
    for figure in all_records(library.figures):
        if figure.value is not None and (len(figure.teryt) == 4 or figure.teryt in counties):
            yield _Row(
                figure.path, figure.line, False, figure.teryt, figure.indicator, figure.dimension, figure.period,
                figure.value,
            )  # fmt: skip
    for offer in all_records(library.offers):
        for number, one in enumerate(offer.figures):
            if one.value is not None:
                yield _Row(
                    offer.source, number, True, offer.county, one.indicator, one.dimension or "", str(one.period),
                    one.value,
                )  # fmt: skip


def _far(group: list[_Row]) -> Iterator[tuple[_Row, float, float]]:
    """Yield the figures of a group that lie far outside all others, with the least and the greatest of those."""
    if len(group) <= FEWEST:
        return
    ordered = sorted(group, key=lambda row: row.value)
    # Only the two ends can lie outside all others.
    for row, others in ((ordered[0], ordered[1:]), (ordered[-1], ordered[:-1])):
        low, high = others[0].value, others[-1].value
        if low > 0 and row.value > 0 and high <= low * SPREAD and not low / FACTOR < row.value < high * FACTOR:
            yield row, low, high


def _tell(places: Places, row: _Row, low: float, high: float, *, series: bool) -> None:
    values = {"value": f"{row.value:g}", "low": f"{low:g}", "high": f"{high:g}"}
    message = (
        _("%(value)s is far from the other figures of this series, which are %(low)s to %(high)s", **values)
        if series
        else _("%(value)s is far from the same figure of the other counties, which is %(low)s to %(high)s", **values)
    )
    hint = _("compare it with its source: the decimal point, the unit, the column")
    if row.listed:
        key_path = ("figures", row.place, "value")
        places.tell("data", row.path, key_path, "far-figure", message, hint, severity="warning")
    else:
        line, column = places.cell("data", row.path, row.place, _VALUE_COLUMN)
        places.tell_at("data", row.path, line, column, "far-figure", message, hint, severity="warning")
