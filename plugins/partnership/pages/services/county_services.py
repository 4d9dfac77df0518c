"""Who gives a service in a county: one light page for each pair, with its own feeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.directory import CountyName, ServiceName, directory_of
from partnership.pages.directory.structured_bodies import service_thing
from partnership.pages.redundancies.law import EMPLOYER_SERVICES
from partnership.pages.services.providers import Provider, providers_of
from partnership.settings import Settings

REGION_SHOWN: Final = 50
"""Institutions of the whole region that a county's page names; the service's page has them all."""


class CountyServiceView(msgspec.Struct, frozen=True, kw_only=True):
    """Who gives a service in a county.

    ``office`` answers for the county and gives the service; ``does_not_list`` is the responsible office when it
    does not name the service, and worth asking all the same.
    """

    head: PageHead
    heading: str
    service: ServiceName
    county: CountyName
    office: Provider | None
    does_not_list: Link | None
    others: tuple[Provider, ...]
    region: tuple[Provider, ...]
    region_cut: bool
    more: tuple[Link, ...]
    neighbours: tuple[Link, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every county and service; a withdrawn service keeps its addresses, too."""
    who = structured.publisher(settings)
    directory = directory_of(catalogue)
    providers = providers_of(catalogue)
    region = {service: providers.region(service) for service in directory.services}
    for county in catalogue.counties:
        name = directory.counties[county.teryt]
        office = catalogue.responsible(county.teryt)
        asked = Link(directory.titles[office.id], addresses.institution(office.id)) if office else None
        near = tuple(directory.counties[code] for code in county.neighbours if code in directory.counties)
        for service in directory.services.values():
            neighbours = tuple(Link(one.name, addresses.county_service(one.slug, service.id)) for one in near)
            everywhere = region[service.id]
            inputs = (
                who,
                name,
                service,
                providers.here(county.teryt, service.id),
                everywhere[:REGION_SHOWN],
                len(everywhere) > REGION_SHOWN,
                asked,
                neighbours,
                bool(catalogue.redundancies) and service.id in EMPLOYER_SERVICES,
            )
            address = addresses.county_service(county.slug, service.id)
            yield Page(address, "pages/county-service.html", county_service_view, inputs)


def county_service_view(
    who: Publisher,
    county: CountyName,
    service: ServiceName,
    local_providers: tuple[Provider, ...],
    region: tuple[Provider, ...],
    region_cut: bool,
    asked: Link | None,
    neighbours: tuple[Link, ...],
    redundancies: bool,
) -> CountyServiceView:
    """Return the view of a service in a county; ``asked`` is the office that answers for the county.

    ``redundancies`` tells that the county has a pack for them which belongs to this service.
    """
    address = addresses.county_service(county.slug, service.id)
    title = _("%(service)s – %(county)s", service=service.name, county=county.name)
    trail = (Link(_("Counties"), addresses.of("counties")), Link(county.name, county.address))
    office = next((one for one in local_providers if one.responsible), None)
    others = tuple(one for one in local_providers if one is not office)
    summary = _(
        "%(service)s %(where)s: the office that answers for the county, other institutions, contact.",
        service=service.name,
        where=county.locative,
    )
    # Those of the whole region are told once, on the service's own page.
    local = [one.entry for one in ((office,) if office else ()) + others]
    thing = service_thing(
        who,
        name=service.name,
        address=address,
        description=service.description,
        audiences=service.audiences,
        providers=[Link(one.name, one.address) for one in local],
        area=county.name,
    )
    return CountyServiceView(
        head=PageHead(
            title=title,
            description=description(summary),
            trail=trail,
            section=addresses.of("counties"),
            feeds=feed_links(title, address),
            json_ld=(thing,) if service.current else (),
        ),
        heading=_("%(service)s %(where)s", service=service.name, where=county.locative),
        service=service,
        county=county,
        office=office,
        does_not_list=asked if office is None else None,
        others=others,
        region=region,
        region_cut=region_cut,
        more=(
            *(
                (Link(_("Redundancies: %(county)s", county=county.name), addresses.county_redundancies(county.slug)),)
                if redundancies
                else ()
            ),
            Link(_("More about this service"), service.address),
            Link(_("All about: %(county)s", county=county.name), county.address),
        ),
        neighbours=neighbours,
    )
