"""Drawings of one county's figures: parts of a whole, and change over time with its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import msgspec

from partnership.charts.lines import LineChart, Segment, line_chart
from partnership.charts.shares import is_whole, shares
from partnership.country import site_country
from partnership.language import _
from partnership.locales import formats
from partnership.pages.counties.county_figures import LEAST, Standing
from partnership.pages.counties.figure_texts import (
    cell_text,
    doubt_text,
    missing_text,
    period_text,
    source_text,
    value_text,
    with_unit,
)
from partnership.pages.counties.figures import RELATIVE, FigureCell, Measure

AGES: Final = ("pre-working-age", "working-age", "post-working-age")
"""Indicators that divide the population by age."""


class SharePart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a whole with its place on the bar."""

    label: str
    value_text: str
    x: float
    width: float


class ShareDrawing(msgspec.Struct, frozen=True, kw_only=True):
    """Parts of a whole, drawn as one bar; ``id`` is unique on the page."""

    id: str
    caption: str
    parts: tuple[SharePart, ...]
    note: str


class DrawnPeriod(msgspec.Struct, frozen=True, kw_only=True):
    """A period under a drawing of change over time."""

    label: str
    short: str
    x: float
    shown: bool


class DrawnPoint(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in such a drawing; without one ``y`` is None and ``missing`` says why."""

    x: float
    y: float | None
    value_text: str
    labelled: bool
    missing: str
    below: bool = False


class DrawnSeries(msgspec.Struct, frozen=True, kw_only=True):
    """A line of such a drawing."""

    label: str
    points: tuple[DrawnPoint, ...]
    segments: tuple[Segment, ...]


class DrawnTick(msgspec.Struct, frozen=True, kw_only=True):
    """A line of its scale."""

    y: float
    label: str


class LineDrawing(msgspec.Struct, frozen=True, kw_only=True):
    """Change over time; ``id`` is unique on the page."""

    id: str
    caption: str
    series: tuple[DrawnSeries, ...]
    periods: tuple[DrawnPeriod, ...]
    ticks: tuple[DrawnTick, ...]
    note: str
    breaks: tuple[float, ...] = ()


def share_drawings(figures: Sequence[Standing]) -> tuple[ShareDrawing, ...]:
    """Return what makes a whole: ages, and every indicator in per cent whose dimensions add up to a hundred."""
    groups: dict[str, list[Standing]] = {}
    for one in figures:
        if one.measure.indicator in AGES and not one.measure.dimension:
            groups.setdefault("ages", []).append(one)
        elif one.measure.dimension and one.measure.unit == "%":
            groups.setdefault(one.measure.indicator, []).append(one)
    groups["ages"] = sorted(groups.get("ages", ()), key=lambda one: AGES.index(one.measure.indicator))
    if len(groups["ages"]) != len(AGES):
        groups["ages"] = []
    return tuple(share_drawing(name, _title(name, some), some) for name, some in groups.items() if _is_drawn(some))


def _is_drawn(parts: Sequence[Standing]) -> bool:
    one_period = len({one.newest.period for one in parts}) == 1
    return one_period and is_whole([one.newest.value for one in parts])


def _title(name: str, parts: Sequence[Standing]) -> str:
    return _("Population by age") if name == "ages" else parts[0].measure.name


def share_drawing(name: str, title: str, parts: Sequence[Standing]) -> ShareDrawing:
    """Return parts of one period that make a whole, as one bar."""
    cells = [one.newest for one in parts]
    places = shares([cell.value or 0.0 for cell in cells])
    return ShareDrawing(
        id=f"shares-{name}",
        caption=f"{title}, {period_text(cells[0].period)}",
        parts=tuple(
            SharePart(
                label=one.measure.dimension or one.measure.name,
                value_text=cell_text(one.newest, one.measure),
                x=place.x,
                width=place.width,
            )
            for one, place in zip(parts, places, strict=True)
        ),
        note=notes(cells),
    )


def notes(cells: Sequence[FigureCell]) -> str:
    """Return sources and doubts of some figures in one line."""
    return " ".join(text for text in (source_text(cells), doubt_text(cells)) if text)


def line_drawings(figures: Sequence[Standing], county: str) -> tuple[LineDrawing, ...]:
    """Return the change over time of every measure with figures of several periods; ``county`` names the first line."""
    return tuple(drawn for one in figures if one.series and (drawn := line_drawing(one, county)))


def line_drawing(one: Standing, county: str) -> LineDrawing | None:
    """Return the change over time of one measure; None where there is too little to see it."""
    named = [(county, one.series), *_wider(one)]
    measure = one.measure
    chart = line_chart([_values(series) for _name, series in named], [period for period, _note in measure.breaks])
    if len(chart.times) < LEAST:
        return None
    broken = [note for _period, note in measure.breaks] if chart.breaks else []
    gaps = any(segment.gap for line in chart.lines for segment in line.segments)
    cells = [cell for _name, series in named for cell in series]
    return LineDrawing(
        id=f"line-{measure.id}",
        caption=measure.label,
        series=tuple(_drawn(name, series, chart, number, measure) for number, (name, series) in enumerate(named)),
        periods=tuple(
            DrawnPeriod(label=period_text(time.period), short=time.short, x=time.x, shown=time.shown)
            for time in chart.times
        ),
        ticks=tuple(DrawnTick(y=tick.y, label=value_text(float(tick.value), _places(chart))) for tick in chart.ticks),
        note=" ".join(
            filter(
                None,
                (
                    _("A dotted line: no figures in between.") if gaps else "",
                    _("An upright line: figures before and after it cannot be compared.") if broken else "",
                    *broken,
                    notes(cells),
                ),
            )
        ),
        breaks=chart.breaks,
    )


def _wider(one: Standing) -> Iterator[tuple[str, tuple[FigureCell, ...]]]:
    """Yield what the county can be compared with, on its own days: region, country, the median of the counties."""
    days = {cell.period for cell in one.series}
    medians = one.median_series if one.measure.unit in RELATIVE else ()
    country = formats.country_name(site_country())
    wider = ((_("The region"), one.region_series), (country, one.country_series), (_("Counties’ median"), medians))
    for name, series in wider:
        # Unemployment of a summer says nothing beside that of a winter.
        within = tuple(cell for cell in series if cell.period in days)
        if sum(cell.value is not None for cell in within) >= LEAST:
            yield name, within


def _values(series: Sequence[FigureCell]) -> dict[str, float | None]:
    return {cell.period: cell.value for cell in series}


def _places(chart: LineChart) -> int:
    """Return the decimal places that the scale's round numbers need."""
    steps = [second.value - first.value for first, second in pairwise(chart.ticks)]
    exponent = min((int(step.normalize().as_tuple().exponent) for step in steps), default=0)
    return max(0, -exponent)


def _drawn(name: str, series: Sequence[FigureCell], chart: LineChart, number: int, measure: Measure) -> DrawnSeries:
    cells = {cell.period: cell for cell in series}
    points = []
    for time, point in zip(chart.times, chart.lines[number].points, strict=True):
        cell = cells.get(time.period)
        value = cell.value if cell else None
        points.append(
            DrawnPoint(
                x=point.x,
                y=point.y,
                value_text="" if value is None else with_unit(value, measure),
                labelled=point.labelled,
                below=point.below,
                missing=missing_text(cell.missing if cell else "no-data") if value is None else "",
            )
        )
    return DrawnSeries(label=name, points=tuple(points), segments=chart.lines[number].segments)
