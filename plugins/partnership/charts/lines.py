"""Change over time: points on a line of time, joined where nothing is missing between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

import msgspec

from partnership.charts.periods import in_order, last_day, longest_step, short_label
from partnership.charts.scales import PLACES, Scale, ticks

ROOM_BELOW: Final = 85.0
"""Places lower than this, in per cent from the top, have no room for a label below them."""

STEPS: Final = 4
"""Round numbers that fit beside a drawing."""

LABELS: Final = 4
"""Most labels that fit under a drawing on a phone."""


class Time(msgspec.Struct, frozen=True):
    """A period on the line of time; ``shown`` is False where its label would run into another."""

    period: str
    short: str
    x: float
    shown: bool


class LinePoint(msgspec.Struct, frozen=True):
    """A figure in the drawing; ``y`` grows downwards and is None where there is no figure.

    A label stands below a point from which its line rises, else above it.
    """

    x: float
    y: float | None
    labelled: bool = False
    below: bool = False


class Segment(msgspec.Struct, frozen=True):
    """A straight line between two neighbouring figures; ``gap`` where some are missing between them."""

    x1: float
    y1: float
    x2: float
    y2: float
    gap: bool


class Line(msgspec.Struct, frozen=True):
    """One series: a point for every period of the chart, and the lines between those that are known."""

    points: tuple[LinePoint, ...]
    segments: tuple[Segment, ...]


class Tick(msgspec.Struct, frozen=True):
    """A round number on the scale at the left."""

    y: float
    value: Decimal


class LineChart(msgspec.Struct, frozen=True):
    """Everything that a drawing of change over time needs; ``breaks`` are places where a new kind of figures begins."""

    times: tuple[Time, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...] = ()


def line_chart(
    series: Sequence[Mapping[str, float | None]], breaks: Sequence[str] = (), steps: int = STEPS
) -> LineChart:
    """Return the chart of some series of figures by period (None: missing); the ends of the first are labelled.

    The line of time is true to the calendar.  The scale begins at zero unless all figures lie in a narrow band far
    from it.  From each period of ``breaks`` on figures are not comparable with earlier ones: no line joins
    them.  The scale has about ``steps`` round numbers.
    """
    periods = in_order([period for one in series for period in one])
    values = [value for one in series for value in one.values() if value is not None]
    if not values:
        return LineChart((), (), ())
    low, high = _range(min(values), max(values))
    marks = ticks(low, high, steps)
    vertical = Scale(float(marks[0]), float(marks[-1]))
    days = {period: last_day(period).toordinal() for period in periods}
    horizontal = Scale(days[periods[0]], days[periods[-1]])
    times = _times(periods, {period: horizontal.place(days[period]) for period in periods})
    cuts = sorted({last_day(one).toordinal() for one in breaks})
    return LineChart(
        times=times,
        lines=tuple(_line(one, times, days, vertical, number == 0, cuts) for number, one in enumerate(series)),
        breaks=tuple(_breaks([time.x for time in times], [days[time.period] for time in times], cuts)),
        ticks=tuple(Tick(_down(vertical, float(mark)), mark) for mark in marks),
    )


def _breaks(places: Sequence[float], days: Sequence[int], cuts: Sequence[int]) -> Iterator[float]:
    """Yield where figures of a new kind begin, half way from the last period before."""
    for cut in cuts:
        after = bisect_left(days, cut)
        if 0 < after < len(days):
            yield round((places[after - 1] + places[after]) / 2, PLACES)


def _range(low: float, high: float) -> tuple[float, float]:
    """Return the ends of the scale: with zero, except where the change would be lost in a tenth of the height."""
    if low > 0 and (high - low) < high / 10:
        return low, high
    return min(low, 0.0), max(high, 0.0)


def _down(scale: Scale, value: float) -> float:
    return round(100 - scale.place(value), PLACES)


def _times(periods: list[str], places: dict[str, float]) -> tuple[Time, ...]:
    """Return the line of time with labels that keep their distance, the last always among them."""
    room = 100 / LABELS
    last = places[periods[-1]]
    times: list[Time] = []
    before = -room
    for number, period in enumerate(periods):
        x = places[period]
        is_last = number == len(periods) - 1
        # The last label ends where the drawing does, so it reaches further to the left than half its width.
        label = is_last or (x - before >= room and last - x >= 1.5 * room)
        before = x if label else before
        times.append(Time(period, short_label(period), x, label))
    return tuple(times)


def _rises(height: float | None, heights: Sequence[float | None], beside: int | None) -> bool:
    """Tell whether a line goes up from a point to the one beside it; near the bottom there is no room below."""
    other = heights[beside] if beside is not None else None
    return height is not None and other is not None and other < height <= ROOM_BELOW


def _line(
    values: Mapping[str, float | None],
    times: tuple[Time, ...],
    days: dict[str, int],
    vertical: Scale,
    labelled: bool,
    cuts: Sequence[int],
) -> Line:
    found = [values.get(time.period) for time in times]
    known = [number for number, value in enumerate(found) if value is not None]
    ends = {known[0], known[-1]} if known and labelled else set()
    beside = dict(pairwise(known)) | ({known[-1]: known[-2]} if len(known) > 1 else {})
    heights = [None if value is None else _down(vertical, value) for value in found]
    points = tuple(
        LinePoint(time.x, height, number in ends, number in ends and _rises(height, heights, beside.get(number)))
        for number, (time, height) in enumerate(zip(times, heights, strict=True))
    )
    step = longest_step(in_order([period for period, value in values.items() if value is not None]))
    segments = []
    for first, second in pairwise(known):
        one, other = points[first], points[second]
        assert one.y is not None
        assert other.y is not None
        begin, end = days[times[first].period], days[times[second].period]
        if any(begin < cut <= end for cut in cuts):
            continue
        far = end - begin > step
        # A period that only another series has is no gap in this one.
        missing = any(times[between].period in values for between in range(first + 1, second))
        segments.append(Segment(one.x, one.y, other.x, other.y, far or missing))
    return Line(points, tuple(segments))
