"""The page of all counties: the map of tiles and, beside it, for every measure the sorted table of all counties."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.charts.bars import bars
from partnership.country import site_country
from partnership.items.item import Item, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _, ngettext
from partnership.locales import formats
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.counties.county_multiples import Multiples, Timed, multiples, timed_measures
from partnership.pages.counties.county_tiles import (
    Colouring,
    LegendStep,
    PlacedCounty,
    colouring,
    is_map,
    placed_counties,
)
from partnership.pages.counties.figure_texts import (
    cell_text,
    doubt_text,
    missing_text,
    period_text,
    source_text,
    with_unit,
)
from partnership.pages.counties.figures import RELATIVE, FigureCell, FigureTable, Measure
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.settings import Settings

SCRIPT = "js/tile-map.js"


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with the figures of all counties for one period, those of the region and of Poland, and the median."""

    measure: Measure
    period: str
    cells: dict[str, FigureCell]
    region: FigureCell | None
    country: FigureCell | None
    median: float | None = None


class BarRow(msgspec.Struct, frozen=True, kw_only=True):
    """A county in a chart of bars; ``county`` and the two last fields tell the map what to show on its tile."""

    label: str
    address: str
    value_text: str
    missing: str
    x: float
    width: float
    current: bool = False
    county: str = ""
    level: int = 0
    short: str = ""


class MapTile(msgspec.Struct, frozen=True, kw_only=True):
    """A tile of the map."""

    teryt: str
    name: str
    short: str
    address: str
    row: int
    column: int
    level: int
    value_text: str
    city: bool


class MeasureSection(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page says of one measure; ``wider`` are the region and Poland with their figures."""

    id: str
    title: str
    caption: str
    value_head: str
    definition: str
    rows: tuple[BarRow, ...]
    wider: tuple[tuple[str, str], ...]
    note: str
    doubt: str
    legend: tuple[LegendStep, ...]

    @property
    def legend_pairs(self) -> tuple[tuple[int, str], ...]:
        """The legend as the map's script reads it."""
        return tuple((one.level, one.label) for one in self.legend)


class CountiesView(msgspec.Struct, frozen=True, kw_only=True):
    """All counties; ``positioned`` tells whether the tiles make a map or only a list."""

    head: PageHead
    lead: str
    tiles: tuple[MapTile, ...]
    positioned: bool
    sections: tuple[MeasureSection, ...]
    multiples: tuple[Multiples, ...]
    figures: str


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    table = FigureTable(catalogue)
    inputs = (
        structured.publisher(settings),
        placed_counties(catalogue.counties),
        compared(table),
        timed_measures(table),
    )
    yield Page(addresses.of("counties"), "pages/counties.html", counties, inputs)


def compared(table: FigureTable) -> tuple[Compared, ...]:
    """Return every measure that tells counties apart, with its figures."""
    return tuple(compared_measure(table, one) for one in table.compared())


def compared_measure(table: FigureTable, measure: Measure) -> Compared:
    """Return a measure with its figures for the period that is shown."""
    period = table.shown_period[measure.id]
    return Compared(
        measure=measure,
        period=period,
        cells=table.counties_at(measure, period),
        region=table.region_at(measure, period),
        country=table.country_at(measure, period),
        median=table.median_at(measure, period) if measure.unit in RELATIVE else None,
    )


def counties(
    who: Publisher, placed: tuple[PlacedCounty, ...], measures: tuple[Compared, ...], over_time: tuple[Timed, ...] = ()
) -> CountiesView:
    """Return the view of the page of all counties."""
    title = _("Counties")
    codes = [one.code for one in placed]
    colourings = [colouring(one.measure, one.cells, codes) for one in measures]
    sections = tuple(_section(one, how, placed) for one, how in zip(measures, colourings, strict=True))
    count = ngettext("%(num)d county of the region", "%(num)d counties of the region", len(placed))
    lead = _("%(counties)s: who lives and works there, whom to ask, what each has to offer.", counties=count)
    return CountiesView(
        head=PageHead(
            title=title,
            description=description(lead),
            section=addresses.of("counties"),
            feeds=feed_links(title, addresses.of("counties")),
            json_ld=(collection_thing(who, name=title, address=addresses.of("counties"), description=lead),),
            scripts=(SCRIPT,) if len(sections) > 1 else (),
        ),
        lead=lead,
        tiles=tuple(_tile(one, colourings[0] if colourings else None) for one in placed),
        positioned=is_map(placed),
        sections=sections,
        multiples=tuple(multiples(one, placed) for one in over_time),
        figures=f"{addresses.data_folder()}{addresses.data_set('figures')}.csv",
    )


def _tile(county: PlacedCounty, how: Colouring | None) -> MapTile:
    return MapTile(
        teryt=county.code,
        name=county.short_name,
        short=county.short,
        address=county.address,
        row=county.row,
        column=county.column,
        level=how.levels[county.code] if how else 0,
        value_text=how.texts[county.code] if how else "",
        city=county.city,
    )


def _section(one: Compared, how: Colouring, placed: tuple[PlacedCounty, ...]) -> MeasureSection:
    median = FigureCell(period=one.period, value=one.median, confirmed=True) if one.median is not None else None
    country = formats.country_name(site_country())
    wider = ((_("The region"), one.region), (country, one.country), (_("Counties’ median"), median))
    cells = (*one.cells.values(), *(cell for cell in (one.region, one.country) if cell is not None))
    return MeasureSection(
        id=one.measure.id,
        title=one.measure.label,
        caption=formats.bind(measure_caption(one.measure, one.period)),
        value_head=one.measure.unit,
        definition=one.measure.definition,
        rows=bar_rows(one, placed, how=how),
        wider=tuple((name, cell_text(cell, one.measure)) for name, cell in wider if cell is not None),
        note=formats.bind(source_text(cells)),
        doubt=doubt_text(cells),
        legend=how.legend,
    )


def measure_caption(measure: Measure, period: str) -> str:
    """Return what a table or drawing of one measure shows, and of when."""
    return f"{measure.label}, {period_text(period)}"


def bar_rows(
    one: Compared, placed: tuple[PlacedCounty, ...], *, how: Colouring | None = None, current: str = ""
) -> tuple[BarRow, ...]:
    """Return the counties with bars, highest figure first, those without one last; ``current`` is marked."""
    known = {code: cell.value for code, cell in one.cells.items() if cell.value is not None}
    ordered = sorted(placed, key=lambda county: (county.code not in known, -known.get(county.code, 0.0)))
    drawn = bars([known.get(county.code) for county in ordered])
    rows = []
    for county, bar in zip(ordered, drawn, strict=True):
        value, cell = known.get(county.code), one.cells.get(county.code)
        rows.append(
            BarRow(
                label=county.short_name,
                address=county.address,
                value_text="" if value is None else with_unit(value, one.measure),
                missing=missing_text(cell.missing if cell else "no-data") if value is None else "",
                x=bar.x if bar else 0.0,
                width=bar.width if bar else 0.0,
                current=county.code == current,
                county=county.code if how else "",
                level=how.levels[county.code] if how else 0,
                short=how.texts[county.code] if how else "",
            )
        )
    return tuple(rows)
