"""The page of open data: every data set with its date, source, licence and files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _, current_language, ngettext
from partnership.pages.common.structured import Thing
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.publications.open_data import catalogues, hsds, package
from partnership.publications.open_data.plan import about_data, tables_on_page
from partnership.publications.open_data.table import About
from partnership.settings import Settings


class DataSet(msgspec.Struct, frozen=True, kw_only=True):
    """A data set in the list: ``files`` are its formats, ``dated`` the day of its newest fact where one is known."""

    id: str
    title: str
    description: str
    size: str
    dated: date | None
    files: tuple[Link, ...]


class OpenDataView(msgspec.Struct, frozen=True, kw_only=True):
    """The page of open data; ``whole`` are files that hold or describe all data sets.

    ``licence`` is None where nobody has chosen one.
    """

    head: PageHead
    article: Article
    sets: tuple[DataSet, ...]
    whole: tuple[tuple[Link, str], ...]
    licence: Link | None
    source: str


Row = tuple[str, str, str, int, str, bool]
"""What the page needs of a table: name, title, description, number of rows, ISO day or empty, has a workbook."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    text = page_text(catalogue, addresses.slug_of("open_data"))
    tables = tables_on_page(catalogue, settings)
    rows: tuple[Row, ...] = tuple(
        (one.name, one.title, one.description, one.count, one.dated, one.sheet) for one in tables
    )
    inputs = (text, about_data(settings), rows)
    yield Page(addresses.of("open_data"), "pages/open-data.html", open_data, inputs, text.source)


def open_data(text: Text, about: About, rows: tuple[Row, ...]) -> OpenDataView:
    """Return the view of the page."""
    head = page_head(text, addresses.of("open_data"))
    sets = tuple(_data_set(row) for row in rows)
    things = (*head.json_ld, _catalogue(about, rows))
    return OpenDataView(
        head=msgspec.structs.replace(head, json_ld=things),
        article=text_article(text),
        sets=sets,
        whole=_whole(about),
        licence=Link(about.licence, about.licence_url) if about.licence else None,
        source=about.source,
    )


def _data_set(row: Row) -> DataSet:
    name, title, description, count, dated, sheet = row
    base = addresses.data_folder() + name
    return DataSet(
        id=name,
        title=title,
        description=description,
        size=ngettext("%(num)d row", "%(num)d rows", count),
        dated=date.fromisoformat(dated) if dated and count else None,
        files=(
            Link("CSV", f"{base}.csv"),
            Link(_("CSV for Excel"), f"{base}-excel.csv"),
            *([Link("XLSX", f"{base}.xlsx")] if sheet else []),
            Link("JSON", f"{base}.json"),
        ),
    )


def _whole(about: About) -> tuple[tuple[Link, str], ...]:
    """Return the files on all data sets, each with what it is."""
    folder = hsds.folder()
    portal = (
        (_file(catalogues.harvester_address()), _("List of data sets for dane.gov.pl (XML)")),
        (_file(catalogues.md5_address()), _("MD5 checksum of that list")),
    )
    parts = {
        "organizations": _("institutions"),
        "services": _("services"),
        "locations": _("places"),
        "service_at_locations": _("which service is given where"),
        "taxonomies": _("lists of terms"),
        "taxonomy_terms": _("terms"),
    }
    return (
        (_file(package.address()), _("Frictionless data package: all tables with the meaning of columns")),
        (_file(catalogues.dcat_address()), _("Catalogue of data sets in DCAT (JSON-LD)")),
        *(portal if about.harvested else ()),
        *(
            (Link(f"hsds/{name}.json", f"{folder}{name}.json"), _("HSDS 3 (Open Referral): %(name)s", name=part))
            for name, part in parts.items()
        ),
    )


def _file(address: str) -> Link:
    return Link(address.rpartition("/")[2], address)


def _catalogue(about: About, rows: tuple[Row, ...]) -> Thing:
    """Return the data sets in the words of schema.org."""
    url = about.url
    publisher = {"@type": "GovernmentOrganization", "name": about.publisher}
    publisher |= {"url": about.publisher_url} if about.publisher_url else {}
    sets = []
    for name, title, description, _count, dated, _sheet in rows:
        files = ((".csv", "text/csv"), (".json", "application/json"))
        one: Thing = {
            "@type": "Dataset",
            "@id": f"{url}#{name}",
            "name": f"{about.site_name}: {title}",
            "description": f"{description} {about.source}.",
            "url": f"{url}#{name}",
            "creator": publisher,
            "isAccessibleForFree": True,
            "inLanguage": current_language(),
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": f"{url}{name}{ending}"}
                for ending, media_type in files
            ],
        }
        if about.licence_url:
            one["license"] = about.licence_url
        if dated:
            one["dateModified"] = dated
        sets.append(one)
    return {"@type": "DataCatalog", "name": about.source, "url": url, "publisher": publisher, "dataset": sets}
