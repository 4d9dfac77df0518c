"""The investor's page: the editors' guide, then whom to ask in each county and the sites on offer."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.locales import formats
from partnership.pages.directory.reach import Way, first_way
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.records.offer import Site
from partnership.settings import Settings


class SiteCell(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a table: text, perhaps a link; ``missing`` says why there is no text."""

    text: str = ""
    address: str = ""
    missing: str = ""


Row = tuple[SiteCell, ...]


class CountyOffice(msgspec.Struct, frozen=True, kw_only=True):
    """A county with the office that answers for it: links, the quickest way to reach it, whether it is confirmed."""

    county: Link
    office: Link | None
    way: Way | None
    confirmed: bool


class InvestorsView(msgspec.Struct, frozen=True, kw_only=True):
    """The investor's page; both tables are ready for the theme's ``data_table``."""

    head: PageHead
    article: Article
    offices: tuple[Row, ...]
    sites: tuple[Row, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    text = page_text(catalogue, addresses.slug_of("investors"), settings.profile.region_words(catalogue.lang))
    sites = tuple(
        (Link(county.name, addresses.county(county.slug)), site)
        for county in catalogue.counties
        if county.teryt in catalogue.offers
        for site in catalogue.offers[county.teryt].sites
    )
    inputs = (text, _offices(catalogue), sites)
    yield Page(addresses.of("investors"), "pages/investors.html", investors, inputs, text.source)


def _offices(catalogue: Catalogue) -> tuple[CountyOffice, ...]:
    found = []
    for county in catalogue.counties:
        office = catalogue.responsible(county.teryt)
        found.append(
            CountyOffice(
                county=Link(county.name, addresses.county(county.slug)),
                office=Link(office.name, addresses.institution(office.id)) if office else None,
                way=first_way(office) if office else None,
                confirmed=office is not None and office.verified is not None,
            )
        )
    return tuple(found)


def investors(text: Text, offices: tuple[CountyOffice, ...], sites: tuple[tuple[Link, Site], ...]) -> InvestorsView:
    """Return the view of the investor's page."""
    return InvestorsView(
        head=page_head(text, addresses.of("investors")),
        article=text_article(text),
        offices=tuple(_office_row(one) for one in offices),
        sites=tuple(_site_row(county, site) for county, site in sites),
    )


def _office_row(one: CountyOffice) -> Row:
    unknown = _("not known")
    return (
        SiteCell(text=one.county.title, address=one.county.address),
        SiteCell(text=one.office.title, address=one.office.address) if one.office else SiteCell(missing=unknown),
        _contact(one) or SiteCell(missing=unknown),
    )


def _contact(one: CountyOffice) -> SiteCell | None:
    """Return the quickest known way to the office."""
    if one.way is None:
        return None
    doubtful = not one.confirmed and one.way.means != "website"
    text = _("%(contact)s (unconfirmed)", contact=one.way.text) if doubtful else one.way.text
    return SiteCell(text=text, address=one.way.address)


def _site_row(county: Link, site: Site) -> Row:
    return (
        SiteCell(text=site.name),
        SiteCell(text=county.title, address=county.address),
        SiteCell(text=formats.number(site.area_ha, None)),
        SiteCell(text=", ".join(site.utilities)) if site.utilities else SiteCell(missing=_("not known")),
        SiteCell(text=formats.table_date(site.updated)),
    )
