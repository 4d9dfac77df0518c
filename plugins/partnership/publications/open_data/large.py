"""Tables with rows of every institution or post: their files are joined of kept parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import ChunkCache, Row, Rows
from partnership.items.item import ChunkedPublication, Publication
from partnership.publications.institution_rows import rows_of_institutions
from partnership.publications.open_data.document_table import document_rows, rows_of_documents
from partnership.publications.open_data.institution_tables import (
    PUBLIC,
    SERVICE_GIVEN,
    institution_rows,
    service_given_rows,
)
from partnership.publications.open_data.json_lists import json_document, list_items
from partnership.publications.open_data.table import (
    FOR_PROGRAMS,
    About,
    Cell,
    CsvForm,
    Table,
    csv_head,
    csv_rows,
    for_excel,
    json_head,
    names,
    row_objects,
)
from partnership.publications.open_data.tables import public_record
from partnership.publications.open_data.workbook import make_workbook

LARGEST_SHEET: Final = 2000
"""Rows up to which a large table has a workbook.

A workbook is made whole, cell by cell: of thousands of institutions it would take longer than the rest of a build.
"""


class LargeRows(msgspec.Struct, frozen=True, kw_only=True):
    """What the rows of a large table are made of: what is common to all, and what each record gives.

    ``whole`` tells that JSON shows whole records, not the table's rows.
    """

    common: tuple[Any, ...]
    rows: Rows
    whole: bool = False


def large_tables(catalogue: Catalogue, site_url: str) -> dict[str, LargeRows]:
    """Return what large tables are made of."""
    return {
        "institutions": LargeRows(
            common=(site_url, tuple(catalogue.county)),
            rows=rows_of_institutions(catalogue, PUBLIC),
            whole=True,
        ),
        "institution-services": LargeRows(common=(), rows=rows_of_institutions(catalogue, SERVICE_GIVEN)),
        "documents": LargeRows(common=(site_url,), rows=rows_of_documents(catalogue)),
    }


def plan_large(about: About, table: Table, source: LargeRows) -> Iterator[Publication]:
    """Plan the files of a large table: CSV, CSV for Excel, JSON, and a workbook while it is not too long."""
    bare = table.described()
    inputs = (bare, source.common, source.rows)
    yield ChunkedPublication(table.file(".csv"), large_csv, (*inputs, FOR_PROGRAMS))
    yield ChunkedPublication(table.file("-excel.csv"), large_csv, (*inputs, for_excel()))
    address = table.file(".json")
    if source.whole:
        yield ChunkedPublication(address, public_json, (about, bare, source.rows))
    else:
        yield ChunkedPublication(address, large_json, (about, bare, table.count, source.common, source.rows))
    if table.sheet:
        yield Publication(table.file(".xlsx"), large_workbook, (about, *inputs))


LARGE: Final[dict[str, Callable[[Any, Sequence[Row]], list[tuple[Cell, ...]]]]] = {
    "institutions": institution_rows,
    "institution-services": service_given_rows,
    "documents": document_rows,
}


def large_workbook(about: About, table: Table, common: tuple[Any, ...], rows: Rows) -> bytes:
    """Return a large table as a workbook."""
    return make_workbook(about, msgspec.structs.replace(table, rows=tuple(LARGE[table.id](common, rows.all))))


def large_csv(chunks: ChunkCache, table: Table, common: tuple[Any, ...], rows: Rows, form: CsvForm) -> bytes:
    """Return a large table as CSV."""
    given = (table.id, common, form)
    kind = "excel" if form.excel else "csv"
    return csv_head(table, form) + b"".join(chunks.chunks_of(f"{table.id}-{kind}", _csv_part, given, rows))


def _csv_part(given: tuple[str, tuple[Any, ...], CsvForm], rows: Sequence[Row]) -> bytes:
    name, common, form = given
    return csv_rows(LARGE[name](common, rows), form)


def large_json(
    chunks: ChunkCache, about: About, table: Table, count: int, common: tuple[Any, ...], rows: Rows
) -> bytes:
    """Return the rows of a large table as JSON; ``count`` is their number."""
    parts = chunks.chunks_of(f"{table.id}-json", _json_part, (table.id, names(table), common), rows)
    return json_document(json_head(about, table, count), "records", parts)


def _json_part(given: tuple[str, list[str], tuple[Any, ...]], rows: Sequence[Row]) -> bytes:
    name, columns, common = given
    return list_items(row_objects(columns, LARGE[name](common, rows)), within=True)


def public_json(chunks: ChunkCache, about: About, table: Table, rows: Rows) -> bytes:
    """Return the whole records behind a large table as JSON; ``rows`` hold the fields :data:`PUBLIC`."""
    parts = chunks.chunks_of(f"{table.id}-json", _public_part, (), rows)
    return json_document(json_head(about, table, len(rows)), "records", parts)


def _public_part(_none: tuple[()], rows: Sequence[Row]) -> bytes:
    return list_items([public_record(dict(zip(PUBLIC, row, strict=True))) for row in rows], within=True)
