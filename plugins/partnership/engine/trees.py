"""The tree of each language: which planned items stand in it, and where the same page stands in the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from partnership.catalogue.address_tables import ALWAYS, EDITED, AddressTable
from partnership.catalogue.address_words import Name
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.grouping import family
from partnership.items.item import Item, Page, Publication
from partnership.kinds.registry import record_sections
from partnership.records.content import Document

ONLY_FIRST: frozenset[str] = frozenset(
    (
        "pages.directory.institution_types",
        "pages.services.county_services",
        "pages.general.newsletter_issues",
        "pages.general.redirects",
        "pages.general.not_found",
        "pages.general.confirmations",
        "pages.general.gallery",
        "publications.pictures",
        "publications.robots",
        "publications.sharing_pictures",
        "publications.open_data.plan",
    )
)
"""Areas that stand in the first language's tree alone; all others are planned for each language of a site.

Most of these are the same in every language. Who gives a service in a county, and lists of one type, are hundreds of
pages that say what the pages of services, counties and the finder say in each language.
"""

WRITTEN: frozenset[Name] = frozenset(EDITED) - frozenset(ALWAYS)
"""Pages that a language has only where somebody wrote them in it."""

REDIRECT = "pages/redirect.html"
"""The template of pages that lead from an old address to the new one."""


def in_language(items: Iterable[Item], catalogue: Catalogue) -> Iterator[Item]:
    """Yield planned items as those of the catalogue's language, each page with its alternates.

    An item whose address lies in another language's tree is dropped: addresses of pages that a language does not have
    are those of the first language, which plans them itself.
    """
    table = catalogue.table
    several = len(catalogue.languages) > 1
    for item in items:
        if several and table.site.tree_of(item.address) is not table:
            continue
        if isinstance(item, Page):
            known = alternates(item.address, catalogue) if several and item.template != REDIRECT else ()
            yield Page(item.address, item.template, item.view, item.inputs, item.source, table.lang, known)
        elif isinstance(item, Publication):
            yield msgspec.structs.replace(item, lang=table.lang)
        else:
            yield item


def alternates(address: str, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return (language, address) of a page in every language that has it, in the site's order; none where it is alone.

    Pages of records stand in every tree or in the first alone; texts stand where somebody translated them.
    """
    table = catalogue.table
    found: dict[str, str] = {}
    name = table.name_of(address)
    document = catalogue.document_at.get(address)
    if name is not None and name not in WRITTEN:
        found = {lang: other.own()[name] for lang, other in table.site.tables.items() if other.has(name)}
    if document is not None:
        found = _versions(document, catalogue) | found
    elif name is None:
        found = {lang: made for lang, other in table.site.tables.items() if (made := _record(address, table, other))}
    return tuple((lang, found[lang]) for lang in table.site.tables if lang in found) if len(found) > 1 else ()


def _versions(document: Document[Any], catalogue: Catalogue) -> dict[str, str]:
    """Return the addresses of a text and its translations, by language."""
    site = catalogue.table.site
    found: dict[str, str] = {}
    for one in catalogue.versions.get(family(document), ()):
        found.setdefault(site.table_of(one.front.lang).lang, catalogue.document_addresses[one.path])
    return found


def _record(address: str, table: AddressTable, other: AddressTable) -> str:
    """Return where the page of a record stands in another tree; empty for pages that only the first one has."""
    for _kind, section in record_sections():
        place = table.of(section.name)
        rest = address.removeprefix(place)
        if rest != address and rest.count("/") == 1:
            return other.of(section.name) + rest
    county = address.removeprefix(table.of("counties")).split("/")[0]
    return other.county_redundancies(county) if address == table.county_redundancies(county) else ""
