"""The change over time of all counties beside each other: small drawings on one scale, and a table of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from partnership.charts.lines import Line, LineChart, line_chart
from partnership.pages.counties.county_drawings import notes
from partnership.pages.counties.county_tiles import PlacedCounty
from partnership.pages.counties.figure_texts import missing_text, period_text, value_text, with_unit
from partnership.pages.counties.figures import RELATIVE, FigureCell, FigureTable, Measure

LEAST: Final = 5
"""Periods from which on a drawing tells more than a table of them."""

FINER: Final = 8
"""Steps of the scale, of which only the ends are named: the finer, the less of each drawing is empty."""

MOST: Final = 60
"""Counties that a page can draw; more stand in the table alone."""


class Timed(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with the figures of all counties for the periods that they share, and the median of each period."""

    measure: Measure
    periods: tuple[str, ...]
    cells: dict[str, tuple[FigureCell | None, ...]]
    medians: tuple[float | None, ...]


class Small(msgspec.Struct, frozen=True, kw_only=True):
    """A county's drawing: strokes of its line and of the median as SVG points, and the figures at both ends."""

    label: str
    address: str
    strokes: tuple[str, ...]
    median: tuple[str, ...]
    first: str
    last: str


class MultipleCell(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in the table; without one ``missing`` says why."""

    text: str = ""
    missing: str = ""


class MultipleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A county in the table."""

    label: str
    address: str
    cells: tuple[MultipleCell, ...]


class Multiples(msgspec.Struct, frozen=True, kw_only=True):
    """All counties in one measure over time; ``top`` and ``bottom`` are the ends of the one scale."""

    id: str
    title: str
    span: str
    smalls: tuple[Small, ...]
    periods: tuple[str, ...]
    rows: tuple[MultipleRow, ...]
    top: str
    bottom: str
    note: str


def timed_measures(table: FigureTable) -> tuple[Timed, ...]:
    """Return the measures whose change can be compared between counties of any size, period by period."""
    return tuple(found for measure in table.measures if (found := timed(table, measure)) is not None)


def timed(table: FigureTable, measure: Measure) -> Timed | None:
    """Return a measure with its shared periods; None where there are too few, or where its figures grow with size."""
    if measure.unit not in RELATIVE or len(table.codes) < LEAST:
        return None
    medians = {cell.period: cell.value for cell in table.median_series(measure)}
    if len(medians) < LEAST:
        return None
    periods = tuple(medians)
    cells = {code: tuple(table.at(measure, code, period) for period in periods) for code in table.codes}
    return Timed(measure=measure, periods=periods, cells=cells, medians=tuple(medians.values()))


def multiples(one: Timed, placed: Sequence[PlacedCounty]) -> Multiples:
    """Return the drawings and the table of one measure."""
    charts = on_one_scale(one)
    known = [cell for code in one.cells for cell in one.cells[code] if cell is not None]
    ticks = charts.ticks
    return Multiples(
        id=f"over-time-{one.measure.id}",
        title=one.measure.label,
        span=f"{period_text(one.periods[0])} – {period_text(one.periods[-1])}",
        smalls=tuple(_small(one, county, charts) for county in placed) if len(placed) <= MOST else (),
        periods=tuple(_short(period) for period in one.periods),
        rows=tuple(_row(one, county) for county in placed),
        top=value_text(float(ticks[-1].value), 0) if ticks else "",
        bottom=value_text(float(ticks[0].value), 0) if ticks else "",
        note=notes(known),
    )


def on_one_scale(one: Timed) -> LineChart:
    """Return one chart whose lines are the counties in the order of ``cells``, then the median: all on one scale."""
    series: list[Mapping[str, float | None]] = [
        {period: cell.value if cell else None for period, cell in zip(one.periods, cells, strict=True)}
        for cells in one.cells.values()
    ]
    series.append(dict(zip(one.periods, one.medians, strict=True)))
    return line_chart(series, [period for period, _note in one.measure.breaks], FINER)


def strokes(line: Line) -> tuple[str, ...]:
    """Return a line as points of polylines, one for each part without a gap."""
    runs: list[list[tuple[float, float]]] = []
    for segment in line.segments:
        if segment.gap:
            continue
        start = (segment.x1, segment.y1)
        if not runs or runs[-1][-1] != start:
            runs.append([start])
        runs[-1].append((segment.x2, segment.y2))
    return tuple(" ".join(f"{x:g},{y:g}" for x, y in run) for run in runs)


def _small(one: Timed, county: PlacedCounty, charts: LineChart) -> Small:
    place = list(one.cells).index(county.code)
    line = charts.lines[place]
    cells = [cell for cell in one.cells[county.code] if cell is not None and cell.value is not None]
    return Small(
        label=county.short_name,
        address=county.address,
        strokes=strokes(line),
        median=strokes(charts.lines[-1]),
        first=with_unit(cells[0].value or 0.0, one.measure) if cells else "",
        last=with_unit(cells[-1].value or 0.0, one.measure) if cells else "",
    )


def _row(one: Timed, county: PlacedCounty) -> MultipleRow:
    return MultipleRow(
        label=county.short_name,
        address=county.address,
        cells=tuple(_cells(one, one.cells[county.code])),
    )


def _cells(one: Timed, cells: Sequence[FigureCell | None]) -> Iterator[MultipleCell]:
    for cell in cells:
        if cell is None or cell.value is None:
            yield MultipleCell(missing=missing_text(cell.missing if cell else "no-data"))
        else:
            yield MultipleCell(text=value_text(cell.value, one.measure.decimals))


def _short(period: str) -> str:
    """Return a period as the head of a narrow column: of days at the end of a year the year alone."""
    return period[:4] if period.endswith("-12-31") else period
