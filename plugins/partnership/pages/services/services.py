"""Services: the list by group and by audience, and the page of each with who gives it, county by county."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.subjects import subjects_of
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.items.wording import description
from partnership.language import _, ngettext
from partnership.locales.marks import capitalised
from partnership.locales.slugs import slug
from partnership.pages.common import structured
from partnership.pages.common.record_texts import original_name
from partnership.pages.common.structured import Publisher
from partnership.pages.common.writings import Writing, writings
from partnership.pages.directory.directory import (
    AUDIENCES,
    CountyName,
    DirectoryEntry,
    ServiceName,
    audience_name,
    audience_names,
    directory_of,
    lines,
)
from partnership.pages.directory.structured_bodies import collection_thing, service_thing
from partnership.pages.redundancies.law import (
    EMPLOYER_SERVICES,
    ThresholdRow,
    agreements_note,
    threshold_rows,
)
from partnership.pages.services.providers import Provider, Providers, providers_of
from partnership.records.redundancies import Threshold, in_force
from partnership.records.taxonomy import Service
from partnership.settings import Settings

START_SCRIPT: Final = "js/planner-start.js"

NAMED_IN_ROW: Final = 3
"""Institutions beside the responsible office that a county's row names; the rest are a number."""


class ServiceGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A group of services; ``id`` is the fragment of its heading."""

    id: str
    title: str
    services: tuple[ServiceName, ...]


class PageHeading(msgspec.Struct, frozen=True, kw_only=True):
    """A heading of the page for its list of contents."""

    id: str
    title: str
    level: int = 2


class ServiceListView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of services; ``audiences`` are (fragment, name, services) for each audience that any service names."""

    head: PageHead
    groups: tuple[ServiceGroup, ...]
    audiences: tuple[tuple[str, str, tuple[Link, ...]], ...]
    contents: tuple[PageHeading, ...]


class ServiceCounty(msgspec.Struct, frozen=True, kw_only=True):
    """Who gives a service in a county: the responsible office, some others, and how many more there are."""

    county: Link
    office: Link | None
    others: tuple[Link, ...]
    more: int


