"""The table of counties that a new site begins with: one row each, with code, name, seat and coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import msgspec

from partnership.catalogue.checks.coordinates import told
from partnership.catalogue.misplaced import RegionShape
from partnership.country import forms_of
from partnership.language import _
from partnership.locales.case import caseless
from partnership.locales.slugs import slug
from partnership.nearest import nearest
from partnership.places_on_earth import Point
from partnership.problems import Problem, ProblemList, ProblemsFound
from partnership.sources.csv_cells import cell_place
from partnership.sources.csv_table import CsvTable
from partnership.sources.text import Unreadable, read_text

MOST_COUNTIES: Final = 400
"""Rows of a table that are taken: more is no region."""

_COLUMNS: Final = ("code", "name", "seat", "latitude", "longitude")
_COORDINATES: Final = "coordinates"
"""A column that holds both, the latitude first."""
_CODE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}\Z")
_POLISH_CODE: Final = re.compile(r"[0-9]{4}\Z")
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]+)?\Z")
_POLAND: Final = ((48.9, 55.0), (14.0, 24.3))
"""Latitudes and longitudes between which Poland lies, in degrees."""


class CountyRow(msgspec.Struct, frozen=True):
    """One county as the table names it; coordinates in degrees. ``place`` is the line and column of its latitude."""

    code: str
    name: str
    seat: str
    latitude: float
    longitude: float
    place: tuple[int, int] = (1, 1)


def read_counties(path: Path, country: str) -> tuple[CountyRow, ...]:
    """Return the counties of a CSV file; raise :class:`ProblemsFound` with everything that is wrong in it."""
    try:
        with forms_of(country):
            text = read_text(str(path))
    except Unreadable as error:
        raise ProblemsFound(ProblemList([error.problem])) from None
    table = _Table(str(path), text, country)
    rows = tuple(table.counties())
    if not rows and not table.problems:
        hint = _("begin the table with a row: %(header)s", header=",".join(_COLUMNS))
        if text.strip():
            hint = _("add a row for each county below the header")
        table.tell(1, 1, "empty", _("The table names no county"), hint)
    if len(rows) > MOST_COUNTIES:
        message = _("The table has more than %(limit)d counties", limit=MOST_COUNTIES)
        table.tell(1, 1, "too-many", message, _("keep only those of your region"))
    if table.problems:
        raise ProblemsFound(ProblemList(table.problems))
    return rows


def doubtful_places(path: Path, rows: Sequence[CountyRow], zone: str) -> Iterator[Problem]:
    """Yield a warning for each county of a file that lies where none of the region can lie."""
    points = [Point(one.latitude, one.longitude) for one in rows]
    for number, found in RegionShape(points, zone).wrong.items():
        line, column = rows[number].place
        message, hint = told(points[number], found)
        about = Problem(path=str(path), line=line, column=column, code="misplaced", message=message, hint=hint)
        yield msgspec.structs.replace(about, severity="warning")


class _Table(CsvTable):
    """The rows of one file, and the problems found in them."""

    def __init__(self, path: str, text: str, country: str) -> None:
        super().__init__(path, text)
        self._polish = country == "pl"
        self._columns: dict[str, int] = {}
        self._width = 0

    def counties(self) -> Iterator[CountyRow]:
        """Iterate over the counties that are wholly right."""
        codes: dict[str, int] = {}
        slugs: dict[str, int] = {}
        for line, cells in self.filled_rows():
            if not self._columns:
                if not self._take_header(line, cells):
                    return
                continue
            row = self._row(line, [cell.strip() for cell in cells])
            if self._is_new_row(line, cells, codes, slugs) and row is not None:
                yield row

    def _take_header(self, line: int, cells: list[str]) -> bool:
        self._width = len(cells)
        names = [caseless(cell.strip()) for cell in cells]
        called = _names_of_columns()
        for column in (*_COLUMNS, _COORDINATES):
            found = next((number for number, name in enumerate(names) if name in called[column]), None)
            if found is not None:
                self._columns[column] = found
        wanted = _COLUMNS[:3] if _COORDINATES in self._columns else _COLUMNS
        missing = [one for one in wanted if one not in self._columns]
        for one in missing:
            near = nearest(one, [name for name in names if name])
            message = _("The table has no column “%(column)s”", column=one)
            if near:
                hint = _("rename the column “%(near)s” to “%(column)s”", near=near, column=one)
            else:
                hint = _("begin the table with a row: %(header)s", header=",".join(_COLUMNS))
            self.tell(line, 1, "missing-column", message, hint)
        return not missing

    def _row(self, line: int, cells: list[str]) -> CountyRow | None:
        before = len(self.problems)
        if any(cells[self._width :]) or len(cells) <= max(self._columns.values()):
            self.tell_width(line, cells, self._width)
            return None
        values = {name: cells[at] for name, at in self._columns.items()}
        for name in values:
            if not values[name]:
                message = _("“%(column)s” is empty", column=name)
                self._tell_cell(line, name, "empty-value", message, _("fill it in, or remove the row"))
        pattern = _POLISH_CODE if self._polish else _CODE
        if values["code"] and not pattern.match(values["code"]):
            message = _("“%(value)s” is not the code of a county", value=values["code"])
            if self._polish and values["code"].isascii() and values["code"].isdigit() and len(values["code"]) == 3:
                near = f"0{values['code']}"
                hint = _("write %(value)s; a program for tables has taken the zero away", value=near)
                self._tell_cell(line, "code", "wrong-form", message, hint, near)
            elif self._polish:
                self._tell_cell(line, "code", "wrong-form", message, _("write its four digits, e.g. 0201"))
            else:
                self._tell_cell(line, "code", "wrong-form", message, _("write letters, digits, full stops and hyphens"))
        if values["name"] and not slug(values["name"]):
            message = _("“%(value)s” cannot be the name of a county", value=values["name"])
            self._tell_cell(line, "name", "wrong-form", message, _("write it with letters"))
        place = self._place(line, values)
        if len(self.problems) > before or place is None:
            return None
        column = self._columns["latitude" if "latitude" in self._columns else _COORDINATES]
        at = (line, cell_place(self.lines[line - 1], column, self.delimiter))
        return CountyRow(values["code"], values["name"], values["seat"], *place, at)

    def _place(self, line: int, values: Mapping[str, str]) -> tuple[float, float] | None:
        told = {name: values[name] for name in ("latitude", "longitude") if name in values}
        if "coordinates" in values:
            parts = re.split(r"\s*[;\s]\s*|,\s+|(?<=\.\d),|(?<=\d\d),(?=-?\d+\.)", values["coordinates"].strip())
            if len(parts) != 2:
                message = _("“%(value)s” is not a pair of coordinates", value=values["coordinates"])
                self._tell_cell(line, "coordinates", "not-number", message, _("write it as 50.06 19.94"))
                return None
            told = dict(zip(("latitude", "longitude"), parts, strict=True))
        found: dict[str, float] = {}
        for name, text in told.items():
            where = name if name in self._columns else "coordinates"
            if not text:
                continue
            if not _NUMBER.match(text):
                message = _("“%(value)s” is not a number of degrees", value=text)
                self._tell_cell(line, where, "not-number", message, _("write it with a decimal point, e.g. 50.06"))
                continue
            found[name] = float(text.replace(",", "."))
            if abs(found[name]) > (90 if name == "latitude" else 180):
                message = _("“%(value)s” is outside the globe", value=text)
                hint = _("write the latitude (north) first, then the longitude (east)")
                self._tell_cell(line, where, "too-large", message, hint)
                del found[name]
        if len(found) != 2:
            return None
        latitude, longitude = found["latitude"], found["longitude"]
        if self._polish and not _in_poland(latitude, longitude):
            where = "latitude" if "latitude" in self._columns else "coordinates"
            if _in_poland(longitude, latitude):
                message = _("Latitude and longitude are exchanged: this point is not in Poland")
                hint = _("write latitude %(north)s and longitude %(east)s", north=longitude, east=latitude)
            else:
                message = _("The point %(north)s, %(east)s is not in Poland", north=latitude, east=longitude)
                hint = _("correct the coordinates, or name another country with --country")
            self._tell_cell(line, where, "misplaced", message, hint)
            return None
        return latitude, longitude

    def _is_new_row(self, line: int, cells: list[str], codes: dict[str, int], slugs: dict[str, int]) -> bool:
        """Tell whether code and name of a row, right or wrong, stand in no row before it."""
        places = (self._columns["code"], self._columns["name"])
        code, name = (cells[at].strip() if at < len(cells) else "" for at in places)
        known = [
            self._is_new(line, column, shown, key, seen)
            for column, shown, key, seen in (("code", code, code, codes), ("name", name, slug(name), slugs))
            if key
        ]
        return all(known)

    def _is_new(self, line: int, column: str, shown: str, key: str, seen: dict[str, int]) -> bool:
        first = seen.setdefault(key, line)
        if first == line:
            return True
        message = _("“%(value)s” stands in the table twice, first in row %(first)d", value=shown, first=first)
        hint = _("remove one of the two rows or correct it")
        if column == "name":
            hint = _("remove one of the two rows, or add to the name what tells the two apart, such as the seat")
        self._tell_cell(line, column, "duplicate-id", message, hint)
        return False

    def _tell_cell(
        self, line: int, column: str, code: str, message: str, hint: str, suggestion: str | None = None
    ) -> None:
        self.tell_cell(line, self._columns[column], code, message, hint, suggestion)


@lru_cache(maxsize=1)
def _names_of_columns() -> dict[str, frozenset[str]]:
    """Return by what names of all languages each column is known."""
    text = Path(__file__).with_name("column_names.json").read_bytes()
    by_language = msgspec.json.decode(text, type=dict[str, dict[str, tuple[str, ...]]])
    columns = (*_COLUMNS, _COORDINATES)
    return {one: frozenset(caseless(name) for some in by_language.values() for name in some[one]) for one in columns}


def _in_poland(latitude: float, longitude: float) -> bool:
    (south, north), (west, east) = _POLAND
    return south <= latitude <= north and west <= longitude <= east
