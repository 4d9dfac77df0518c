"""Localities as CSV: towns and villages of the region, each with its gmina and its county."""

from __future__ import annotations

import re
from typing import Annotated, Final

from msgspec import Meta

from partnership.country import POLAND, site_country
from partnership.language import _
from partnership.problems import Problem
from partnership.records.fields import CountyCode, Line, Part
from partnership.sources.csv_table import CsvTable

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
    table = CsvTable(path, text)
    localities: list[Locality] = []
    first: dict[tuple[str, ...], int] = {}
    for line, row in table.rows_below(COLUMNS, MAX_ROWS, _("keep at most %(most)d rows", most=MAX_ROWS)):
        cells = tuple(cell.strip() for cell in row)
        if not _is_sound(table, line, cells):
            continue
        if first.setdefault(cells, line) != line:
            message = _("The row repeats line %(line)d", line=first[cells])
            table.tell(line, 1, "twice", message, _("delete one of them"))
            continue
        name, kind, gmina, county = cells
        localities.append(Locality(name=name, kind=kind, gmina=gmina, county=county, line=line))
    return localities, table.problems


def _is_sound(table: CsvTable, line: int, cells: tuple[str, ...]) -> bool:
    """Tell what is wrong with the cells of a row, each at its place, and whether nothing is."""
    before = len(table.problems)
    for number, value in enumerate(cells[:3]):
        if not value:
            table.tell_cell(line, number, "empty-value", _("“%(key)s” is empty", key=COLUMNS[number]), _("fill it in"))
        elif len(value) > MAX_NAME:
            message = _("“%(key)s” is too long", key=COLUMNS[number])
            hint = _("shorten it to at most %(most)d characters", most=MAX_NAME)
            table.tell_cell(line, number, "too-long", message, hint)
        elif not any(char.isalpha() for char in value):
            message = _("“%(value)s” is not a name", value=value)
            table.tell_cell(line, number, "wrong-form", message, _("write it in letters"))
    county = cells[3]
    if not (_POLISH_COUNTY if site_country() == POLAND else _COUNTY).match(county):
        message = _("“%(value)s” is not a code of a county", value=county)
        table.tell_cell(line, 3, "wrong-form", message, _("write four digits, e.g. 0201"))
    return len(table.problems) == before
