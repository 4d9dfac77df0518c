"""Localities as CSV: towns and villages of the region, each with its gmina and its county."""

from __future__ import annotations

import re
from typing import Annotated, Final

from msgspec import Meta

from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.problems import Problem
from partnership.records.fields import CountyCode, Line, Part
from partnership.sources.csv_cells import BrokenQuotes, cell_place, columns_hint, delimiter_of, rows_of

COLUMNS: Final = ("name", "kind", "gmina", "county")
"""The header of ``data/localities.csv``, in this order."""

MAX_ROWS: Final = 100_000
MAX_NAME: Final = 100
_COUNTY = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}\Z")
_POLISH_COUNTY = re.compile(r"[0-9]{4}\Z")


class Locality(Part, frozen=True, kw_only=True):
    """A town or village; ``line`` is the 1-based line of its file."""

    name: Annotated[Line, Meta(description="Name of the town or village")]
    kind: Annotated[Line, Meta(description="Kind of locality, e.g. town, village")]
    gmina: Annotated[Line, Meta(description="Gmina in which it lies")]
    county: Annotated[CountyCode, Meta(description="Code of its county: four digits")]
    line: int = 0


def parse_localities(path: str, text: str) -> tuple[list[Locality], list[Problem]]:
    """Return the localities of one CSV text and its problems, all of them; a row with a problem gives none."""
    lines = text.split("\n")
    delimiter = delimiter_of(lines[0])
    localities: list[Locality] = []
    problems: list[Problem] = []
    first: dict[tuple[str, ...], int] = {}
    if not text.strip():
        message, hint = _("The file is empty"), _("fill it in or delete it")
        return [], [Problem(path=path, code="empty", message=message, hint=hint)]
    for line, row in rows_of(lines, delimiter):
        if isinstance(row, BrokenQuotes):
            problems.append(
                Problem(path=path, line=line, column=row.column, code="csv", message=row.message, hint=row.hint)
            )
            continue
        if line == 1:
            if tuple(cell.strip().lower() for cell in row) != COLUMNS:
                message, columns = _("The first line must name the columns"), ",".join(COLUMNS)
                hint = _("write: %(columns)s", columns=columns)
                return [], [Problem(path=path, code="wrong-header", message=message, hint=hint, suggestion=columns)]
            continue
        if not any(cell.strip() for cell in row):
            continue  # programs for tables leave rows of nothing but separators
        if len(localities) >= MAX_ROWS:
            message, hint = _("The file holds too many rows"), _("keep at most %(most)d rows", most=MAX_ROWS)
            problems.append(Problem(path=path, line=line, code="too-many", message=message, hint=hint))
            break
        found = _row_problems(path, line, lines[line - 1], row, delimiter)
        cells = tuple(cell.strip() for cell in row)
        if not found and first.setdefault(cells, line) != line:
            message = _("The row repeats line %(line)d", line=first[cells])
            found = [Problem(path=path, line=line, code="twice", message=message, hint=_("delete one of them"))]
        problems.extend(found)
        if not found:
            name, kind, gmina, county = cells
            localities.append(Locality(name=name, kind=kind, gmina=gmina, county=county, line=line))
    return localities, problems


def _row_problems(path: str, line: int, written: str, row: list[str], delimiter: str) -> list[Problem]:
    """Return what is wrong with one row, each with the place of its cell."""
    if len(row) != len(COLUMNS):
        message = _("The row has %(found)d columns instead of %(wanted)d", found=len(row), wanted=len(COLUMNS))
        hint = columns_hint(delimiter)
        return [Problem(path=path, line=line, code="wrong-columns", message=message, hint=hint)]
    problems: list[Problem] = []

    def wrong(column: int, code: str, message: str, hint: str) -> None:
        place = cell_place(written, column, delimiter)
        problems.append(Problem(path=path, line=line, column=place, code=code, message=message, hint=hint))

    for number, cell in enumerate(row[:3]):
        value = cell.strip()
        if not value:
            wrong(number, "empty-value", _("“%(key)s” is empty", key=COLUMNS[number]), _("fill it in"))
        elif len(value) > MAX_NAME:
            message = _("“%(key)s” is too long", key=COLUMNS[number])
            wrong(number, "too-long", message, _("shorten it to at most %(most)d characters", most=MAX_NAME))
        elif not any(char.isalpha() for char in value):
            message = _("“%(value)s” is not a name", value=value)
            wrong(number, "wrong-form", message, _("write it in letters"))
    county = row[3].strip()
    if not (_POLISH_COUNTY if site_country() == POLAND else _COUNTY).match(county):
        message = _("“%(value)s” is not a code of a county", value=county)
        wrong(3, "wrong-form", message, _("write four digits, e.g. 0201"))
    return problems
