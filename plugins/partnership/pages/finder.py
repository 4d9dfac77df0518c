"""The institution finder: the complete list by county, and the form that makes it quicker where scripts run."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.language import _
from partnership.pages import structured
from partnership.pages.page import FeedLink, Item, Link, Page, PageHead
from partnership.pages.site import feed_links
from partnership.pages.structured import Publisher
from partnership.pages.wording import description
from partnership.polish.collation import sort_key
from partnership.records.institution import Institution
from partnership.settings import Settings

SCRIPT = "js/finder/finder.js"


class FinderItem(msgspec.Struct, frozen=True, kw_only=True):
    """An institution in the list: what a caller needs; ``type`` and ``place`` are ready to print."""

    id: str
    name: str
    type: str
    place: str
    phone: tuple[str, ...]
    alert: bool


class FinderSection(msgspec.Struct, frozen=True, kw_only=True):
    """A county with the institutions that stand in it; ``address`` is empty for those of the whole region."""

    title: str
    address: str
    items: tuple[FinderItem, ...]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """A choice of a filter: its value in the address, its name, and how many institutions it leaves."""

    value: str
    label: str
    count: int


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """A filter: its name in the address, its label and its choices."""

    name: str
    label: str
    options: tuple[Option, ...]


class FinderView(msgspec.Struct, frozen=True, kw_only=True):
    """The page: the form's filters, the whole list, and the links by which those without a script narrow it down."""

    head: PageHead
    intro: str
    filters: tuple[Filter, ...]
    sections: tuple[FinderSection, ...]
    total: int
    index: str
    counties: tuple[Link, ...]
    types: tuple[Link, ...]
    services: tuple[tuple[str, tuple[Link, ...]], ...]
    feeds: tuple[FeedLink, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the one page."""
    who = structured.publisher(settings)
    counties = tuple(
        Link(one.name, addresses.county(one.slug))
        for one in sorted(catalogue.counties, key=lambda one: sort_key(one.short_name))
    )
    types = tuple(
        Link(one.plural, addresses.institution_type(one.id))
        for one in catalogue.types
        if any(each.type == one.id for each in catalogue.institutions)
    )
    services = tuple(
        (group[:1].upper() + group[1:], tuple(Link(one.name, addresses.service(one.id)) for one in some))
        for group, some in catalogue.service_groups
    )
    inputs = (who, _filters(catalogue), _sections(catalogue), counties, types, services)
    yield Page(addresses.INSTITUTIONS, "pages/finder.html", finder, inputs)


def _sections(catalogue: Catalogue) -> tuple[FinderSection, ...]:
    """Counties by Polish collation, the whole region last; in each by name. Empty ones are left out."""
    region = tuple(one for one in catalogue.institutions if one.serves == "region")
    local = [one for one in catalogue.institutions if one.serves != "region"]
    sections = []
    for county in sorted(catalogue.counties, key=lambda one: sort_key(one.short_name)):
        items = _items(catalogue, [one for one in local if one.county == county.teryt])
        if items:
            sections.append(FinderSection(title=county.name, address=addresses.county(county.slug), items=items))
    if region:
        sections.append(FinderSection(title=_("The whole region"), address="", items=_items(catalogue, region)))
    return tuple(sections)


def _items(catalogue: Catalogue, institutions: list[Institution] | tuple[Institution, ...]) -> tuple[FinderItem, ...]:
    return tuple(
        FinderItem(
            id=one.id,
            name=one.name,
            type=kind.name if (kind := catalogue.type.get(one.type)) else "",
            place=", ".join(part for part in (one.street, one.city) if part),
            phone=one.phone,
            alert=one.alert is not None,
        )
        for one in sorted(institutions, key=lambda one: (sort_key(one.name), one.id))
    )


def _filters(catalogue: Catalogue) -> tuple[Filter, ...]:
    """The four filters; choices that no institution fits are left out."""
    everyone = catalogue.institutions
    audiences = {
        "employer": _("for employers"),
        "investor": _("for investors"),
        "employee-at-risk": _("for people about to lose their job"),
        "jobseeker": _("for jobseekers"),
    }
    services = [(one.id, one.name, len(catalogue.giving.get(one.id, ()))) for one in catalogue.services]
    counties = [
        (one.teryt, one.name, len(catalogue.in_county.get(one.teryt, ())))
        for one in sorted(catalogue.counties, key=lambda one: sort_key(one.short_name))
    ]
    types = [(one.id, one.name, sum(each.type == one.id for each in everyone)) for one in catalogue.types]
    groups = [(id_, label, sum(id_ in each.audiences for each in everyone)) for id_, label in audiences.items()]
    return (
        _filter("usluga", _("Service"), services),
        _filter("powiat", _("County"), counties),
        _filter("typ", _("Kind of institution"), types),
        _filter("dla", _("For whom"), groups),
    )


def _filter(name: str, label: str, choices: list[tuple[str, str, int]]) -> Filter:
    options = tuple(Option(value=value, label=text, count=count) for value, text, count in choices if count)
    return Filter(name=name, label=label, options=options)


def finder(
    who: Publisher,
    filters: tuple[Filter, ...],
    sections: tuple[FinderSection, ...],
    counties: tuple[Link, ...],
    types: tuple[Link, ...],
    services: tuple[tuple[str, tuple[Link, ...]], ...],
) -> FinderView:
    """Return the view of the finder."""
    title = _("Find an institution")
    intro = _("Say in your own words what you need, with the town if you like: we show who helps and whom to call.")
    total = sum(len(one.items) for one in sections)
    feeds = feed_links(_("Institutions"), addresses.INSTITUTIONS)
    return FinderView(
        head=PageHead(
            title=title,
            description=description(intro),
            section=addresses.INSTITUTIONS,
            feeds=feeds,
            json_ld=(structured.breadcrumbs(who, (), title, addresses.INSTITUTIONS),),
            scripts=(SCRIPT,) if total else (),
        ),
        intro=intro,
        filters=filters,
        sections=sections,
        total=total,
        index=addresses.FINDER_INDEX,
        counties=counties,
        types=types,
        services=services,
        feeds=feeds,
    )
