"""One Frictionless data package over all tables, with their schemas, sources and licence."""

from __future__ import annotations

from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.publications.open_data.table import About, Column, Table, for_excel

_TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}


def address() -> str:
    """Return the address of the package."""
    return f"{addresses.data_folder()}datapackage.json"


def make_package(about: About, tables: tuple[Table, ...]) -> bytes:
    """Return ``datapackage.json``."""
    resources: list[dict[str, Any]] = []
    for table in tables:
        resources.append(_resource(table, about, {one.id: one.name for one in tables}))
        resources.append(_excel_resource(table))
    package = {
        "profile": "data-package",
        "name": about.package,
        "title": about.site_name,
        "homepage": about.url,
        **_licences(about),
        "sources": [{"title": about.source, "path": about.site_url}],
        "contributors": [
            {
                "title": about.publisher,
                **({"path": about.publisher_url} if about.publisher_url else {}),
                "role": "publisher",
            }
        ],
        "keywords": list(about.keywords),
        "resources": resources,
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n"


def _licences(about: About) -> dict[str, Any]:
    """Return the licence as a package and its resources name it; nothing where nobody has chosen one."""
    if not about.licence:
        return {}
    name = about.licence.upper().replace("CC BY", "CC-BY").replace(" ", "-")
    licence = {"name": name, "title": about.licence}
    return {"licenses": [licence | ({"path": about.licence_url} if about.licence_url else {})]}


def _resource(table: Table, about: About, known: dict[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    refers = [(column.name, column.refers) for column in table.columns if column.refers is not None]
    if refers:
        schema["foreignKeys"] = [
            {"fields": name, "reference": {"resource": known[other], "fields": field}}
            for name, (other, field) in refers
            if other in known
        ]
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "schema": schema,
        **_licences(about),
        "sources": [{"title": about.source, "path": about.site_url}],
    }
    return resource | ({"lastModified": table.dated} if table.dated else {})


def _excel_resource(table: Table) -> dict[str, Any]:
    """Return the same table as Excel opens it; its cells are for people, so their types are told by the other one."""
    return {
        "profile": "data-resource",
        "name": f"{table.name}-excel",
        "title": f"{table.title} (Excel)",
        "path": f"{table.name}-excel.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": for_excel().delimiter},
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.options:
        constraints["enum"] = list(column.options)
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "title": column.title}
    return field | ({"constraints": constraints} if constraints else {})