class ServiceView(msgspec.Struct, frozen=True, kw_only=True):
    """A service on its page; ``original`` is its name in the site's first language where the page is in another.

    ``local`` tells whether anybody gives it in a county, ``nobody`` that no institution lists it at all,
    ``others`` whether somewhere others than the office that answers for a county give it.
    """

    head: PageHead
    service: Service
    group: str
    original: str
    audiences: tuple[str, ...]
    provided_by: tuple[str, ...]
    legal_basis: tuple[str, ...]
    rows: tuple[tuple[ServiceCounty, str], ...]
    counties: tuple[Link, ...]
    region: tuple[Provider, ...]
    local: bool
    others: bool
    nobody: bool
    related: tuple[Link, ...]
    thresholds: tuple[ThresholdRow, ...]
    planner: str
    agreements: str
    writings: tuple[Writing, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of services and the page of each; withdrawn ones keep their pages."""
    who = structured.publisher(settings)
    directory = directory_of(catalogue)
    providers = providers_of(catalogue)
    groups = tuple(
        (group, tuple(directory.services[one.id] for one in some)) for group, some in catalogue.service_groups
    )
    for_whom = tuple(
        (
            audience,
            tuple(
                Link(directory.services[one.id].name, addresses.service(one.id))
                for one in catalogue.services
                if one.status == "current" and audience in one.audiences
            ),
        )
        for audience in AUDIENCES
    )
    yield Page(
        addresses.of("services"), "pages/service-list.html", service_list, (who, groups, for_whom), "data/services.yaml"
    )
    of_group = dict(catalogue.service_groups)
    counties = tuple(directory.counties.values())
    rules = catalogue.redundancies
    thresholds = in_force(rules.thresholds, catalogue.build_date) if rules else ()
    for service in catalogue.services:
        rows = tuple(_row(providers, county, service.id) for county in counties)
        related = tuple(
            Link(directory.services[one.id].name, addresses.service(one.id))
            for one in of_group.get(service.group, ())
            if one.id != service.id
        )
        own = thresholds if service.id in EMPLOYER_SERVICES else ()
        name = directory.services[service.id].name
        written = writings(catalogue, subjects_of(catalogue).on_service.get(service.id, ()))
        inputs = (who, service, name, catalogue.languages[0], rows, providers.region(service.id), related, own, written)
        yield Page(addresses.service(service.id), "pages/service.html", service_view, inputs, "data/services.yaml")


def _row(providers: Providers, county: CountyName, service: str) -> ServiceCounty:
    local_providers = providers.here(county.code, service)
    office = local_providers[0] if local_providers and local_providers[0].responsible else None
    others = local_providers[1:] if office else local_providers
    return ServiceCounty(
        county=Link(county.name, addresses.county_service(county.slug, service)),
        office=_link(office.entry) if office else None,
        others=tuple(_link(one.entry) for one in others[:NAMED_IN_ROW]),
        more=max(0, len(others) - NAMED_IN_ROW),
    )


def _link(entry: DirectoryEntry) -> Link:
    return Link(entry.name, entry.address)


def service_list(
    who: Publisher,
    groups: tuple[tuple[str, tuple[ServiceName, ...]], ...],
    for_whom: tuple[tuple[str, tuple[Link, ...]], ...],
) -> ServiceListView:
    """Return the view of the list of services."""
    title = _("Services")
    summary = _("What labour offices and other bodies do for firms that need people or part with them, by subject.")
    fragments: dict[str, int] = {}
    shown = []
    for group, services in groups:
        base = slug(group) or "grupa"
        number = fragments[base] = fragments.get(base, 0) + 1
        fragment = base if number == 1 else f"{base}-{number}"
        shown.append(ServiceGroup(id=f"grupa-{fragment}", title=capitalised(group), services=services))
    people = tuple(
        (f"dla-{audience}", capitalised(audience_name(audience)), links) for audience, links in for_whom if links
    )
    return ServiceListView(
        head=PageHead(
            title=title,
            description=summary,
            section=addresses.of("services"),
            feeds=feed_links(title, addresses.of("services")),
            json_ld=(collection_thing(who, name=title, address=addresses.of("services"), description=summary),),
        ),
        groups=tuple(shown),
        audiences=people,
        contents=(
            *(PageHeading(id=one.id, title=one.title) for one in shown),
            *((PageHeading(id="for-whom", title=_("By who it is for")),) if people else ()),
            *(PageHeading(id=fragment, title=name, level=3) for fragment, name, _links in people),
        ),
    )


def service_view(
    who: Publisher,
    service: Service,
    title: str,
    first: str,
    rows: tuple[ServiceCounty, ...],
    region: tuple[Provider, ...],
    related: tuple[Link, ...],
    thresholds: tuple[Threshold, ...],
    written: tuple[Writing, ...] = (),
) -> ServiceView:
    """Return the view of a service's page.

    ``first`` is the site's first language; ``thresholds`` are those of redundancies, where it is about them;
    ``written`` is what was written about it.
    """
    address = addresses.service(service.id)
    trail = (Link(_("Services"), addresses.of("services")),)
    withdrawn = service.status == "withdrawn"
    audiences = tuple(audience_names(service.audiences))
    local = any(one.office or one.others for one in rows)
    offices = [one.office for one in rows if one.office] + [_link(one.entry) for one in region]
    things = (
        service_thing(
            who,
            name=title,
            address=address,
            description=service.description,
            audiences=audiences,
            providers=list({one.address: one for one in offices}.values()),
        ),
    )
    return ServiceView(
        head=PageHead(
            title=title,
            description=description(f"{title}: {service.description}"),
            trail=trail,
            section=addresses.of("services"),
            feeds=feed_links(title, address),
            json_ld=things[1:] if withdrawn else things,
            scripts=(START_SCRIPT,) if thresholds and not withdrawn else (),
        ),
        service=service,
        group=capitalised(service.group),
        original=original_name(service, first),
        audiences=audiences,
        provided_by=lines(service.provided_by),
        legal_basis=lines(service.legal_basis),
        rows=tuple((one, ngettext("%(num)d more", "%(num)d more", one.more) if one.more else "") for one in rows),
        counties=tuple(one.county for one in rows),
        region=region,
        local=local,
        others=any(one.others for one in rows),
        nobody=not region and not local,
        related=related,
        thresholds=() if withdrawn else threshold_rows(thresholds),
        planner=addresses.of("redundancy_plan") if thresholds else "",
        agreements=agreements_note(thresholds),
        writings=written,
    )
