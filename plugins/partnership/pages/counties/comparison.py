"""The comparison of counties: all of them side by side; a script shows only the chosen two to four."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.charts.bars import bars
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.wording import description
from partnership.language import _
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.counties.counties import Compared, compared
from partnership.pages.counties.county_offer import area_text, outlook_word
from partnership.pages.counties.figure_texts import doubt_text, missing_text, period_text, value_text
from partnership.pages.counties.figures import Cell, FigureTable
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


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A county; ``id`` is its code, by which the script chooses."""

    title: str
    address: str
    id: str


class Compare(msgspec.Struct, frozen=True, kw_only=True):
    """A cell: a text with, for figures, the width of a bar in per cent, or why there is none."""

    text: str = ""
    width: float | None = None
    missing: str = ""
    address: str = ""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row: what is compared, with unit, period and the number of its source, and a cell for each county."""

    label: str
    note: str
    cells: tuple[Compare, ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A county in the form."""

    value: str
    label: str


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What the form asks."""

    name: str
    label: str
    options: tuple[Option, ...]


class ComparisonView(msgspec.Struct, frozen=True, kw_only=True):
    """The comparison; ``sources`` are numbered from 1 as the rows name them."""

    head: PageHead
    lead: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    choices: tuple[Choice, ...]
    sources: tuple[str, ...]
    doubt: str


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    directory = directory_of(catalogue)
    summaries = tuple(_summary(catalogue, directory, one.teryt) for one in catalogue.counties)
    inputs = (structured.publisher(settings), summaries, compared(FigureTable(catalogue)))
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


def comparison(who: Publisher, counties: tuple[Summary, ...], measures: tuple[Compared, ...]) -> ComparisonView:
    """Return the view of the comparison."""
    title = _("Comparison of counties")
    lead = _("Choose two to four counties and see them side by side. You can send the address of the page to others.")
    trail = (Link(_("Counties"), addresses.of("counties")),)
    sources: dict[str, int] = {}
    figures = tuple(_figures(one, counties, sources) for one in measures)
    groups = (
        Group(title=_("Figures"), rows=figures),
        Group(title=_("Offer"), rows=_offer(counties)),
        Group(title=_("Whom to ask"), rows=_contact(counties)),
    )
    choice = Choice(
        name="powiat",
        label=_("Counties to compare: two to four"),
        options=tuple(Option(value=one.name.code, label=one.name.short_name) for one in counties),
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
            Column(title=one.name.short_name, address=one.name.address, id=one.name.code) for one in counties
        ),
        groups=tuple(one for one in groups if one.rows),
        choices=(choice,),
        sources=tuple(sources),
        doubt=doubt_text(cell for one in measures for cell in one.cells.values()),
    )


def _figures(one: Compared, counties: Sequence[Summary], sources: dict[str, int]) -> Row:
    cells = [one.cells.get(county.name.code) for county in counties]
    known = [cell.value if cell else None for cell in cells]
    drawn = bars(known)
    # A bar from zero to the left has no place under a number: rows with losses have none.
    gains = all(value is None or value >= 0 for value in known)
    named = dict.fromkeys(cell.source for cell in cells if cell and cell.source)
    numbers = ", ".join(str(sources.setdefault(name, len(sources) + 1)) for name in named)
    parts = [one.measure.unit, period_text(one.period), _("source %(numbers)s", numbers=numbers) if numbers else ""]
    return Row(
        label=one.measure.label,
        note=", ".join(part for part in parts if part),
        cells=tuple(
            _figure(cell, one, bar.width if bar and gains else None) for cell, bar in zip(cells, drawn, strict=True)
        ),
    )


def _figure(cell: Cell | None, one: Compared, width: float | None) -> Compare:
    if cell is None or cell.value is None:
        return Compare(missing=missing_text(cell.missing if cell else "no-data"))
    return Compare(text=value_text(cell.value, one.measure.decimals), width=width)


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
