"""A table of open data: its columns with meaning and type, its rows.

And the two kinds of CSV in which it is published.
"""

from __future__ import annotations

import csv
import io
from typing import Any, Final, Literal

import msgspec

from partnership.records.fields import encode_hook
from partnership.subscriptions.entries import clean

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean", "date"]

FOLDER: Final = "/dane/"


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

    ``key`` are the columns that together are unique.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    dated: str = ""

    @property
    def address(self) -> str:
        """Address of the CSV file."""
        return f"{FOLDER}{self.name}.csv"


def make_csv(table: Table) -> bytes:
    """Return a table as CSV for programs: UTF-8, commas, decimal points, ``true`` and ``false``."""
    return _csv(table, ",", decimal_comma=False).encode()


def make_excel_csv(table: Table) -> bytes:
    """Return a table as CSV that Excel with Polish settings opens as it should: BOM, semicolons, decimal commas.

    A text that begins as a formula would is kept from being one by an apostrophe.
    """
    return b"\xef\xbb\xbf" + _csv(table, ";", decimal_comma=True).encode()


def _csv(table: Table, delimiter: str, *, decimal_comma: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(_text(cell, decimal_comma) for cell in row)
    return out.getvalue()


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
    return "'" + text if decimal_comma and text[:1] in "=+-@\t" and text[:1] else text


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of all data: publisher, licence and where the site stands."""

    site_name: str
    site_url: str
    publisher: str
    publisher_url: str
    licence: str
    licence_url: str
    source: str


def make_json(about: About, table: Table, records: tuple[Any, ...]) -> bytes:
    """Return records as JSON with licence, source and date; without ``records`` the table's rows as objects."""
    listed = list(records) if records else [dict(zip(_names(table), row, strict=True)) for row in table.rows]
    document = {
        "title": table.title,
        "description": table.description,
        "licence": about.licence,
        "licence_url": about.licence_url,
        "publisher": about.publisher,
        "source": about.source,
        "date": table.dated or None,
        "address": f"{about.site_url}{FOLDER}{table.name}.json",
        "count": len(listed),
        "records": listed,
    }
    return msgspec.json.format(msgspec.json.encode(document, enc_hook=encode_hook), indent=1) + b"\n"


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]
