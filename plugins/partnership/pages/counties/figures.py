"""The one table of figures as pages need it: by measure, unit and period, indexed once in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, isfinite
from statistics import median
from typing import Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.charts.periods import in_order, last_day
from partnership.locales.collation import sort_key
from partnership.locales.marks import capitalised
from partnership.locales.slugs import slug
from partnership.polish.numbers import exact_decimal
from partnership.records.figures import COUNTRY, Figure, Indicator

COVERAGE: Final = 0.8
"""A newer period is shown only when it has this share of the figures that the best covered one has."""


FEWEST: Final = 3
"""Counties from which on they can be ranked and have a median worth naming."""

RELATIVE: Final = ("%", "‰")
"""Units in which places of different size can be compared; a median of numbers of people says nothing."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator, or one dimension of it; ``id`` is its fragment on a page.

    ``breaks`` are periods from which on figures are not comparable with earlier ones, each with the reason.
    """

    id: str
    indicator: str
    dimension: str
    name: str
    unit: str
    decimals: int
    definition: str
    topic: str = ""
    breaks: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        """The name with the dimension, where there is one."""
        return f"{self.name} – {self.dimension}" if self.dimension else self.name


class FigureCell(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of one measure, unit and period: a value, or the reason why there is none.

    ``source`` is the source's name; ``retrieved`` the ISO day on which it was taken from there, empty when nobody
    noted it; ``confirmed`` tells whether somebody compared it with its source.
    """

    period: str
    value: float | None = None
    missing: str = ""
    source: str = ""
    retrieved: str = ""
    confirmed: bool = False


class FigureTable:
    """All figures of a catalogue. Measures stand in the order of the indicators' file, dimensions by collation."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._region = catalogue.region
        self._cells: dict[str, dict[str, dict[str, FigureCell]]] = {}
        self.codes = tuple(one.teryt for one in catalogue.counties)
        self.measures = tuple(self._read(catalogue))
        self.shown_period = {one.id: _best_period(self._cells[one.id], self.codes) for one in self.measures}

    def _read(self, catalogue: Catalogue) -> Iterator[Measure]:
        by_indicator = catalogue.figures_by_indicator
        used: set[str] = set()
        for indicator in catalogue.indicators:
            dimensions: dict[str, list[Figure]] = {}
            for figure in by_indicator.get(indicator.id, ()):
                dimensions.setdefault(figure.dimension, []).append(figure)
            for dimension in sorted(dimensions, key=lambda one: (one != "", sort_key(one))):
                measure = _measure(indicator, dimension, used)
                cells: dict[str, dict[str, FigureCell]] = {}
                for figure in dimensions[dimension]:
                    cells.setdefault(figure.teryt, {})[figure.period] = _cell(catalogue, figure)
                self._cells[measure.id] = cells
                yield measure

    def at(self, measure: Measure, unit: str, period: str) -> FigureCell | None:
        """Return the figure of a unit and period, if there is one."""
        return self._cells[measure.id].get(unit, {}).get(period)

    def region_at(self, measure: Measure, period: str) -> FigureCell | None:
        """Return the figure of the region for a period."""
        return self.at(measure, self._region, period)

    def country_at(self, measure: Measure, period: str) -> FigureCell | None:
        """Return the figure of Poland for a period."""
        return self.at(measure, COUNTRY, period)

    def newest(self, measure: Measure, unit: str) -> FigureCell | None:
        """Return the newest figure of a unit that has a value; without any, the newest that says why it is missing."""
        cells = self._cells[measure.id].get(unit, {})
        known = [period for period, cell in cells.items() if cell.value is not None] or list(cells)
        return cells[in_order(known)[-1]] if known else None

    def series(self, measure: Measure, unit: str) -> tuple[FigureCell, ...]:
        """Return all figures of a unit by time."""
        cells = self._cells[measure.id].get(unit, {})
        return tuple(cells[period] for period in in_order(list(cells)))

    def region_series(self, measure: Measure) -> tuple[FigureCell, ...]:
        """Return all figures of the region by time."""
        return self.series(measure, self._region)

    def country_series(self, measure: Measure) -> tuple[FigureCell, ...]:
        """Return all figures of Poland by time."""
        return self.series(measure, COUNTRY)

    def counties_at(self, measure: Measure, period: str) -> dict[str, FigureCell]:
        """Return the figures of all counties for a period, by code; those without one are left out."""
        cells = self._cells[measure.id]
        return {code: cells[code][period] for code in self.codes if period in cells.get(code, {})}

    def median_at(self, measure: Measure, period: str) -> float | None:
        """Return the median of the counties' figures for a period; None where too few have one."""
        known = [cell.value for cell in self.counties_at(measure, period).values() if cell.value is not None]
        if len(known) < max(FEWEST, COVERAGE * len(self.codes)):
            return None
        # Between 9.1 and 9.2 lies 9.15, which is printed as 9.2; in binary it is a little less, and would become 9.1.
        return float(median(exact_decimal(one) for one in known))

    def median_series(self, measure: Measure) -> tuple[FigureCell, ...]:
        """Return the median of the counties' figures for every period that has one, by time."""
        cells = self._cells[measure.id]
        periods = in_order([period for code in self.codes for period in cells.get(code, {})])
        medians = ((period, self.median_at(measure, period)) for period in periods)
        return tuple(
            FigureCell(period=period, value=value, confirmed=True) for period, value in medians if value is not None
        )

    def compared(self) -> tuple[Measure, ...]:
        """Return the measures that tell counties apart: a quarter of the counties, and two at least, has a figure."""
        least = max(min(2, len(self.codes)), ceil(len(self.codes) / 4))
        return tuple(
            one
            for one in self.measures
            if self.shown_period[one.id] and len(self.counties_at(one, self.shown_period[one.id])) >= least
        )


def _measure(indicator: Indicator, dimension: str, used: set[str]) -> Measure:
    identifier = base = f"{indicator.id}--{slug(dimension)}" if dimension else indicator.id
    number = 2
    while identifier in used:
        identifier, number = f"{base}-{number}", number + 1
    used.add(identifier)
    return Measure(
        id=identifier,
        indicator=indicator.id,
        dimension=dimension,
        name=indicator.name,
        unit=indicator.unit,
        decimals=indicator.decimals,
        definition=indicator.definition,
        topic=capitalised(indicator.topic or ""),
        breaks=tuple((str(one.period), one.note) for one in indicator.breaks),
    )


def _cell(catalogue: Catalogue, figure: Figure) -> FigureCell:
    source = catalogue.source.get(figure.source)
    offer = catalogue.offers.get(figure.teryt)
    of_offer = offer is not None and offer.verified is not None and figure.path == offer.source
    known = figure.value is not None and isfinite(figure.value)
    return FigureCell(
        period=figure.period,
        value=figure.value if known else None,
        missing="" if known else figure.missing or "no-data",
        source=source.name if source else figure.source,
        retrieved=figure.retrieved.isoformat() if figure.retrieved else "",
        confirmed=figure.retrieved is not None or of_offer,
    )


def _best_period(cells: dict[str, dict[str, FigureCell]], codes: Iterable[str]) -> str:
    """Return the newest period that covers the counties well; empty where no county has any figure."""
    covered: dict[str, int] = {}
    for code in codes:
        for period in cells.get(code, {}):
            covered[period] = covered.get(period, 0) + 1
    if not covered:
        return ""
    enough = COVERAGE * max(covered.values())
    return max((one for one in covered if covered[one] >= enough), key=lambda one: (last_day(one), -len(one), one))
