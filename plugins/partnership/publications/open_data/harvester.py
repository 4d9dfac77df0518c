"""The list of data sets as dane.gov.pl harvests it, in XML."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from partnership.language import _
from partnership.publications.open_data.catalogues import FREQUENCY, formats_of, themes
from partnership.publications.open_data.table import About, Table

LICENCES: Final = (
    "CC0 1.0", "CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC BY-NC-SA 4.0", "CC BY-ND 4.0", "CC BY-NC-ND 4.0",
)  # fmt: skip
"""Licences by the names under which dane.gov.pl knows them; any other is silently none there."""
NAMESPACE: Final = "urn:otwarte-dane:harvester:1.13"


def harvester_xml(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return the XML that dane.gov.pl harvests; the same data give the same bytes."""
    root = Element("ns2:datasets", {"xmlns:ns2": NAMESPACE})
    for table in tables:
        _harvested(root, about, table)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _harvested(root: Element, about: About, table: Table) -> None:
    dataset = SubElement(root, "dataset", {"status": "published"})
    _text(dataset, "extIdent", f"partnerstwo-{table.name}"[:36])
    _text(SubElement(dataset, "title"), "polish", f"{about.site_name}: {table.title}")
    _text(SubElement(dataset, "description"), "polish", f"{table.description} {about.source}")
    _text(dataset, "url", about.url)
    _text(dataset, "updateFrequency", FREQUENCY[0])
    categories = SubElement(dataset, "categories")
    for code in themes(table):
        _text(categories, "category", code)
    conditions = SubElement(dataset, "conditions")
    _text(conditions, "source", "true")
    _text(conditions, "modification", "true")
    if about.licence in LICENCES:
        # Each of the two is refused without the other.
        _text(
            conditions, "dbOrCopyrighted", _("The data are available under the licence %(name)s.", name=about.licence)
        )
        _text(conditions, "dbOrCopyrightedLicenseChosen", about.licence)
    resources = SubElement(dataset, "resources")
    for ending, name, _media_type in formats_of(table):
        resource = SubElement(resources, "resource", {"status": "published"})
        _text(resource, "extIdent", f"{table.name[:24]}{ending.replace('.', '-')}"[:36])
        _text(resource, "url", f"{about.url}{table.name}{ending}")
        _text(SubElement(resource, "title"), "polish", f"{table.title} ({name})")
        _text(SubElement(resource, "description"), "polish", table.description)
        _text(resource, "availability", "remote")
        if table.dated:
            _text(resource, "dataDate", table.dated)
            _text(resource, "lastUpdateDate", f"{table.dated}T00:00:00Z")
        _flags(resource, "hasDynamicData", "hasHighValueData", "hasHighValueDataFromEuropeanCommissionList",
               "hasResearchData", "containsProtectedData")  # fmt: skip
    tags = SubElement(dataset, "tags")
    for tag in about.tags:
        _text(tags, "tag", tag, {"lang": "pl"})
    if table.dated:
        _text(dataset, "lastUpdateDate", f"{table.dated}T00:00:00Z")
    _flags(
        dataset, "hasDynamicData", "hasHighValueData", "hasHighValueDataFromEuropeanCommissionList", "hasResearchData"
    )


def _flags(parent: Element, *names: str) -> None:
    for name in names:
        _text(parent, name, "false")


def _text(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = text
