"""A file of statistics as rows of texts with their numbers, whatever it came in: CSV, XLSX, or a ZIP of one of them."""

from __future__ import annotations

import codecs
import io
import zipfile
from contextlib import suppress
from typing import Any, Final

import msgspec

from partnership.language import _
from partnership.problems import Problem, ProblemList, ProblemsFound
from partnership.sources.csv_cells import BrokenQuotes, delimiter_of, rows_over_lines
from partnership.sources.encodings import likely_encoding
from partnership.sources.text import Unreadable, decode

MAX_BYTES: Final = 60 * 1024 * 1024
"""Largest file, packed or unpacked, in bytes."""

MAX_ROWS: Final = 400_000


class Sheet(msgspec.Struct, frozen=True):
    """One table: its name inside the file, and rows of trimmed texts; ``rows[0]`` is row 1."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def refuse(path: str, message: str, hint: str, row: int = 1, column: int = 1, code: str = "figures") -> ProblemsFound:
    """Return the exception that refuses a file, with one problem at a row and column."""
    problem = Problem(path=path, line=row, column=column, code=code, message=message, hint=hint)
    return ProblemsFound(ProblemList([problem]))


def read_sheets(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Return the tables of a file; raise :class:`ProblemsFound` when it is nothing of the kind."""
    if len(data) > MAX_BYTES:
        raise refuse(path, _("The file is too large"), _("export a smaller part of it"))
    if not data.strip():
        raise refuse(path, _("The file is empty"), _("export it again"))
    if data[:2] == b"PK":
        return _zipped(path, data)
    return (Sheet("", _csv_rows(path, data)),)


def _zipped(path: str, data: bytes) -> tuple[Sheet, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "xl/workbook.xml" in names or "[Content_Types].xml" in names:
                if sum(one.file_size for one in archive.infolist()) > 10 * MAX_BYTES:
                    raise refuse(path, _("The file is too large"), _("export a smaller part of it"))
                return _workbook(path, data)
            sheets: list[Sheet] = []
            for info in archive.infolist():
                if not info.filename.lower().endswith((".csv", ".txt", ".xlsx")) or info.file_size > MAX_BYTES:
                    continue
                inner = archive.read(info)
                if inner[:2] == b"PK":
                    sheets.extend(_workbook(path, inner))
                elif not info.filename.lower().endswith(".txt"):
                    sheets.append(Sheet(info.filename, _csv_rows(path, inner)))
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise _damaged(path, error) from None
    if not sheets:
        raise refuse(path, _("The archive holds no table"), _("it must hold a CSV or XLSX file"))
    return tuple(sheets)


def _damaged(path: str, error: Exception) -> ProblemsFound:
    return refuse(path, _("The file is damaged (%(reason)s)", reason=str(error) or "?"), _("download it again"))


def _workbook(path: str, data: bytes) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    sheets = []
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows: list[tuple[str, ...]] = []
            for row in sheet.iter_rows(values_only=True):
                if len(rows) >= MAX_ROWS:
                    raise refuse(path, _("The file holds too many rows"), _("export a smaller part of it"))
                rows.append(tuple(_cell(value) for value in row))
            sheets.append(Sheet(sheet.title, tuple(rows)))
        book.close()
    except ProblemsFound:
        raise
    except Exception as error:  # openpyxl lets whatever its parsers raise through
        raise _damaged(path, error) from None
    return tuple(sheets)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    return str(value).strip()


def _csv_rows(path: str, data: bytes) -> tuple[tuple[str, ...], ...]:
    text = decoded(path, data)
    head = next((line for line in text.split("\n") if line.strip()), "")
    rows: list[tuple[str, ...]] = []
    for line, row in rows_over_lines(text, delimiter_of(head)):
        if isinstance(row, BrokenQuotes):
            raise refuse(path, row.message, row.hint, line, row.column)
        if line > MAX_ROWS:
            raise refuse(path, _("The file holds too many rows"), _("export a smaller part of it"))
        # Numbers of rows are those of lines, as an editor shows them.
        rows.extend(() for _blank in range(line - len(rows) - 1))
        rows.append(tuple(cell.strip() for cell in row))
    return tuple(rows)


def decoded(path: str, data: bytes) -> str:
    """Return text that is UTF-8, or as offices save it: in UTF-16 with its mark, or in Polish Windows (cp1250)."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with suppress(UnicodeDecodeError):
            data = data.decode("utf-16").encode()
    try:
        return decode(path, data)
    except Unreadable as unreadable:
        if unreadable.problem.code == "not-utf-8" and likely_encoding(data) in ("Windows-1250", None):
            with suppress(UnicodeDecodeError, Unreadable):
                return decode(path, data.decode("cp1250").encode())
        raise ProblemsFound(ProblemList([unreadable.problem])) from None
