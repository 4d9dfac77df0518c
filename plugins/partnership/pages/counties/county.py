"""The page of a county: what is known of it, and how to reach who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import ConfirmedBy, confirmed_by, is_overdue
from partnership.catalogue.subjects import subjects_of
from partnership.items.item import Item, Link, Page
from partnership.locales.marks import capitalised
from partnership.pages.common import structured
from partnership.pages.common.writings import writings
from partnership.pages.counties.counties import Compared, compared
from partnership.pages.counties.county_figures import Standing, standings
from partnership.pages.counties.county_reach import first_measures, within_reach
from partnership.pages.counties.county_tiles import PlacedCounty, placed_counties
from partnership.pages.counties.county_view import ContactPerson, CountyFacts, Neighbour, Office, Others, county_view
from partnership.pages.counties.figures import FigureTable
from partnership.pages.directory.directory import Directory, ServiceName, directory_of
from partnership.pages.directory.institutions import institution_place
from partnership.pages.services.providers import Providers, providers_of
from partnership.publications.open_data.plan import about_data
from partnership.records.institution import Listed
from partnership.records.offer import Offer
from partnership.settings import Settings

REGION_SHOWN: Final = 50
"""Institutions of the whole region that a county's page names; the finder has them all."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every county."""
    who, about = structured.publisher(settings), about_data(settings)
    directory = directory_of(catalogue)
    providers = providers_of(catalogue)
    table = FigureTable(catalogue)
    figures = standings(table)
    shown = compared(table)
    placed = placed_counties(catalogue.counties)
    sources = {one.id: one.name for one in catalogue.sources}
    people = _consultants(catalogue)
    for county in catalogue.counties:
        code = county.teryt
        offer = catalogue.offers.get(code)
        near = (directory.counties[one] for one in county.neighbours if one in directory.counties)
        facts = CountyFacts(
            county=county,
            offer=offer,
            expired=offer is not None and offer.valid_until is not None and offer.valid_until < catalogue.build_date,
            overdue=offer is not None and is_overdue(offer, catalogue.build_date),
            confirmed_by=_confirmed_by(catalogue, offer),
            office=_office(directory, catalogue.responsible(code)),
            contact=_office(
                directory, catalogue.listed_institutions.get(offer.contact) if offer and offer.contact else None
            ),
            consultants=tuple(people.get(code, ())),
            neighbours=tuple(Neighbour(code=one.code, name=one.name, address=one.address) for one in near),
            services=_services(catalogue, directory, providers, code),
            others=_others(catalogue, directory, code),
            pack=addresses.county_redundancies(county.slug) if catalogue.redundancies else "",
            sources=tuple((one, sources[one]) for one in _named_sources(offer) if one in sources),
            writings=writings(catalogue, subjects_of(catalogue).on_county.get(code, ())),
            within_reach=within_reach(county, catalogue.counties),
            data=catalogue.table.county_figures(county.slug) if figures[code] else "",
        )
        chart = _chart(shown, placed, figures[code], code)
        inputs: tuple[object, ...] = (who, about, facts, figures[code], *chart, first_measures(shown))
        source = f"data/{offer.source}" if offer else "data/counties.yaml"
        yield Page(addresses.county(county.slug), "pages/county.html", county_view, inputs, source)


def _confirmed_by(catalogue: Catalogue, offer: Offer | None) -> ConfirmedBy:
    """Return who confirmed an offer: the institution to call, else the office that answers for the county."""
    if offer is None:
        return ""
    contact = catalogue.listed_institutions.get(offer.contact) if offer.contact else catalogue.responsible(offer.county)
    return confirmed_by(offer, contact is not None and catalogue.is_responsible(contact))


def _chart(
    shown: tuple[Compared, ...], placed: tuple[PlacedCounty, ...], figures: tuple[Standing, ...], code: str
) -> tuple[Compared | None, tuple[PlacedCounty, ...]]:
    """Return the first measure in which the county can be seen among all others, and those."""
    chart = next((one for one in shown if code in one.cells and len(placed) > 1), None)
    return (chart, placed) if chart and figures else (None, ())


def _office(directory: Directory, institution: Listed | None) -> Office | None:
    if institution is None or institution.status != "active":
        return None
    return Office(
        title=directory.titles[institution.id],
        address=addresses.institution(institution.id),
        place=institution_place(institution),
        confirmed=institution.verified is not None,
        alert=institution.alert or "",
    )


def _consultants(catalogue: Catalogue) -> dict[str, list[ContactPerson]]:
    """Return, by county, the consultants who answer for it and agreed to be named."""
    found: dict[str, list[ContactPerson]] = {}
    for partner in catalogue.partners:
        institution = catalogue.briefs.get(partner.institution)
        name = institution.name if institution else partner.institution
        link = Link(name, addresses.partner(partner.id))
        for one in partner.consultants:
            if not one.consent:
                continue
            person = ContactPerson(
                name=one.name,
                role=one.role or "",
                phone=one.phone or "",
                email=one.email or "",
                institution=link,
            )
            for code in dict.fromkeys(one.counties):
                found.setdefault(code, []).append(person)
    return found


def _services(
    catalogue: Catalogue, directory: Directory, providers: Providers, code: str
) -> tuple[tuple[str, tuple[ServiceName, ...]], ...]:
    """Return the services that somebody gives in a county, by group."""
    found = []
    for group, services in catalogue.service_groups:
        here = tuple(directory.services[one.id] for one in services if providers.is_given(code, one.id))
        if here:
            found.append((capitalised(group), here))
    return tuple(found)


def _others(catalogue: Catalogue, directory: Directory, code: str) -> Others:
    """Return the institutions of a county beside the responsible office."""
    office = catalogue.responsible(code)
    rest = [one for one in catalogue.in_county.get(code, ()) if office is None or one.id != office.id]
    region = [one for one in rest if one.serves == "region"]
    return Others(
        here=tuple(directory.entries[one.id] for one in rest if one.serves != "region"),
        region=tuple(directory.entries[one.id] for one in region[:REGION_SHOWN]),
        region_cut=len(region) > REGION_SHOWN,
    )


def _named_sources(offer: Offer | None) -> Iterable[str]:
    return dict.fromkeys(one.source for one in offer.occupations) if offer else ()
