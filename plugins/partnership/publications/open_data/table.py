"""A table of open data: its columns with meaning and type, its rows.

And the two kinds of CSV in which it is published.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec

from partnership.publications.open_data.json_lists import json_document, list_items
from partnership.subscriptions.entries import clean

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean", "date"]

FOLDER: Final = "/dane/"
_NO_NUMBER: Final = re.compile(r"0[0-9]+|[0-9]{12,}|[0-9]{4}-[0-9]{2}|[0-9]{1,3}(?: [0-9]{3})+")
"""Texts that a spreadsheet would take for a number or a date and so change: codes, months, telephone numbers.

A tab before them, which it does not show, keeps them texts in Excel and in LibreOffice alike.
"""
BOM: Final = b"\xef\xbb\xbf"


class Column(msgspec.Struct, frozen=True):
    """A column: name, type, what it means; ``unique`` marks a key, ``refers`` names the table whose key it holds."""

    name: str
    type: Type
    title: str
    required: bool = False
    unique: bool = False
    refers: tuple[str, str] | None = None
    options: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table: file name, title, description, columns and rows; ``dated`` is the ISO day of its newest fact, or empty.

    ``key`` are the columns that together are unique.  A large table does not hold its rows itself
    (:mod:`~partnership.publications.open_data.large`); ``size`` is then their
    number.  ``sheet`` tells that there is a workbook of it, too.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    key: tuple[str, ...] = ()
    dated: str = ""
    size: int = 0
    sheet: bool = True

    @property
    def address(self) -> str:
        """Address of the CSV file."""
        return f"{FOLDER}{self.name}.csv"

    @property
    def count(self) -> int:
        """Number of rows."""
        return self.size or len(self.rows)

    def described(self) -> Table:
        """Return the table without its rows and their number: all that descriptions of the data need."""
        return msgspec.structs.replace(self, rows=(), size=0)


def make_csv(table: Table) -> bytes:
    """Return a table as CSV for programs: UTF-8, commas, decimal points, ``true`` and ``false``."""
    return csv_head(table, ",") + csv_rows(table.rows, ",")


def make_excel_csv(table: Table) -> bytes:
    """Return a table as CSV that Excel with Polish settings opens as it should: BOM, semicolons, decimal commas.

    A text that begins as a formula would is kept from being one by an apostrophe.
    """
    return csv_head(table, ";") + csv_rows(table.rows, ";")


def csv_head(table: Table, delimiter: str) -> bytes:
    """Return the first line of a table's CSV; semicolons are for Excel, which wants a BOM before all."""
    return (BOM if delimiter == ";" else b"") + csv_rows([tuple(names(table))], delimiter)


def csv_rows(rows: Sequence[tuple[Cell, ...]], delimiter: str) -> bytes:
    """Return rows as lines of CSV; semicolons are for Excel: decimal commas, and no text that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for_excel = delimiter == ";"
    for row in rows:
        writer.writerow([_text(cell, for_excel) for cell in row])
    return out.getvalue().encode()


def _text(cell: Cell, decimal_comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        text = repr(cell) if cell != int(cell) or abs(cell) > 1e15 else str(int(cell))
        return text.replace(".", ",") if decimal_comma else text
    if isinstance(cell, int):
        return str(cell)
    text = clean(cell)
    if decimal_comma and text[:1] and text[:1] in "=+-@\t":
        return "'" + text
    return "\t" + text if decimal_comma and _NO_NUMBER.fullmatch(text) else text


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of all data: publisher, licence, region and where the site stands.

    ``package`` names the data package, ``keywords`` and ``tags`` are topics.
    """

    site_name: str
    site_url: str
    publisher: str
    publisher_url: str
    licence: str
    licence_url: str
    source: str
    package: str = ""
    keywords: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    region: str = ""
    region_code: str = ""


def make_json(about: About, table: Table, records: tuple[Any, ...]) -> bytes:
    """Return records as JSON with licence, source and date; without ``records`` the table's rows as objects."""
    listed = list(records) if records else row_objects(names(table), table.rows)
    return json_document(json_head(about, table, len(listed)), "records", [list_items(listed, within=True)])


def json_head(about: About, table: Table, count: int) -> dict[str, Any]:
    """Return what a table's JSON says before its records."""
    return {
        "title": table.title,
        "description": table.description,
        "licence": about.licence,
        "licence_url": about.licence_url,
        "publisher": about.publisher,
        "source": about.source,
        "date": table.dated or None,
        "address": f"{about.site_url}{FOLDER}{table.name}.json",
        "count": count,
    }


def row_objects(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[dict[str, Cell]]:
    """Return rows as objects with the names of their columns."""
    return [dict(zip(columns, row, strict=True)) for row in rows]


def names(table: Table) -> list[str]:
    """Return the names of a table's columns."""
    return [column.name for column in table.columns]
