"""The tables: every kind of record, flat, with codes as text and nothing personal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.publications.open_data import institution_tables
from partnership.publications.open_data.cells import HIDDEN, county_code, iso, joined, lines, newest
from partnership.publications.open_data.document_table import documents
from partnership.publications.open_data.offer_tables import offers
from partnership.publications.open_data.own_tables import own_tables
from partnership.publications.open_data.table import Cell, Column, Table
from partnership.records.fields import encode_hook
from partnership.records.figures import COUNTRY, Figure


def make_tables(catalogue: Catalogue, site_url: str, history: dict[str, str]) -> Iterator[Table]:
    """Yield all tables; ``history`` gives the ISO day of the newest change by kind of record."""
    yield _counties(catalogue, site_url)
    yield _services(catalogue, site_url, history)
    yield _types(catalogue)
    yield institution_tables.institutions(catalogue, history)
    yield institution_tables.services_given(catalogue, history)
    yield institution_tables.partners(catalogue, site_url, history)
    yield institution_tables.exchange(catalogue, history)
    yield institution_tables.groups(catalogue, site_url, history)
    yield from offers(catalogue, site_url, history)
    yield _indicators(catalogue)
    yield _sources(catalogue)
    yield _figures(catalogue, history)
    yield documents(catalogue)
    yield from own_tables(catalogue, site_url)


def public_records(table: str, catalogue: Catalogue) -> tuple[Any, ...]:
    """Return the whole records behind a table as plain data, for its JSON; empty where the rows say all.

    A large table has its own way.
    """
    records: dict[str, Iterable[Any]] = {
        "counties": catalogue.counties,
        "services": catalogue.services,
        "institution-types": catalogue.types,
        "partners": catalogue.partners,
        "working-groups": catalogue.groups,
        "offers": tuple(catalogue.offers.values()),
        "indicators": catalogue.indicators,
        "sources": catalogue.sources,
    }
    return tuple(public_record(one) for one in records.get(table, ()))


def public_record(record: Any) -> dict[str, Any]:
    """Return what is published of a record, without what is not known; ``record`` may be a dict of its fields."""
    told: dict[str, Any] = msgspec.to_builtins(record, enc_hook=encode_hook)
    return {
        key: value
        for key, value in told.items()
        if key not in HIDDEN and value is not None and value != [] and value != {}
    }


def figure_code() -> str:
    """Return what the code of a figure's place means."""
    if site_country() == POLAND:
        return _("TERYT code: 00 Poland, two digits a region, four a county")
    return _("Code of the county; 00: the country")


def _counties(catalogue: Catalogue, site_url: str) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            one.teryt,
            one.name,
            one.short_name,
            one.kind,
            one.seat,
            one.latitude,
            one.longitude,
            one.area_km2,
            joined(one.neighbours),
            site_url + addresses.county(one.slug),
        )
        for one in catalogue.counties
    ]
    columns = (
        Column("teryt", "string", county_code(), required=True, unique=True),
        Column("name", "string", _("Name of the county"), required=True),
        Column("short_name", "string", _("Short name"), required=True),
        Column("kind", "string", _("rural (county) or city (city with county rights)"), options=("rural", "city")),
        Column("seat", "string", _("Seat")),
        Column("latitude", "number", _("Latitude of the seat, degrees")),
        Column("longitude", "number", _("Longitude of the seat, degrees")),
        Column("area_km2", "number", _("Area in square kilometres")),
        Column("neighbours", "string", _("Codes of neighbouring counties, divided by semicolons")),
        Column("page", "string", _("Page of the county on this site")),
    )
    return Table(
        id="counties",
        title=_("Counties"),
        description=_("The counties of the region."),
        columns=columns,
        rows=tuple(rows),
        key=("teryt",),
    )


def _services(catalogue: Catalogue, site_url: str, history: dict[str, str]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            one.id,
            one.name,
            one.group,
            one.description,
            joined(one.synonyms),
            joined(one.audiences),
            joined(lines(one.provided_by)),
            joined(lines(one.legal_basis)),
            one.status,
            site_url + addresses.service(one.id),
        )
        for one in catalogue.services
    ]
    columns = (
        Column("id", "string", _("Id of the service"), required=True, unique=True),
        Column("name", "string", _("Name of the service"), required=True),
        Column("group", "string", _("Group of services")),
        Column("description", "string", _("Description")),
        Column("synonyms", "string", _("Other names, divided by semicolons")),
        Column("audiences", "string", _("For whom, divided by semicolons")),
        Column("provided_by", "string", _("Who provides it")),
        Column("legal_basis", "string", _("Legal basis")),
        Column("status", "string", _("current or withdrawn"), options=("current", "withdrawn")),
        Column("page", "string", _("Page of the service on this site")),
    )
    return Table(
        id="services",
        title=_("Services"),
        description=_("Services for employers, investors and people."),
        columns=columns,
        rows=tuple(rows),
        key=("id",),
        dated=history.get("services", ""),
    )


