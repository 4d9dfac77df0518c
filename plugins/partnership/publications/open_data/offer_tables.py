"""Tables of the offers of counties."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.publications.open_data.cells import county_code, iso, joined, newest
from partnership.publications.open_data.table import Cell, Column, Table


def offers(catalogue: Catalogue, site_url: str, history: dict[str, str]) -> Iterator[Table]:
    """Yield the tables of offers: summaries, occupations, investment sites, schools."""
    found = tuple(catalogue.offers.values())
    county = Column(
        "county",
        "string",
        _("TERYT code of the county") if site_country() == POLAND else county_code(),
        required=True,
        refers=("counties", "teryt"),
    )
    dated = newest((one.verified for one in found), history.get("offers", ""))
    pages = {one.teryt: site_url + addresses.county(one.slug) for one in catalogue.counties}
    columns: tuple[Column, ...] = (
        msgspec.structs.replace(county, unique=True),
        Column("summary", "string", _("Summary (Markdown)"), required=True),
        Column("contact", "string", _("Id of the institution to call")),
        Column("transport", "string", _("Transport")),
        Column("valid_until", "date", _("Valid until")),
        Column("verified", "date", _("Day of confirmation; empty: unconfirmed")),
        Column("page", "string", _("Page of the county on this site")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.county,
            one.summary,
            one.contact,
            one.transport,
            iso(one.valid_until),
            iso(one.verified),
            pages.get(one.county),
        )
        for one in found
    )
    yield Table(
        id="offers",
        title=_("Offers of counties"),
        columns=columns,
        rows=rows,
        key=("county",),
        dated=dated,
        description=_("What an investor should know of each county first."),
    )
    columns = (
        county,
        Column("name", "string", _("Occupation or group of occupations"), required=True),
        Column("kzis", "string", _("KZiS code, text")),
        Column("edition", "string", _("Edition of KZiS")),
        Column(
            "outlook",
            "string",
            _("shortage, balance or surplus"),
            required=True,
            options=("shortage", "balance", "surplus"),
        ),
        Column("year", "integer", _("Year of the forecast"), required=True),
        Column("registered", "integer", _("Registered unemployed")),
        Column("reasons", "string", _("Reasons, divided by semicolons")),
        Column("source", "string", _("Id of the source"), required=True, refers=("sources", "id")),
    )
    rows = tuple(
        (
            one.county,
            each.name,
            each.kzis,
            str(each.edition) if each.edition is not None else None,
            each.outlook,
            each.year,
            each.registered,
            joined(each.reasons),
            each.source,
        )
        for one in found
        for each in one.occupations
    )
    yield Table(
        id="occupations",
        title=_("Occupations: outlook"),
        columns=columns,
        rows=rows,
        dated=dated,
        description=_("Shortage, balance or surplus of occupations by county."),
    )
    columns = (
        county,
        Column("name", "string", _("Name of the site"), required=True),
        Column("area_ha", "number", _("Area in hectares"), required=True),
        Column("ownership", "string", _("Owner")),
        Column("utilities", "string", _("Utilities, divided by semicolons")),
        Column("updated", "date", _("Day of the last update"), required=True),
    )
    rows = tuple(
        (one.county, each.name, each.area_ha, each.ownership, joined(each.utilities), each.updated.isoformat())
        for one in found
        for each in one.sites
    )
    yield Table(
        id="investment-sites",
        title=_("Investment sites"),
        columns=columns,
        rows=rows,
        dated=dated,
        description=_("Sites and industrial buildings for investment by county."),
    )
    columns = (
        county,
        Column("name", "string", _("Name of the school"), required=True),
        Column("city", "string", _("Town"), required=True),
        Column("fields", "string", _("What it teaches, divided by semicolons")),
    )
    rows = tuple((one.county, each.name, each.city, joined(each.fields)) for one in found for each in one.schools)
    yield Table(
        id="schools",
        title=_("Schools"),
        columns=columns,
        rows=rows,
        dated=dated,
        description=_("Schools and what they teach, by county."),
    )
