"""Figures as CSV: the common table of ``data/figures/*.csv``, every wrong cell told with its line and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import cast

from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.patterns import pattern
from partnership.problems import Problem
from partnership.records.figures import Figure, Missing
from partnership.records.meant_numbers import may_have_thousands, meant_number, whole_numbers, with_thousands
from partnership.records.polish_values import meant_day
from partnership.sources.csv_cells import BrokenQuotes, rows_of
from partnership.sources.csv_table import CsvTable

COLUMNS = ("teryt", "indicator", "dimension", "period", "value", "missing", "source", "retrieved")
"""The header of every file, in this order."""

MAX_ROWS = 200_000
_MISSING = ("no-data", "confidential", "not-applicable")
_NUMBER = pattern(r"-?[0-9]+(?:\.[0-9]+)?\Z")
_PERIOD = pattern(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?\Z")
_MONTH_FIRST = pattern(r"([0-9]{1,2})[./-]([0-9]{4})")
_YEAR_FIRST = pattern(r"([0-9]{4})[./]([0-9]{1,2})")
_TERYT = pattern(r"[0-9]{2}(?:[0-9]{2})?\Z")
_CODE = pattern(r"[0-9A-Za-z][0-9A-Za-z.-]{0,16}\Z")


def parse_figures(path: str, text: str) -> tuple[list[Figure], list[Problem]]:
    """Return the figures of one CSV text and its problems; a row with a problem gives no figure."""
    rows, problems = parse_rows_of_figures(path, text)
    return [one for one in rows if not one.wrong], problems


def parse_rows_of_figures(path: str, text: str) -> tuple[list[Figure], list[Problem]]:
    """Return the rows of one CSV text and its problems; one with a problem is marked as wrong.

    Such a row names counties, indicators and sources as any other does, so that whoever knows these can tell what is
    wrong there in the same run.  A name that is told already is empty in it.
    """
    table = CsvTable(path, text)
    figures: list[Figure] = []
    whole: Mapping[str, list[int]] | None = None
    for line, row in table.rows_below(COLUMNS, MAX_ROWS, _("divide it into several files"), _value_hint):
        if table.delimiter != ",":
            row[_VALUE] = _with_point(row[_VALUE])
        cells = [cell.strip() for cell in row]
        thousands = None
        if may_have_thousands(cells[_VALUE]):
            if whole is None:
                whole = _whole_numbers(table)
            thousands = with_thousands(cells[_VALUE], whole.get(cells[1], ()))
        sound = _is_sound(table, line, cells, thousands)
        figures.append(_figure(path, line, cells) if sound else _wrong(path, line, cells))
    return figures, table.problems


def _value_hint(row: list[str]) -> str:
    """Return what to do about a row that has a column too many since its value has a decimal comma."""
    if len(row) != len(COLUMNS) + 1 or not (row[_VALUE].strip("-").isdigit() and row[_VALUE + 1].isdigit()):
        return ""
    return _("write the value with a decimal point: %(value)s", value=f"{row[_VALUE]}.{row[_VALUE + 1]}")


def _figure(path: str, line: int, cells: list[str]) -> Figure:
    teryt, indicator, dimension, period, value, missing, source, retrieved = cells
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


def _wrong(path: str, line: int, cells: list[str]) -> Figure:
    teryt, indicator, dimension, period, _value, _missing, source, _retrieved = cells
    return Figure(
        teryt=teryt if _code_form().match(teryt) else "",
        indicator=indicator,
        dimension=dimension,
        period=period,
        source=source,
        path=path,
        line=line,
        wrong=True,
    )


def _code_form() -> re.Pattern[str]:
    return _TERYT if site_country() == POLAND else _CODE


_VALUE = COLUMNS.index("value")


def _with_point(value: str) -> str:
    """Return a number as a file has it in which commas are decimal ones, with a point and without spaces."""
    plain = re.sub(r"[ \u00a0\u202f]", "", value).replace("−", "-")
    return plain.replace(",", ".") if _NUMBER.match(plain.replace(",", ".")) else meant_number(value) or value


def is_period(text: str) -> bool:
    """Tell whether a text is a year, a month or a day of the calendar."""
    return bool(_PERIOD.match(text)) and (len(text) < 10 or _is_date(text))


def meant_period(text: str) -> str | None:
    """Return the day or month that people write as 31.12.2024 or 12.2024, as the tables have it; None where unsure."""
    plain = text.strip(" r.")
    if found := _MONTH_FIRST.fullmatch(plain):
        near: str | None = f"{found[2]}-{int(found[1]):02d}"
    elif found := _YEAR_FIRST.fullmatch(plain):
        near = f"{found[1]}-{int(found[2]):02d}"
    else:
        near = plain if is_period(plain) else meant_day(text)
    return near if near and is_period(near) else None


def _whole_numbers(table: CsvTable) -> Mapping[str, list[int]]:
    """Return the whole numbers of a table by indicator."""
    return whole_numbers(
        (row[1].strip(), row[_VALUE].strip())
        for line, row in rows_of(table.lines, table.delimiter)
        if line > 1 and not isinstance(row, BrokenQuotes) and len(row) == len(COLUMNS)
    )


def _is_sound(table: CsvTable, line: int, cells: list[str], thousands: str | None) -> bool:
    """Tell what is wrong with the cells of a row, each at its place, and whether nothing is."""
    before = len(table.problems)

    def wrong(column: int, code: str, message: str, hint: str, suggestion: str | None = None) -> None:
        table.tell_cell(line, column, code, message, hint, suggestion)

    teryt, indicator, _dimension, period, value, missing, source, retrieved = cells
    if not _code_form().match(teryt):
        # Programs for tables take the first zero for nothing.
        near = f"0{teryt}" if teryt.isdigit() and _TERYT.match(f"0{teryt}") else None
        if site_country() != POLAND:
            near, hint = None, _("write a code from counties.yaml")
        else:
            hint = _("write %(value)s", value=near) if near else _("write four digits, e.g. 0201")
        wrong(0, "wrong-form", _("“%(value)s” is not a code of a county", value=teryt), hint, near)
    for number, cell in ((1, indicator), (6, source)):
        if not cell:
            wrong(number, "empty-value", _("“%(key)s” is empty", key=COLUMNS[number]), _("write an id"))
    if not is_period(period):
        near = meant_period(period)
        hint = _("write %(value)s", value=near) if near else _("write it as 2024, 2024-12 or 2024-12-31")
        wrong(3, "wrong-form", _("“%(value)s” is not a period", value=period), hint, near)
    if thousands is not None and value:
        message = _("“%(value)s” stands beside whole numbers, so its sign seems to part thousands", value=value)
        hint = _("write %(value)s; if it is a fraction, write another decimal place: %(other)s", value=thousands,
                 other=f"{value.replace(',', '.')}0")  # fmt: skip
        wrong(4, "thousands", message, hint, thousands)
    elif value and not _NUMBER.match(value):
        near = meant_number(value)
        hint = (
            _("write %(value)s: a decimal point, no quotes, no spaces", value=near)
            if near
            else _(
                "write a number with a decimal point; if there is none, leave it empty and write no-data in “missing”"
            )
        )
        wrong(4, "not-number", _("“%(value)s” is not a number", value=value), hint, near)
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
        near = meant_day(retrieved)
        hint = _("write %(value)s", value=near) if near else _("write year-month-day, e.g. 2026-11-24")
        wrong(7, "not-a-date", _("“%(value)s” is not a date of the calendar", value=retrieved), hint, near)
    return len(table.problems) == before


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
