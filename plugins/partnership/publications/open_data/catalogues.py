"""The catalogue of data sets as other catalogues read it: DCAT in JSON-LD.

And the harvester's list of dane.gov.pl with its MD5.
"""

from __future__ import annotations

from hashlib import md5
from typing import Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.publications.open_data.table import About, Table
from partnership.publications.open_data.workbook import MEDIA_TYPE

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FORMATS: Final[tuple[tuple[str, str, str], ...]] = (
    (".csv", "CSV", "text/csv"),
    ("-excel.csv", "CSV (Excel)", "text/csv"),
    (".xlsx", "XLSX", MEDIA_TYPE),
    (".json", "JSON", "application/json"),
)
"""Endings of a table's files, their names, their media types."""

FREQUENCY: Final = ("irregular", "IRREG")
"""How often data sets change, as dane.gov.pl and the EU's vocabulary call it: whenever an editor learns something."""

_FREQUENCY: Final = "http://publications.europa.eu/resource/authority/frequency/"
_LANGUAGE: Final = "http://publications.europa.eu/resource/authority/language/"
_CODES: Final = {
    "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA", "et": "EST",
    "fi": "FIN", "fr": "FRA", "ga": "GLE", "hr": "HRV", "hu": "HUN", "it": "ITA", "lt": "LIT", "lv": "LAV",
    "mt": "MLT", "nl": "NLD", "pl": "POL", "pt": "POR", "ro": "RON", "sk": "SLK", "sl": "SLV", "sv": "SWE",
    "uk": "UKR",
}  # fmt: skip
"""Codes of languages in the EU's vocabulary; a catalogue in another language names none."""

_THEME: Final = "http://publications.europa.eu/resource/authority/data-theme/"


def dcat_address() -> str:
    """Return the address of the DCAT catalogue."""
    return f"{addresses.data_folder()}{addresses.data_set('catalogue')}.jsonld"


def harvester_address() -> str:
    """Return the address of the list for dane.gov.pl."""
    return f"{addresses.data_folder()}dane-gov-pl.xml"


def md5_address() -> str:
    """Return the address of that list's checksum."""
    return f"{harvester_address()}.md5"


def make_dcat(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return the DCAT catalogue as JSON-LD."""
    publisher = {
        "@id": f"{about.site_url}/#office",
        "@type": "foaf:Organization",
        "foaf:name": _text(about, about.publisher),
        **({"foaf:homepage": {"@id": about.publisher_url}} if about.publisher_url else {}),
    }
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{about.url}#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _text(about, about.site_name),
        "dct:description": _text(about, about.source),
        "dct:publisher": publisher,
        **({"dct:language": {"@id": _LANGUAGE + code}} if (code := _CODES.get(about.language)) else {}),
        "foaf:homepage": {"@id": about.url},
        "dcat:dataset": [_dataset(about, one, str(publisher["@id"])) for one in tables],
    }
    return msgspec.json.format(msgspec.json.encode(catalogue), indent=1) + b"\n"


def _text(about: About, text: str) -> dict[str, str]:
    return {"@value": text, "@language": about.language}


def _dataset(about: About, table: Table, publisher: str) -> dict[str, Any]:
    base = f"{about.url}{table.name}"
    licence = {"dct:license": {"@id": about.licence_url}} if about.licence_url else {}
    dataset: dict[str, Any] = {
        "@id": f"{about.url}#{table.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": _text(about, table.title),
        "dct:description": _text(about, table.description),
        "dct:publisher": {"@id": publisher},
        "dcat:theme": [{"@id": _THEME + code} for code in themes(table)],
        **({"dct:spatial": _place(about)} if about.region else {}),
        "dct:accrualPeriodicity": {"@id": f"{_FREQUENCY}{FREQUENCY[1]}"},
        **licence,
        "dcat:distribution": [
            {
                "@id": base + ending,
                "@type": "dcat:Distribution",
                "dct:title": _text(about, f"{table.title} ({name})"),
                "dcat:downloadURL": {"@id": base + ending},
                "dcat:accessURL": {"@id": about.url},
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
                **licence,
            }
            for ending, name, media_type in formats_of(table)
        ],
    }
    if table.dated:
        dataset["dct:modified"] = {"@value": table.dated, "@type": "xsd:date"}
    return dataset


def _place(about: About) -> dict[str, Any]:
    """Return the region as a place, under its name and its code."""
    code = {"dct:identifier": about.region_code} if about.region_code else {}
    return {
        "@id": f"{about.url}#region",
        "@type": "dct:Location",
        "skos:prefLabel": _text(about, about.region),
        **code,
    }


def formats_of(table: Table) -> tuple[tuple[str, str, str], ...]:
    """Return the formats in which a table is published."""
    return FORMATS if table.sheet else tuple(one for one in FORMATS if one[0] != ".xlsx")


def themes(table: Table) -> tuple[str, ...]:
    """Return the codes of the themes of a table."""
    return ("SOCI", "ECON", "REGI") if table.id in ("figures", "counties", "offers") else ("SOCI", "GOVE")


def make_harvester(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return the XML that dane.gov.pl harvests; the same data give the same bytes."""
    # Imported only where the file is made: most builds do without XML.
    from partnership.publications.open_data.harvester import harvester_xml

    return harvester_xml(about, tables)


def make_md5(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return the MD5 of the harvester's XML in hexadecimal, as the harvester compares it."""
    return md5(make_harvester(about, tables), usedforsecurity=False).hexdigest().encode()