def _types(catalogue: Catalogue) -> Table:
    columns = (
        Column("id", "string", _("Id of the type"), required=True, unique=True),
        Column("name", "string", _("Name, singular"), required=True),
        Column("plural", "string", _("Name, plural"), required=True),
        Column("responsible", "boolean", _("Whether institutions of this type answer for a county")),
    )
    rows = tuple((one.id, one.name, one.plural, one.responsible) for one in catalogue.types)
    return Table(
        id="institution-types",
        title=_("Kinds of institutions"),
        columns=columns,
        rows=rows,
        key=("id",),
        description=_("Kinds to which institutions belong."),
    )


def _indicators(catalogue: Catalogue) -> Table:
    columns = (
        Column("id", "string", _("Id of the indicator"), required=True, unique=True),
        Column("name", "string", _("Name"), required=True),
        Column("unit", "string", _("Unit")),
        Column("decimals", "integer", _("Decimal places shown")),
        Column(
            "better", "string", _("Which direction is good for an employer"), options=("higher", "lower", "neither")
        ),
        Column("definition", "string", _("Definition")),
    )
    rows = tuple((one.id, one.name, one.unit, one.decimals, one.better, one.definition) for one in catalogue.indicators)
    return Table(
        id="indicators",
        title=_("Indicators"),
        description=_("What the figures measure."),
        columns=columns,
        rows=rows,
        key=("id",),
    )


def _sources(catalogue: Catalogue) -> Table:
    columns = (
        Column("id", "string", _("Id of the source"), required=True, unique=True),
        Column("name", "string", _("Name"), required=True),
        Column("url", "string", _("Address")),
        Column("licence", "string", _("Licence or terms of re-use")),
    )
    rows = tuple((one.id, one.name, one.url, one.licence) for one in catalogue.sources)
    return Table(
        id="sources",
        title=_("Sources"),
        description=_("Where the figures come from."),
        columns=columns,
        rows=rows,
        key=("id",),
    )


def county_figures(catalogue: Catalogue, figures: Table) -> Iterator[tuple[str, Table]]:
    """Yield, by address, for each county that has figures a table of them and of the region's and the country's.

    ``figures`` is the table of all.
    """
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for row in figures.rows:
        rows.setdefault(str(row[0]), []).append(row)
    wider = [*rows.get(COUNTRY, ()), *rows.get(catalogue.region, ())]
    for county in catalogue.counties:
        if county.teryt in rows:
            table = msgspec.structs.replace(figures, rows=(*rows[county.teryt], *wider))
            yield catalogue.table.county_figures(county.slug), table


def _figure_row(one: Figure) -> tuple[Cell, ...]:
    return (
        one.teryt,
        one.indicator,
        one.dimension or None,
        one.period,
        one.value,
        one.missing,
        one.source,
        iso(one.retrieved),
    )


def _figures(catalogue: Catalogue, history: dict[str, str]) -> Table:
    columns = (
        Column("teryt", "string", figure_code(), required=True),
        Column("indicator", "string", _("Id of the indicator"), required=True, refers=("indicators", "id")),
        Column("dimension", "string", _("Part of the whole; empty: the whole")),
        Column("period", "string", _("Period: 2024, 2024-12 or 2024-12-31"), required=True),
        Column("value", "number", _("Value; empty: missing, which is not zero")),
        Column(
            "missing", "string", _("Why the value is missing"), options=("no-data", "confidential", "not-applicable")
        ),
        Column("source", "string", _("Id of the source"), required=True, refers=("sources", "id")),
        Column("retrieved", "date", _("Day on which it was taken from the source")),
    )
    rows = tuple(_figure_row(one) for one in catalogue.figures)
    dated = newest((one.retrieved for one in catalogue.figures), history.get("figures", ""))
    return Table(
        id="figures",
        title=_("Figures"),
        columns=columns,
        rows=rows,
        dated=dated,
        description=_("Every figure of the site, each with its period and source."),
    )
