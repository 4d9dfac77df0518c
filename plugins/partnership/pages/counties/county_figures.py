"""Figures of one county: period, source, and how each stands to the region, Poland and other counties."""

from __future__ import annotations

from typing import Final

import msgspec

from partnership.country import site_country
from partnership.language import _
from partnership.locales import formats
from partnership.pages.counties.figure_texts import cell_text, missing_text, period_text, source_number, value_text
from partnership.pages.counties.figures import COVERAGE, FEWEST, FigureCell, FigureTable, Measure

LEAST: Final = 2
"""Figures from which a change over time can be seen."""

FEW: Final = 3
"""Figures that always carry their whole source; of more, those that share one name it once."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A measure in one county: its newest figure, all its figures by time, and what to compare them with.

    ``rank`` counts from the highest figure among ``of`` counties of the same period; 0 where too few have one.
    ``median`` is that of the counties for the same period, ``median_series`` that of every period.
    """

    measure: Measure
    newest: FigureCell
    region: FigureCell | None
    country: FigureCell | None
    rank: int
    of: int
    series: tuple[FigureCell, ...]
    region_series: tuple[FigureCell, ...]
    country_series: tuple[FigureCell, ...]
    median: float | None = None
    median_series: tuple[FigureCell, ...] = ()


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A figure on the page, ready to print."""

    label: str
    value: str
    unit: str
    period: str
    source: str
    missing: str
    note: str
    confirmed: bool


def standings(table: FigureTable) -> dict[str, tuple[Standing, ...]]:
    """Return the figures of every county by its code, in the order of the measures."""
    found: dict[str, list[Standing]] = {code: [] for code in table.codes}
    for measure in table.measures:
        region, country = table.region_series(measure), table.country_series(measure)
        medians = table.median_series(measure)
        median_of = {cell.period: cell.value for cell in medians}
        ranks: dict[str, dict[str, int]] = {}
        for code in table.codes:
            newest = table.newest(measure, code)
            if newest is None:
                continue
            if newest.period not in ranks:
                ranks[newest.period] = _ranks(table, measure, newest.period)
            series = table.series(measure, code)
            timed = sum(cell.value is not None for cell in series) >= LEAST
            found[code].append(
                Standing(
                    measure=measure,
                    newest=newest,
                    region=table.region_at(measure, newest.period),
                    country=table.country_at(measure, newest.period),
                    rank=ranks[newest.period].get(code, 0),
                    of=len(ranks[newest.period]),
                    series=series if timed else (),
                    region_series=region if timed else (),
                    country_series=country if timed else (),
                    median=median_of.get(newest.period),
                    median_series=medians if timed else (),
                )
            )
    return {code: tuple(some) for code, some in found.items()}


def _ranks(table: FigureTable, measure: Measure, period: str) -> dict[str, int]:
    """Return places from the highest figure, equal ones sharing a place; nothing where too few counties have one."""
    cells = table.counties_at(measure, period)
    known = {code: cell.value for code, cell in cells.items() if cell.value is not None}
    if len(known) < max(FEWEST, COVERAGE * len(table.codes)):
        return {}
    places: dict[float, int] = {}
    for place, value in enumerate(sorted(known.values(), reverse=True), 1):
        places.setdefault(value, place)
    return {code: places[value] for code, value in known.items()}


def value_of(one: Standing) -> Value:
    """Return the newest figure of a measure, ready to print."""
    cell, measure = one.newest, one.measure
    return Value(
        label=measure.label,
        value="" if cell.value is None else value_text(cell.value, measure.decimals),
        unit=measure.unit,
        period=period_text(cell.period),
        source=cell.source,
        missing=missing_text(cell.missing) if cell.value is None else "",
        note=_comparison(one),
        confirmed=cell.confirmed,
    )


def with_sources_apart(values: tuple[Value, ...]) -> tuple[tuple[Value, ...], tuple[str, ...]]:
    """Return figures that name their source by a number, and the sources in that order.

    A few figures, or figures of as many sources, keep theirs beside them and no source stands apart.
    """
    sources = tuple(dict.fromkeys(one.source for one in values if one.source))
    if len(values) <= FEW or len(sources) * 2 > len(values):
        return values, ()
    numbers = {source: source_number(str(place)) for place, source in enumerate(sources, 1)}
    numbered = tuple(msgspec.structs.replace(one, source=numbers.get(one.source, "")) for one in values)
    return numbered, sources


def _comparison(one: Standing) -> str:
    """Return how the figure stands to the region and to Poland of the same period, and among counties."""
    parts = []
    if one.region is not None:
        parts.append(_("region: %(value)s", value=cell_text(one.region, one.measure)))
    if one.country is not None:
        parts.append(f"{formats.country_name(site_country())}: {cell_text(one.country, one.measure)}")
    if one.rank and one.newest.value is not None:
        parts.append(_("place %(rank)d of %(of)d counties, from the highest", rank=one.rank, of=one.of))
    return "; ".join(parts)
