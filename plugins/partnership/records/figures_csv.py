"""Figures as CSV: the common table of ``data/figures/*.csv``, every wrong cell told with its line and column."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from typing import cast

from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.problems import Problem
from partnership.records.figures import Figure, Missing

COLUMNS = ("teryt", "indicator", "dimension", "period", "value", "missing", "source", "retrieved")
"""The header of every file, in this order."""

MAX_ROWS = 200_000
_MISSING = ("no-data", "confidential", "not-applicable")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_PERIOD = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?\Z")
_TERYT = re.compile(r"[0-9]{2}(?:[0-9]{2})?\Z")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,16}\Z")


def parse_figures(path: str, text: str) -> tuple[list[Figure], list[Problem]]:
    """Return the figures of one CSV text and its problems; a row with a problem gives no figure."""
    lines = text.split("\n")
    delimiter = delimiter_of(lines[0])
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    figures: list[Figure] = []
    problems: list[Problem] = []
    try:
        header = next(reader, None)
        if header is None:
            return [], [_problem(path, 1, 1, "empty", _("The file is empty"), _("fill it in or delete it"))]
        if tuple(cell.strip().lower() for cell in header) != COLUMNS:
            message = _("The first line must name the columns")
            hint = _("write: %(columns)s", columns=",".join(COLUMNS))
            return [], [_problem(path, 1, 1, "wrong-header", message, hint, ",".join(COLUMNS))]
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue  # Excel leaves rows of nothing but separators
            line = reader.line_num
            if delimiter != "," and len(row) == len(COLUMNS):
                row[_VALUE] = _with_point(row[_VALUE])
            if len(figures) >= MAX_ROWS:
                problems.append(
                    _problem(
                        path, line, 1, "too-many", _("The file holds too many rows"), _("divide it into several files")
                    )
                )
                break
            if len(row) != len(COLUMNS):
                message = _("The row has %(found)d columns instead of %(wanted)d", found=len(row), wanted=len(COLUMNS))
                hint = _("check the commas; a text with a comma goes in quotes")
                if len(row) == len(COLUMNS) + 1 and row[_VALUE].strip("-").isdigit() and row[_VALUE + 1].isdigit():
                    value = f"{row[_VALUE]}.{row[_VALUE + 1]}"
                    hint = _("write the value with a decimal point: %(value)s", value=value)
                problems.append(_problem(path, line, 1, "wrong-columns", message, hint))
                continue
            found = _check(path, line, lines[line - 1] if line <= len(lines) else "", row)
            if found:
                problems.extend(found)
            else:
                figures.append(_figure(path, line, row))
    except csv.Error as error:
        message = _("The row cannot be read (%(reason)s)", reason=str(error))
        problems.append(_problem(path, reader.line_num or 1, 1, "csv", message, _("check its quotation marks")))
    return figures, problems


def _figure(path: str, line: int, row: list[str]) -> Figure:
    teryt, indicator, dimension, period, value, missing, source, retrieved = (cell.strip() for cell in row)
    return Figure(
        teryt=teryt,
        indicator=indicator,
        dimension=dimension,
        period=period,
        value=float(value) if value else None,
        missing=cast(Missing, missing) if missing else None,
        source=source,
        retrieved=date.fromisoformat(retrieved) if retrieved else None,
        path=path,
        line=line,
    )


_VALUE = COLUMNS.index("value")


def delimiter_of(first_line: str) -> str:
    """Return what parts the columns of a file: a comma, or what Excel writes in Poland, a semicolon, or a tab."""
    for delimiter in (";", "\t"):
        if first_line.count(delimiter) == len(COLUMNS) - 1 and "," not in first_line:
            return delimiter
    return ","


def _with_point(value: str) -> str:
    """Return a number as a file has it in which commas are decimal ones, with a point and without spaces."""
    plain = re.sub(r"[ \u00a0\u202f]", "", value).replace("−", "-")
    return plain.replace(",", ".") if _NUMBER.match(plain.replace(",", ".")) else value


def is_period(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar."""
    return bool(_PERIOD.match(text)) and (len(text) < 10 or _is_date(text))


def _check(path: str, line: int, written: str, row: list[str]) -> list[Problem]:
    problems: list[Problem] = []
    cells = [cell.strip() for cell in row]

    def wrong(column: int, code: str, message: str, hint: str, suggestion: str | None = None) -> None:
        problems.append(_problem(path, line, cell_place(written, column), code, message, hint, suggestion))

    teryt, indicator, _dimension, period, value, missing, source, retrieved = cells
    if not (_TERYT if site_country() == POLAND else _CODE).match(teryt):
        wrong(
            0, "wrong-form", _("“%(value)s” is not a code of a county", value=teryt), _("write four digits, e.g. 1201")
        )
    for number, cell in ((1, indicator), (6, source)):
        if not cell:
            wrong(number, "empty-value", _("“%(key)s” is empty", key=COLUMNS[number]), _("write an id"))
    if not is_period(period):
        wrong(
            3,
            "wrong-form",
            _("“%(value)s” is not a period", value=period),
            _("write it as 2024, 2024-12 or 2024-12-31"),
        )
    if value and not _NUMBER.match(value):
        near = re.sub(r"[ \u00a0\u202f]", "", value).replace(",", ".").replace("−", "-")
        near_fits = near if _NUMBER.match(near) else None
        hint = (
            _("write %(value)s: a decimal point, no quotes, no spaces", value=near)
            if near_fits
            else _("write a number with a decimal point")
        )
        wrong(4, "not-number", _("“%(value)s” is not a number", value=value), hint, near_fits)
    if missing and missing not in _MISSING:
        wrong(5, "unknown-value", _("“%(value)s” is not possible as “%(key)s”", value=missing, key="missing"),
              _("write one of: %(options)s", options=", ".join(_MISSING)))  # fmt: skip
    if bool(value) == bool(missing):
        message = (
            _("A figure has either a value or a reason why it is missing, not both")
            if value
            else _("The figure has neither a value nor a reason why it is missing")
        )
        wrong(4, "value-or-missing", message, _("fill in one of the columns value and missing"))
    if retrieved and not _is_date(retrieved):
        wrong(
            7,
            "not-a-date",
            _("“%(value)s” is not a date of the calendar", value=retrieved),
            _("write year-month-day, e.g. 2026-11-24"),
        )
    return problems


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def cell_place(written: str, column: int) -> int:
    """Return the 1-based place at which the cell number ``column`` (from 0) begins in a written row."""
    quoted, cell = False, 0
    delimiter = delimiter_of(written) if '"' not in written else ","
    for place, char in enumerate(written):
        if cell == column:
            return place + 1
        if char == '"':
            quoted = not quoted
        elif char == delimiter and not quoted:
            cell += 1
    return len(written) + 1


def _problem(
    path: str, line: int, column: int, code: str, message: str, hint: str, suggestion: str | None = None
) -> Problem:
    return Problem(path=path, line=line, column=column, code=code, message=message, hint=hint, suggestion=suggestion)
