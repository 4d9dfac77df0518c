"""A table of open data: its columns with meaning and type, its rows, and the two kinds of CSV of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, Literal

import msgspec

from partnership.catalogue import addresses
from partnership.locales import formats
from partnership.locales.marks import unmarked
from partnership.publications.open_data.json_lists import json_document, list_items
from partnership.sources.csv_cells import csv_text
from partnership.subscriptions.entries import clean

Cell = str | int | float | bool | None
Type = Literal["string", "integer", "number", "boolean", "date"]

_NO_NUMBER: Final = re.compile(r"0[0-9]+|[0-9]{12,}|[0-9]{4}-[0-9]{2}|[0-9]{1,3}(?: [0-9]{3})+")
"""Texts that a spreadsheet would take for a number or a date and so change: codes, months, telephone numbers.

A tab before them, which it does not show, keeps them texts in Excel and in LibreOffice alike.
"""
BOM: Final = b"\xef\xbb\xbf"


class Column(msgspec.Struct, frozen=True):
    """A column: name, type, what it means; ``unique`` marks a key, ``refers`` tells the data set whose key it holds."""

    name: str
    type: Type
    title: str
    required: bool = False
    unique: bool = False
    refers: tuple[str, str] | None = None
    options: tuple[str, ...] = ()


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table: title, description, columns and rows; ``dated`` is the ISO day of its newest fact, or empty.

    ``id`` is what the program calls the data set, ``name`` what its files are called in the site's language.

    ``key`` are the columns that together are unique.  A large table does not hold its rows itself
    (:mod:`~partnership.publications.open_data.large`); ``size`` is then their
    number.  ``sheet`` tells that there is a workbook of it, too.
    """

    id: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    key: tuple[str, ...] = ()
    dated: str = ""
    size: int = 0
    sheet: bool = True

    @property
    def name(self) -> str:
        """Name of the table's files, without their endings."""
        return addresses.data_set(self.id)

    def file(self, ending: str) -> str:
        """Return the address of a file of the table, e.g. with the ending ".csv"."""
        return f"{addresses.data_folder()}{self.name}{ending}"

    @property
    def count(self) -> int:
        """Number of rows."""
        return self.size or len(self.rows)

    def unmarked(self) -> Table:
        """Return the table as files tell of it: its words without marks of their languages."""
        columns = tuple(msgspec.structs.replace(one, title=unmarked(one.title)) for one in self.columns)
        title, description = unmarked(self.title), unmarked(self.description)
        return msgspec.structs.replace(self, title=title, description=description, columns=columns)

    def described(self) -> Table:
        """Return the table without its rows and their number: all that descriptions of the data need."""
        return msgspec.structs.replace(self, rows=(), size=0)


class CsvForm(msgspec.Struct, frozen=True):
    """How a table is written as CSV: what parts the columns, the decimal mark, and whether it is for Excel.

    Excel wants a BOM before all; a text that begins as a formula would is kept from being one by an apostrophe.
    """

    delimiter: str = ","
    decimal_mark: str = "."
    excel: bool = False


FOR_PROGRAMS: Final = CsvForm()
"""CSV for programs: commas, decimal points, ``true`` and ``false``."""


def for_excel() -> CsvForm:
    """Return the form that Excel opens as it should where people write numbers as in the language of now."""
    mark = formats.decimal_mark()
    return CsvForm(";" if mark == "," else ",", mark, excel=True)


def make_csv(table: Table) -> bytes:
    """Return a table as CSV for programs."""
    return csv_head(table, FOR_PROGRAMS) + csv_rows(table.rows, FOR_PROGRAMS)


def make_excel_csv(table: Table) -> bytes:
    """Return a table as CSV for Excel."""
    form = for_excel()
    return csv_head(table, form) + csv_rows(table.rows, form)


def csv_head(table: Table, form: CsvForm) -> bytes:
    """Return the first line of a table's CSV."""
    return (BOM if form.excel else b"") + csv_rows([tuple(names(table))], form)


def csv_rows(rows: Sequence[tuple[Cell, ...]], form: CsvForm) -> bytes:
    """Return rows as lines of CSV."""
    return csv_text(([_text(cell, form) for cell in row] for row in rows), form.delimiter).encode()


def _text(cell: Cell, form: CsvForm) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        text = repr(cell) if cell != int(cell) or abs(cell) > 1e15 else str(int(cell))
        return text.replace(".", form.decimal_mark)
    if isinstance(cell, int):
        return str(cell)
    text = clean(cell)
    if form.excel and text[:1] and text[:1] in "=+-@\t":
        return "'" + text
    return "\t" + text if form.excel and _NO_NUMBER.fullmatch(text) else text


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of all data: publisher, licence, region, where the site stands and its first language.

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
    language: str = "pl"
    harvested: bool = True
    """Whether the national portal of open data, dane.gov.pl, reads the data: in Poland alone."""

    @property
    def url(self) -> str:
        """URL of the page and folder of open data."""
        return self.site_url + addresses.data_folder()


def make_json(about: About, table: Table, records: tuple[Any, ...]) -> bytes:
    """Return records as JSON with licence, source and date; without ``records`` the table's rows as objects."""
    listed = list(records) if records else row_objects(names(table), table.rows)
    return json_document(json_head(about, table, len(listed)), "records", [list_items(listed, within=True)])


def json_head(about: About, table: Table, count: int) -> dict[str, Any]:
    """Return what a table's JSON says before its records."""
    return {
        "title": table.title,
        "description": table.description,
        "licence": about.licence or None,
        "licence_url": about.licence_url or None,
        "publisher": about.publisher,
        "source": about.source,
        "date": table.dated or None,
        "address": about.site_url + table.file(".json"),
        "count": count,
    }


def row_objects(columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[dict[str, Cell]]:
    """Return rows as objects with the names of their columns."""
    return [dict(zip(columns, row, strict=True)) for row in rows]


def names(table: Table) -> list[str]:
    """Return the names of a table's columns."""
    return [column.name for column in table.columns]
