"""The comparison of counties: all of them side by side; a script shows only the chosen two to four."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.charts.bars import bars
from partnership.country import site_country
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.wording import description
from partnership.language import _
from partnership.locales import formats
from partnership.locales.formats import NBSP
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.counties.counties import Compared, compared
from partnership.pages.counties.county_multiples import Timed, on_one_scale, strokes, timed_measures
from partnership.pages.counties.county_offer import area_text, outlook_word
from partnership.pages.counties.figure_texts import doubt_text, missing_text, period_text, source_number, value_text
from partnership.pages.counties.figures import RELATIVE, FigureCell, FigureTable
from partnership.pages.directory.directory import CountyName, Directory, directory_of
from partnership.pages.directory.reach import Way, first_way
from partnership.pages.directory.structured_bodies import collection_thing
from partnership.records.offer import Offer
from partnership.settings import Settings

SCRIPT: Final = "js/comparison.js"

NAMED: Final = 5
"""Occupations that a cell names."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What the comparison says of a county beside figures; ``area`` in hectares, None without any site."""

    name: CountyName
    office: Link | None
    way: Way | None
    area: float | None
    shortages: tuple[str, ...]


class CountyColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A county; ``id`` is its code, by which the script chooses."""

    title: str
    address: str
    id: str


class BarMark(msgspec.Struct, frozen=True, kw_only=True):
    """A figure to compare with, as a mark on bars: ``kind`` is median, region or country, ``x`` its place (0–100)."""

    kind: str
    x: float


class Compare(msgspec.Struct, frozen=True, kw_only=True):
    """A cell: a text with, for figures, the width of a bar in per cent, or why there is none.

    ``strokes`` are points of a small drawing of change over time (0–100), ``median`` those of the counties' median.
    """

    text: str = ""
    width: float | None = None
    missing: str = ""
    address: str = ""
    marks: tuple[BarMark, ...] = ()
    strokes: tuple[str, ...] = ()
    median: tuple[str, ...] = ()


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row: what is compared, with unit, period and the number of its source, and a cell for each county."""

    label: str
    note: str
    cells: tuple[Compare, ...]


class RowGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class CountyOption(msgspec.Struct, frozen=True, kw_only=True):
    """A county in the form."""

    value: str
    label: str


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the form asks."""

    name: str
    label: str
    options: tuple[CountyOption, ...]


class ComparisonView(msgspec.Struct, frozen=True, kw_only=True):
    """The comparison; ``sources`` are numbered from 1 as the rows name them.

    ``marks`` are the kinds of marks on its bars, each with what it means.
    """

    head: PageHead
    lead: str
    columns: tuple[CountyColumn, ...]
    groups: tuple[RowGroup, ...]
    choices: tuple[Choice, ...]
    sources: tuple[str, ...]
    doubt: str
    marks: tuple[tuple[str, str], ...] = ()


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    directory = directory_of(catalogue)
    summaries = tuple(_summary(catalogue, directory, one.teryt) for one in catalogue.counties)
    table = FigureTable(catalogue)
    inputs = (structured.publisher(settings), summaries, compared(table), timed_measures(table))
    yield Page(addresses.of("comparison"), "pages/comparison.html", comparison, inputs)


def _summary(catalogue: Catalogue, directory: Directory, code: str) -> Summary:
    office = catalogue.responsible(code)
    offer = catalogue.offers.get(code)
    return Summary(
        name=directory.counties[code],
        office=Link(office.label, addresses.institution(office.id)) if office else None,
        way=first_way(office) if office else None,
        area=sum(one.area_ha for one in offer.sites) if offer and offer.sites else None,
        shortages=_shortages(offer),
    )


def _shortages(offer: Offer | None) -> tuple[str, ...]:
    """Return the occupations of the newest forecast that are short of people."""
    if offer is None or not offer.occupations:
        return ()
    newest = max(one.year for one in offer.occupations)
    return tuple(one.name for one in offer.occupations if one.outlook == "shortage" and one.year == newest)


def comparison(
    who: Publisher, counties: tuple[Summary, ...], measures: tuple[Compared, ...], over_time: tuple[Timed, ...] = ()
) -> ComparisonView:
    """Return the view of the comparison."""
    title = _("Comparison of counties")
    lead = _("Choose two to four counties and see them side by side. You can send the address of the page to others.")
    trail = (Link(_("Counties"), addresses.of("counties")),)
    sources: dict[str, int] = {}
    figures = tuple(_figures(one, counties, sources) for one in measures)
    groups = (
        RowGroup(title=_("Figures"), rows=figures),
        RowGroup(title=_("Change over time"), rows=tuple(_over_time(one, counties) for one in over_time)),
        RowGroup(title=_("Offer"), rows=_offer(counties)),
        RowGroup(title=_("Whom to ask"), rows=_contact(counties)),
    )
    choice = Choice(
        name="powiat",
        label=_("Counties to compare: two to four"),
        options=tuple(CountyOption(value=one.name.code, label=one.name.short_name) for one in counties),
    )
    return ComparisonView(
        head=PageHead(
            title=title,
            description=description(lead),
            trail=trail,
            section=addresses.of("counties"),
            json_ld=(collection_thing(who, name=title, address=addresses.of("comparison"), description=lead),),
            scripts=(SCRIPT,) if len(counties) > 2 else (),
        ),
        lead=lead,
        columns=tuple(
            CountyColumn(title=one.name.short_name, address=one.name.address, id=one.name.code) for one in counties
        ),
        groups=tuple(one for one in groups if one.rows),
        choices=(choice,),
        sources=tuple(sources),
        doubt=doubt_text(cell for one in measures for cell in one.cells.values()),
        marks=tuple(_shown_marks(figures)),
    )


def _figures(one: Compared, counties: Sequence[Summary], sources: dict[str, int]) -> Row:
    cells = [one.cells.get(county.name.code) for county in counties]
    known = [cell.value if cell else None for cell in cells]
    wider = _to_compare_with(one)
    drawn = bars([*known, *(value for _kind, _name, value in wider)])
    # A bar from zero to the left has no place under a number: rows with losses have none.
    gains = all(value is None or value >= 0 for value in [*known, *(value for _kind, _name, value in wider)])
    marks = tuple(
        BarMark(kind=kind, x=bar.width)
        for (kind, _name, _value), bar in zip(wider, drawn[len(known) :], strict=True)
        if bar is not None and gains
    )
    beside = [f"{name}{NBSP}{value_text(value, one.measure.decimals)}" for _kind, name, value in wider]
    named = dict.fromkeys(cell.source for cell in cells if cell and cell.source)
    numbers = ", ".join(str(sources.setdefault(name, len(sources) + 1)) for name in named)
    parts = [one.measure.unit, period_text(one.period), source_number(numbers) if numbers else ""]
    return Row(
        label=one.measure.label,
        note="; ".join([", ".join(part for part in parts if part), *beside]),
        cells=tuple(
            _figure(cell, one, bar.width if bar and gains else None, marks)
            for cell, bar in zip(cells, drawn, strict=False)
        ),
    )


def _figure(cell: FigureCell | None, one: Compared, width: float | None, marks: tuple[BarMark, ...]) -> Compare:
    if cell is None or cell.value is None:
        return Compare(missing=missing_text(cell.missing if cell else "no-data"))
    return Compare(
        text=value_text(cell.value, one.measure.decimals), width=width, marks=marks if width is not None else ()
    )


def _to_compare_with(one: Compared) -> tuple[tuple[str, str, float], ...]:
    """Return what the counties can be compared with, for the same period: kind, name and value."""
    region = one.region.value if one.region and one.measure.unit in RELATIVE else None
    country = one.country.value if one.country and one.measure.unit in RELATIVE else None
    found = (
        ("median", _("median"), one.median),
        ("region", _("the region"), region),
        ("country", formats.country_name(site_country()), country),
    )
    return tuple((kind, name, value) for kind, name, value in found if value is not None)


def _shown_marks(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    country = formats.country_name(site_country())
    shown = {mark.kind for row in rows for cell in row.cells for mark in cell.marks}
    names = (("median", _("Counties’ median")), ("region", _("The region")), ("country", country))
    return ((kind, name) for kind, name in names if kind in shown)


def _over_time(one: Timed, counties: Sequence[Summary]) -> Row:
    """Return small drawings of a measure on one scale, each with the figures at its ends."""
    chart = on_one_scale(one)
    lines = dict(zip(one.cells, chart.lines, strict=False))
    ticks = chart.ticks
    scale = _("scale from %(bottom)s to %(top)s", bottom=value_text(float(ticks[0].value), 0),
              top=value_text(float(ticks[-1].value), 0)) if ticks else ""  # fmt: skip
    cells = []
    for county in counties:
        known = [cell.value for cell in one.cells[county.name.code] if cell is not None and cell.value is not None]
        drawn = strokes(lines[county.name.code])
        if not drawn:
            cells.append(Compare(missing=missing_text("no-data")))
            continue
        ends = (value_text(known[0], one.measure.decimals), value_text(known[-1], one.measure.decimals))
        cells.append(Compare(text=" → ".join(ends), strokes=drawn, median=strokes(chart.lines[-1])))
    span = f"{period_text(one.periods[0])} – {period_text(one.periods[-1])}"
    return Row(
        label=one.measure.label, note=", ".join(filter(None, (one.measure.unit, span, scale))), cells=tuple(cells)
    )


def _offer(counties: Sequence[Summary]) -> tuple[Row, ...]:
    none = missing_text("no-data")
    rows = []
    if any(one.area is not None for one in counties):
        areas = (area_text(one.area) if one.area is not None else "" for one in counties)
        rows.append(_texts(_("Investment sites"), "", areas, none))
    if any(one.shortages for one in counties):
        names = (", ".join(one.shortages[:NAMED]) for one in counties)
        rows.append(_texts(_("Occupations short of people"), outlook_word("shortage"), names, none))
    return tuple(rows)


def _contact(counties: Sequence[Summary]) -> tuple[Row, ...]:
    unknown = _("unknown")
    offices = tuple(
        Compare(text=one.office.title, address=one.office.address) if one.office else Compare(missing=unknown)
        for one in counties
    )
    rows = [Row(label=_("Labour office"), note="", cells=offices)] if any(one.office for one in counties) else []
    if any(one.way for one in counties):
        cells = tuple(
            Compare(text=one.way.text, address=one.way.address) if one.way else Compare(missing=unknown)
            for one in counties
        )
        rows.append(Row(label=_("Phone, e-mail or website"), note="", cells=cells))
    return tuple(rows)


def _texts(label: str, note: str, texts: Iterator[str], none: str) -> Row:
    cells = tuple(Compare(text=text) if text else Compare(missing=none) for text in texts)
    return Row(label=label, note=note, cells=cells)
