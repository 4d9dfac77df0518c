"""Measures with the same few years, in one table: a drawing for each would make much of small changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from partnership.pages.counties.county_drawings import notes
from partnership.pages.counties.county_figures import Standing
from partnership.pages.counties.figure_texts import cell_text, missing_text, period_text

FEW: Final = 4
"""So many periods are few: more of them are drawn."""

TOGETHER: Final = 3
"""So many measures with the same periods stand in a table; fewer are drawn."""


class YearCell(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its unit in the table; without one ``missing`` says why."""

    text: str = ""
    missing: str = ""


class YearRow(msgspec.Struct, frozen=True, kw_only=True):
    """A measure and its figures, one for each period of the table."""

    name: str
    cells: tuple[YearCell, ...]


class RecentYears(msgspec.Struct, frozen=True, kw_only=True):
    """Such a table; ``note`` names sources and doubts."""

    id: str
    periods: tuple[str, ...]
    rows: tuple[YearRow, ...]
    note: str


def apart(figures: Sequence[Standing]) -> tuple[tuple[Standing, ...], tuple[RecentYears, ...]]:
    """Return the measures that are to be drawn, and tables of those that share their few periods."""
    groups: dict[tuple[str, ...], list[Standing]] = {}
    for one in figures:
        periods = tuple(cell.period for cell in one.series)
        if 1 < len(periods) <= FEW:
            groups.setdefault(periods, []).append(one)
    tables = {periods: some for periods, some in groups.items() if len(some) >= TOGETHER}
    listed = {one.measure.id for some in tables.values() for one in some}
    return (
        tuple(one for one in figures if one.measure.id not in listed),
        tuple(_table(periods, some) for periods, some in sorted(tables.items())),
    )


def _table(periods: tuple[str, ...], some: Sequence[Standing]) -> RecentYears:
    rows = [
        YearRow(
            name=one.measure.label,
            cells=tuple(
                YearCell(missing=missing_text(cell.missing or "no-data"))
                if cell.value is None
                else YearCell(text=cell_text(cell, one.measure))
                for cell in one.series
            ),
        )
        for one in some
    ]
    return RecentYears(
        id=f"years-{periods[0]}-{periods[-1]}",
        periods=tuple(period_text(one) for one in periods),
        rows=tuple(rows),
        note=notes([cell for one in some for cell in one.series]),
    )
