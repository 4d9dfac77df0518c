"""What one county's figures answer together: who looks for work, which sectors, which wages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from partnership.charts.bars import bars
from partnership.charts.periods import in_order
from partnership.charts.shares import is_whole
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.pages.counties.county_drawings import (
    LineDrawing,
    ShareDrawing,
    line_drawing,
    notes,
    share_drawing,
)
from partnership.pages.counties.county_figures import Standing
from partnership.pages.counties.figure_texts import missing_text, period_text, value_text, with_unit


class TopicBar(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as a bar; ``mark`` is the place of the counties' median on it, None where there is none."""

    label: str
    value_text: str
    x: float
    width: float
    mark: float | None
    missing: str


class TopicCell(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in the table; without one ``missing`` says why."""

    text: str = ""
    missing: str = ""


class TopicRow(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with its unit: a figure for each period of the table, the counties' median, the place among them."""

    name: str
    unit: str
    cells: tuple[TopicCell, ...]
    median: TopicCell
    rank: str


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A section of a county's page: one drawing (a whole with its parts, a line of time or bars), and a table.

    ``unit`` is that of all its figures, empty where they have several; ``of`` counts the counties that are ranked.
    """

    id: str
    title: str
    share: ShareDrawing | None
    line: LineDrawing | None
    bars: tuple[TopicBar, ...]
    bars_caption: str
    periods: tuple[str, ...]
    rows: tuple[TopicRow, ...]
    of: int
    note: str
    unit: str


def topics(figures: Sequence[Standing], county: str) -> tuple[Topic, ...]:
    """Return a section for each topic that indicators name, in the order of the indicators; ``county`` names a line."""
    groups: dict[str, list[Standing]] = {}
    for one in figures:
        if one.measure.topic:
            groups.setdefault(one.measure.topic, []).append(one)
    taken: set[str] = set()
    return tuple(_topic(title, some, county, _fragment(title, taken)) for title, some in groups.items())


def without_topic(figures: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the figures that belong to no topic."""
    return tuple(one for one in figures if not one.measure.topic)


def not_told_together(figures: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the figures that stand for themselves; those that a topic tells together have their own section."""
    sizes = Counter(one.measure.topic for one in figures)
    return tuple(one for one in figures if not one.measure.topic or sizes[one.measure.topic] == 1)


def _fragment(title: str, taken: set[str]) -> str:
    base = fragment = f"topic-{slug(title)}"
    number = 2
    while fragment in taken:
        fragment, number = f"{base}-{number}", number + 1
    taken.add(fragment)
    return fragment


def _topic(title: str, some: Sequence[Standing], county: str, fragment: str) -> Topic:
    whole = is_whole([one.newest.value for one in some]) and len({one.newest.period for one in some}) == 1
    drawn = line_drawing(some[0], county) if len(some) == 1 and some[0].series else None
    periods = in_order([cell.period for one in some for cell in (one.series or (one.newest,))])
    cells = [cell for one in some for cell in (one.series or (one.newest,))]
    one_unit = len({one.measure.unit for one in some}) == 1
    as_bars = not whole and drawn is None
    return Topic(
        id=fragment,
        title=title,
        share=share_drawing(fragment, title, some) if whole else None,
        line=drawn,
        bars=tuple(_bars(some)) if as_bars else (),
        bars_caption=f"{title}, {period_text(max((one.newest for one in some), key=lambda one: one.period).period)}",
        periods=tuple(period_text(one) for one in periods),
        rows=tuple(_row(one, periods) for one in some),
        of=max(one.of for one in some),
        note=" ".join((*_broken(some), notes(cells))),
        unit=some[0].measure.unit if one_unit else "",
    )


def _broken(some: Sequence[Standing]) -> tuple[str, ...]:
    """Return, each once, why figures of the measures cannot be compared with earlier ones."""
    return tuple(dict.fromkeys(note for one in some for _period, note in one.measure.breaks))


def _bars(some: Sequence[Standing]) -> Iterator[TopicBar]:
    """Yield a bar for each figure; those of one unit stand on one scale, which the medians share."""
    for unit in dict.fromkeys(one.measure.unit for one in some):
        of_unit = [one for one in some if one.measure.unit == unit]
        drawn = bars([*(one.newest.value for one in of_unit), *(one.median for one in of_unit)])
        for one, bar, mark in zip(of_unit, drawn, drawn[len(of_unit) :], strict=False):
            value = one.newest.value
            yield TopicBar(
                label=one.measure.label,
                value_text="" if value is None else with_unit(value, one.measure),
                x=bar.x if bar else 0.0,
                width=bar.width if bar else 0.0,
                mark=round(mark.x + (mark.width if (one.median or 0) >= 0 else 0), 2) if mark else None,
                missing=missing_text(one.newest.missing) if value is None else "",
            )


def _row(one: Standing, periods: Sequence[str]) -> TopicRow:
    known = {cell.period: cell for cell in (one.series or (one.newest,))}
    decimals = one.measure.decimals
    cells = []
    for period in periods:
        cell = known.get(period)
        if cell is None or cell.value is None:
            cells.append(TopicCell(missing=missing_text(cell.missing if cell else "no-data")))
        else:
            cells.append(TopicCell(text=value_text(cell.value, decimals)))
    median = one.median
    return TopicRow(
        name=one.measure.label,
        unit=one.measure.unit,
        cells=tuple(cells),
        median=TopicCell(missing="–") if median is None else TopicCell(text=value_text(median, decimals)),
        rank=_("%(rank)d of %(of)d", rank=one.rank, of=one.of) if one.rank else "–",
    )
