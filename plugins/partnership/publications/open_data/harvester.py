"""The list of data sets as dane.gov.pl harvests it, in XML."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from partnership.publications.open_data.catalogues import FORMATS, themes
from partnership.publications.open_data.table import FOLDER, About, Table

NAMESPACE: Final = "urn:otwarte-dane:harvester:1.13"


def harvester_xml(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return the XML that dane.gov.pl harvests; the same data give the same bytes."""
    root = Element("ns2:datasets", {"xmlns:ns2": NAMESPACE})
    for table in tables:
        _harvested(root, about, table)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _harvested(root: Element, about: About, table: Table) -> None:
    dated = table.dated or about.since
    dataset = SubElement(root, "dataset", {"status": "published"})
    _text(dataset, "extIdent", f"partnerstwo-{table.name}"[:36])
    _text(SubElement(dataset, "title"), "polish", f"{about.site_name}: {table.title}")
    _text(SubElement(dataset, "description"), "polish", f"{table.description} {about.source}")
    _text(dataset, "url", f"{about.site_url}{FOLDER}")
    _text(dataset, "updateFrequency", "notPlanned")
    categories = SubElement(dataset, "categories")
    for code in themes(table):
        _text(categories, "category", code)
    conditions = SubElement(dataset, "conditions")
    _text(conditions, "dbOrCopyrightedLicenseChosen", about.licence.removesuffix(" 4.0").removesuffix(" 1.0"))
    resources = SubElement(dataset, "resources")
    for ending, name, _media_type in FORMATS:
        resource = SubElement(resources, "resource", {"status": "published"})
        _text(resource, "extIdent", f"{table.name[:24]}{ending.replace('.', '-')}"[:36])
        _text(resource, "url", f"{about.site_url}{FOLDER}{table.name}{ending}")
        _text(SubElement(resource, "title"), "polish", f"{table.title} ({name})")
        _text(SubElement(resource, "description"), "polish", table.description)
        _text(resource, "availability", "remote")
        _text(resource, "dataDate", dated)
        _text(resource, "lastUpdateDate", f"{dated}T00:00:00Z")
        _flags(resource, "hasDynamicData", "hasHighValueData", "hasHighValueDataFromEuropeanCommissionList",
               "hasResearchData", "containsProtectedData")  # fmt: skip
    tags = SubElement(dataset, "tags")
    for tag in about.tags:
        _text(tags, "tag", tag, {"lang": "pl"})
    _text(dataset, "lastUpdateDate", f"{dated}T00:00:00Z")
    _flags(
        dataset, "hasDynamicData", "hasHighValueData", "hasHighValueDataFromEuropeanCommissionList", "hasResearchData"
    )


def _flags(parent: Element, *names: str) -> None:
    for name in names:
        _text(parent, name, "false")


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = text
