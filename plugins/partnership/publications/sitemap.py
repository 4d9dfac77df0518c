"""The sitemap: every page that is meant to be found, with the day on which its content last changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.catalogue_reader import CatalogueReader
from partnership.catalogue.localised import Catalogues
from partnership.items.item import Item, Page, Publication
from partnership.records.content import Document

MAX_ADDRESSES = 40_000
"""Addresses in one file; the protocol allows 50,000."""

UNLISTED_TEMPLATES = ("pages/redirect.html", "pages/alias.html", "pages/not-found.html", "pages/404.html")
"""Templates of pages that nobody is meant to find: moved addresses and the answer to a missing one."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(
    catalogues: Catalogues,
    items: Iterable[Item],
    others: Iterable[str] = (),
    reader: Callable[[str], CatalogueReader] | None = None,
) -> Iterator[Item]:
    """Plan the sitemap of the pages among ``items``; several files and an index when one would be too long.

    ``others`` are addresses of what else the site has; pages that nobody is meant to find are not among these.
    ``reader`` gives what takes note of what is read in a language.
    """
    site_url = catalogues.settings.site_url
    left_out: set[str] = set()
    known: dict[str, str] = {}
    for lang in catalogues.languages:
        catalogue = (reader or catalogues.reader)(lang).catalogue
        with addresses.standing_in(catalogue.table):
            left_out |= _left_out(catalogue)
            known |= _last_changes(catalogue)
    found = {
        item.address
        for item in items
        if isinstance(item, Page) and item.template not in UNLISTED_TEMPLATES and _is_listed(item.address, left_out)
    }
    found.update(one for one in others if _is_listed(one, left_out))
    rows = tuple((address, known.get(address, "")) for address in sorted(found))
    if len(rows) <= MAX_ADDRESSES:
        yield Publication(addresses.SITEMAP, make_sitemap, (site_url, rows))
        return
    names = []
    for number, start in enumerate(range(0, len(rows), MAX_ADDRESSES), 1):
        names.append(f"/sitemap-{number}.xml")
        yield Publication(names[-1], make_sitemap, (site_url, rows[start : start + MAX_ADDRESSES]))
    yield Publication(addresses.SITEMAP, make_sitemap_index, (site_url, tuple(names)))


Row = tuple[str, str]
"""A page: its address, and the ISO date of its last change or nothing."""


def make_sitemap(site_url: str, rows: tuple[Row, ...]) -> bytes:
    """Return the sitemap of pages.

    The same page in other languages is told by the pages themselves (``hreflang``): the schema of sitemaps knows no
    links to them.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{_NAMESPACE}">']
    for address, changed in rows:
        lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<url><loc>{escape(site_url + address, quote=False)}</loc>{lastmod}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def make_sitemap_index(site_url: str, names: tuple[str, ...]) -> bytes:
    """Return the index of several sitemaps."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<sitemapindex xmlns="{_NAMESPACE}">']
    lines += [f"<sitemap><loc>{escape(site_url + name, quote=False)}</loc></sitemap>" for name in names]
    return "\n".join([*lines, "</sitemapindex>", ""]).encode()


def _is_listed(address: str, left_out: set[str]) -> bool:
    return address.endswith("/") and address not in left_out


def _left_out(catalogue: Catalogue) -> set[str]:
    """Return the addresses of pages that exist and are listed nowhere."""
    found = {addresses.document(one) for one in catalogue.unlisted}
    found |= {addresses.institution(one.id) for one in catalogue.briefs.values() if one.status == "withdrawn"}
    found |= {addresses.partner(one.id) for one in catalogue.withdrawn_partners}
    return found


def _last_changes(catalogue: Catalogue) -> dict[str, str]:
    """Return the ISO day of the last change by address, as far as content tells it; never the day of the build."""
    days = {one.path: day for one in catalogue.listed if (day := changed_on(one)) is not None}
    found = {catalogue.document_addresses[path]: day for path, day in days.items()}
    for name, documents in catalogue.documents.items():
        _newest(found, addresses.section(name), documents, days)
    for number, posts in catalogue.years.items():
        _newest(found, addresses.year(number), posts, days)
    for groups, address in (
        (catalogue.categories, addresses.category),
        (catalogue.tags, addresses.tag),
        (catalogue.authors, addresses.author),
    ):
        for name, posts in groups.items():
            _newest(found, address(name), posts, days)
    for identifier, verified in catalogue.verified_days.items():
        _verified(found, addresses.institution(identifier), verified)
    for partner in catalogue.partners:
        _verified(found, addresses.partner(partner.id), partner.verified)
    for group in catalogue.groups:
        _verified(found, addresses.group(group.id), group.verified)
    return found


def changed_on(document: Document[Any]) -> str | None:
    """Return the ISO day on which a document last changed: ``modified``, else its date; None without either."""
    moment = document.front.modified or document.front.date
    return moment.text[:10] if moment is not None else None


def _newest(found: dict[str, str], address: str, documents: Iterable[Document[Any]], days: Mapping[str, str]) -> None:
    """Note for a list the newest of its documents' days, which are given by path."""
    if newest := max([days.get(one.path, "") for one in documents], default=""):
        found[address] = newest


def _verified(found: dict[str, str], address: str, verified: date | None) -> None:
    if verified is not None:
        found[address] = verified.isoformat()
