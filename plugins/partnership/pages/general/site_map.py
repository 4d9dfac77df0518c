"""The site map: every listed page of the site, under the section it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.record_links import record_links
from partnership.kinds.counties import COUNTIES
from partnership.kinds.institutions import INSTITUTIONS, SERVICES
from partnership.kinds.kind import Kind
from partnership.kinds.partners import PARTNERS, WORKING_GROUPS
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import record_sections
from partnership.language import _
from partnership.locales.collation import sort_key
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.records.content import Document
from partnership.region_words import RegionWords
from partnership.settings import Settings

MANY_POSTS: Final = 200
"""More posts than this are reached through their years."""


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """A section with its pages; those with a date stand under their ``years``, the newest first."""

    top: Link
    links: tuple[Link, ...]
    years: tuple[tuple[Link, tuple[Link, ...]], ...] = ()


class SiteMapView(msgspec.Struct, frozen=True, kw_only=True):
    """The site map."""

    head: PageHead
    article: Article
    branches: tuple[Branch, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    text = page_text(catalogue, addresses.slug_of("site_map"))
    inputs = (text, branches(catalogue, settings.profile.region_words(catalogue.lang)))
    yield Page(addresses.of("site_map"), "pages/site-map.html", site_map, inputs, text.source)


def branches(catalogue: Catalogue, region: RegionWords) -> tuple[Branch, ...]:
    """Return all sections of the site with their pages."""
    consultants = Link(_("Consultants"), addresses.of("consultants"))
    return (
        _branch(Link(_("Home"), addresses.of("home")), ()),
        _records(catalogue, INSTITUTIONS),
        _records(catalogue, SERVICES),
        *(
            (_branch(Link(_("Redundancies"), addresses.of("redundancies")), _redundancies(catalogue)),)
            if catalogue.redundancies
            else ()
        ),
        _records(catalogue, COUNTIES, first=Link(_("Comparison of counties"), addresses.of("comparison"))),
        *(
            _section(catalogue, kind, Link(section.words(region).title, addresses.section(kind.name)))
            for kind, section in catalogue.sections
        ),
        _records(catalogue, WORKING_GROUPS),
        _records(catalogue, PARTNERS, last=consultants),
        _branch(
            Link(_("About this site"), addresses.of("about")),
            (*_pages(catalogue), Link(_("Glossary"), addresses.of("glossary"))),
        ),
    )


def _records(catalogue: Catalogue, kind: RecordKind, *, first: Link | None = None, last: Link | None = None) -> Branch:
    """Return the section of a kind of record, with what stands before and after the records' pages."""
    [(_kind, section)] = record_sections([kind])
    links = (first, *record_links(catalogue, kind), last)
    return _branch(Link(section.label(), addresses.of(section.name)), filter(None, links))


def _section(catalogue: Catalogue, kind: Kind, top: Link) -> Branch:
    """Return the section of a kind of content: posts have pages for their years and labels."""
    documents = catalogue.documents[kind.name]
    if kind.name == "news":
        archives = (
            *(Link(_("Category: %(name)s", name=name), addresses.category(name)) for name in catalogue.categories),
            *(Link(_("Topic: %(name)s", name=name), addresses.tag(name)) for name in catalogue.tags),
            *(Link(_("Author: %(name)s", name=name), addresses.author(name)) for name in catalogue.authors),
        )
        if len(documents) > MANY_POSTS:
            years = (Link(_("News of %(year)d", year=year), addresses.year(year)) for year in catalogue.years)
            return _branch(top, (*years, *archives))
        return _branch(top, archives, _years(catalogue, documents, addresses.year))
    beside = (Link(_("Partners’ Council"), addresses.of("council")),) if kind.name == "meetings" else ()
    return _branch(top, beside, _years(catalogue, documents))


def _years(
    catalogue: Catalogue, documents: Iterable[Document[Any]], address: Callable[[int], str] | None = None
) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Return documents under the years they are of, newest first; ``address`` is that of a year's page, if any."""
    known = catalogue.document_addresses
    found: dict[int, list[Link]] = {}
    for one in documents:
        moment = catalogue.moment(one)
        found.setdefault(moment.at.year, []).append(Link(one.front.title, known[one.path]))
    return tuple(
        (Link(str(year), address(year) if address else ""), tuple(found[year])) for year in sorted(found, reverse=True)
    )


def _redundancies(catalogue: Catalogue) -> Iterator[Link]:
    """Give the pages for redundancies: planner, letters, a pack for each county."""
    yield Link(_("Plan redundancies step by step"), addresses.of("redundancy_plan"))
    if catalogue.redundancies and catalogue.redundancies.letters:
        yield Link(_("Letters for redundancies"), addresses.of("redundancy_letters"))
    for county in catalogue.counties:
        yield Link(_("Redundancies: %(county)s", county=county.name), addresses.county_redundancies(county.slug))


def _pages(catalogue: Catalogue) -> list[Link]:
    slugs = {*catalogue.pages, *map(addresses.slug_of, addresses.ALWAYS)}
    slugs -= {addresses.slug_of("council"), addresses.slug_of("site_map")}
    texts = {slug: page_text(catalogue, slug) for slug in slugs}
    links = [Link(text.title, addresses.page(slug)) for slug, text in texts.items() if text.listed]
    return sorted(links, key=lambda one: (sort_key(one.title), one.address))


def _branch(top: Link, links: Iterable[Link], years: tuple[tuple[Link, tuple[Link, ...]], ...] = ()) -> Branch:
    return Branch(top=top, links=tuple(links), years=years)


def site_map(text: Text, found: tuple[Branch, ...]) -> SiteMapView:
    """Return the view of the site map."""
    return SiteMapView(head=page_head(text, addresses.of("site_map")), article=text_article(text), branches=found)
