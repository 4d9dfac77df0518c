"""Counties within reach of one: how far their seats are, as the crow flies, and what they have to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from partnership import places_on_earth
from partnership.catalogue import addresses
from partnership.charts.bars import bars
from partnership.language import _
from partnership.locales.formats import NBSP, number
from partnership.pages.counties.counties import Compared
from partnership.pages.counties.county_drawings import notes
from partnership.pages.counties.figure_texts import missing_text, period_text, value_text
from partnership.pages.counties.figures import COVERAGE
from partnership.places_on_earth import Point
from partnership.records.taxonomy import County

REACH: Final = 40.0
"""Kilometres between seats, as the crow flies, up to which a county counts as within reach; neighbours always do."""

SHOWN: Final = 3
"""Measures that the table has: the first ones of the indicators' file."""

ADDED_UP: Final = "population"
"""The indicator whose figures of all these counties together say how many people live within reach."""


class ReachCell(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in the table; without one ``missing`` says why."""

    text: str = ""
    missing: str = ""


class ReachRow(msgspec.Struct, frozen=True, kw_only=True):
    """A county: name and address, its seat's distance as text and bar (0–100), whether it borders, its figures."""

    label: str
    address: str
    value_text: str
    x: float
    width: float
    missing: str
    neighbour: bool
    cells: tuple[ReachCell, ...]


class ReachColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column of the table: measure, unit and period."""

    label: str
    note: str


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """Counties within reach, nearest first; ``own`` are the county's own figures, ``total`` the people of them all."""

    rows: tuple[ReachRow, ...]
    columns: tuple[ReachColumn, ...]
    own: tuple[ReachCell, ...]
    total: str
    limit: str
    note: str


def kilometres(one: County, other: County) -> float:
    """Return the distance between the seats of two counties as the crow flies, in kilometres."""
    return places_on_earth.kilometres(Point(one.latitude, one.longitude), Point(other.latitude, other.longitude))


def within_reach(county: County, counties: Sequence[County]) -> tuple[tuple[County, float], ...]:
    """Return neighbours and all counties with a seat in reach, each with its distance in kilometres, nearest first."""
    found = [(other, kilometres(county, other)) for other in counties if other.teryt != county.teryt]
    near = [(other, far) for other, far in found if far <= REACH or other.teryt in county.neighbours]
    return tuple(sorted(near, key=lambda pair: (round(pair[1]), pair[0].teryt)))


def first_measures(measures: Sequence[Compared]) -> tuple[Compared, ...]:
    """Return the measures by which counties within reach are compared."""
    whole = [one for one in measures if not one.measure.dimension]
    best = max((len(one.cells) for one in whole), default=0)
    return tuple(one for one in whole if len(one.cells) >= COVERAGE * best)[:SHOWN]


def reach(county: County, near: Sequence[tuple[County, float]], measures: Sequence[Compared]) -> Reach | None:
    """Return what the page says of the counties within reach; None where there is none."""
    if not near:
        return None
    drawn = bars([far for _other, far in near])
    shown = first_measures(measures)
    rows = tuple(
        ReachRow(
            label=other.short_name,
            address=addresses.county(other.slug),
            value_text=f"{number(far, 0)}{NBSP}km",
            x=0.0,
            width=bar.width if bar else 0.0,
            missing="",
            neighbour=other.teryt in county.neighbours,
            cells=tuple(_cell(one, other.teryt) for one in shown),
        )
        for (other, far), bar in zip(near, drawn, strict=True)
    )
    codes = [county.teryt, *(other.teryt for other, _far in near)]
    cells = [one.cells[code] for one in shown for code in codes if code in one.cells]
    return Reach(
        rows=rows,
        columns=tuple(
            ReachColumn(label=one.measure.name, note=f"{one.measure.unit}, {period_text(one.period)}".strip(", "))
            for one in shown
        ),
        own=tuple(_cell(one, county.teryt) for one in shown),
        total=_total(shown, codes),
        limit=f"{number(REACH, 0)}{NBSP}km",
        note=notes(cells) if cells else "",
    )


def _cell(one: Compared, code: str) -> ReachCell:
    cell = one.cells.get(code)
    if cell is None or cell.value is None:
        return ReachCell(missing=missing_text(cell.missing if cell else "no-data"))
    return ReachCell(text=value_text(cell.value, one.measure.decimals))


def _total(shown: Sequence[Compared], codes: Sequence[str]) -> str:
    """Return how many people live in all these counties; nothing where a figure of one is missing."""
    people = next((one for one in shown if one.measure.indicator == ADDED_UP), None)
    if people is None:
        return ""
    values = [cell.value if (cell := people.cells.get(code)) else None for code in codes]
    known = [value for value in values if value is not None]
    if len(known) != len(values):
        return ""
    text = value_text(sum(known), people.measure.decimals)
    return _("%(people)s people live in this county and those within reach (%(period)s).",
             people=text, period=period_text(people.period))  # fmt: skip
