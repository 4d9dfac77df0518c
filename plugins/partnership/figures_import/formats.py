"""The formats: each is told by its header, and gives raw figures with the row and column that they stand in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import Final

import msgspec

from partnership.figures_import.sheet import Sheet
from partnership.polish.folding import fold

_CELL: Final = re.compile(r"D(\d)W(\d{3})R(\d{2})\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_MONTHS: Final = (
    "stycz", "lut", "mar", "kwie", "maj", "czerw", "lip", "sierp", "wrze", "pazdziernik", "listopad", "grud",
)  # fmt: skip


class Raw(msgspec.Struct, frozen=True):
    """One cell: where it stands, the unit's code and name as written, the variable's label and unit, period and text.

    Instead of a label, ``cell`` is the form's own name of a cell (D1W001R05), or ``variable`` BDL's number of a
    variable, whose unit is then not told.  ``unit_place`` is where the unit's code stands, else the row's first cell.
    """

    row: int
    column: int
    code: str
    name: str
    label: str
    unit: str
    period: str
    text: str
    cell: str = ""
    variable: str = ""
    unit_place: tuple[int, int] | None = None


class Format(msgspec.Struct, frozen=True):
    """A recognised table: the format's id, and the day's source by its key in the mapping."""

    id: str
    source: str


BDL_WIDE: Final = Format("bdl-wide", "bdl")
BDL_LONG: Final = Format("bdl-long", "bdl")
BDL_TABLE: Final = Format("bdl-xlsx", "bdl")
GUS_MONTHLY: Final = Format("gus-monthly", "gus-monthly")
MRPIPS: Final = Format("mrpips-01", "mrpips")


def detect(sheet: Sheet) -> Format | None:
    """Return the format of a table by its header, None when it is none of the known ones."""
    for row in sheet.rows[:30]:
        cells = [fold(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        if "kodt" in cells and "m_c" in cells and "rok" in cells and any(_CELL.match(cell.upper()) for cell in filled):
            return MRPIPS
        if filled[:2] == ["kod", "nazwa"] and "rok" in cells and any(cell.startswith("wartosc") for cell in cells):
            return BDL_LONG
        if filled[:2] == ["kod", "nazwa"] and any(";" in cell for cell in filled[2:]):
            return BDL_WIDE
        if filled[:2] == ["kod", "nazwa"]:
            return BDL_TABLE
        if "woj" in cells and "pow" in cells:
            return GUS_MONTHLY
    return None


def read(sheet: Sheet, found: Format, period: str = "") -> Iterator[Raw]:
    """Yield the cells of a table; ``period`` is that of a monthly table that does not name its own."""
    if found is BDL_WIDE:
        return _bdl_wide(sheet)
    if found is BDL_LONG:
        return _bdl_long(sheet)
    if found is BDL_TABLE:
        return _bdl_table(sheet)
    if found is GUS_MONTHLY:
        return _gus_monthly(sheet, period or month_of(sheet))
    return _mrpips(sheet)


def _header(sheet: Sheet, *names: str) -> int:
    """Return the index of the first row that holds all names."""
    for number, row in enumerate(sheet.rows):
        cells = [fold(cell) for cell in row]
        if all(name in cells for name in names):
            return number
    return 0


def split_label(header: str) -> tuple[str, str, str]:
    """Return label, year and unit of a column's header „variable;dimension;2024;[%]”, split from the right."""
    parts = [part.strip() for part in header.split(";")]
    unit = ""
    if parts and parts[-1].startswith("["):
        unit = parts.pop().strip("[]")
    year = parts.pop() if parts and _YEAR.match(parts[-1]) else ""
    return ";".join(parts), year, unit


def _bdl_wide(sheet: Sheet) -> Iterator[Raw]:
    start = _header(sheet, "kod", "nazwa")
    header = sheet.rows[start]
    # Every line ends with a semicolon: the last column is no column.
    columns = [(place, split_label(text)) for place, text in enumerate(header) if place > 1 and text]
    for number, row in enumerate(sheet.rows[start + 1 :], start + 2):
        if not any(row):
            continue
        for place, (label, year, unit) in columns:
            text = row[place] if place < len(row) else ""
            yield Raw(number, place + 1, _at(row, 0), _at(row, 1), label, unit, year, text)


def _bdl_long(sheet: Sheet) -> Iterator[Raw]:
    start = _header(sheet, "kod", "nazwa", "rok")
    header = [fold(cell) for cell in sheet.rows[start]]
    year, value = header.index("rok"), next(n for n, cell in enumerate(header) if cell.startswith("wartosc"))
    unit = next((n for n, cell in enumerate(header) if cell.startswith("jednostka")), -1)
    for number, row in enumerate(sheet.rows[start + 1 :], start + 2):
        if not any(row):
            continue
        label = ";".join(_at(row, place) for place in range(2, year) if _at(row, place))
        yield Raw(
            number, value + 1, _at(row, 0), _at(row, 1), label, _at(row, unit) if unit >= 0 else "", _at(row, year),
            _at(row, value),
        )  # fmt: skip


def _bdl_table(sheet: Sheet) -> Iterator[Raw]:
    """Read the sheet TABLICA: rows of headings over each other, merged cells filled to the right, then a row a unit."""
    start = _header(sheet, "kod", "nazwa")
    end = start
    while end < len(sheet.rows) and not _at(sheet.rows[end], 0).strip().isdigit():
        end += 1
    heads = [_filled(row) for row in sheet.rows[start:end]]
    width = max((len(row) for row in sheet.rows[start:end]), default=0)
    columns = []
    for place in range(2, width):
        texts = [text for text in (_at(head, place) for head in heads) if text]
        joined = ";".join(dict.fromkeys(texts))
        label = ";".join(text for text in joined.split(";") if not _YEAR.match(text) and not text.startswith("["))
        year = next((text for text in joined.split(";") if _YEAR.match(text)), "")
        unit = next((text.strip("[]") for text in joined.split(";") if text.startswith("[")), "")
        columns.append((place, label, year, unit))
    for number, row in enumerate(sheet.rows[end:], end + 1):
        if not any(row):
            continue
        for place, label, year, unit in columns:
            if label or year:
                yield Raw(number, place + 1, _at(row, 0), _at(row, 1), label, unit, year, _at(row, place))


def _filled(row: tuple[str, ...]) -> tuple[str, ...]:
    filled: list[str] = []
    for place, text in enumerate(row):
        filled.append(text if text or place < 3 else filled[-1])
    return tuple(filled)


def month_of(sheet: Sheet) -> str:
    """Return the month that a table's title names („w końcu stycznia 2026 r.”), empty when it names none."""
    for row in sheet.rows[:15]:
        text = fold(" ".join(row))
        match = re.search(rf"\b({'|'.join(_MONTHS)})[a-z]*\s+((?:19|20)\d\d)\b", text)
        if match:
            return f"{match.group(2)}-{_MONTHS.index(match.group(1)) + 1:02}"
    return ""


def _gus_monthly(sheet: Sheet, period: str) -> Iterator[Raw]:
    start = _header(sheet, "woj", "pow")
    header = [fold(cell) for cell in sheet.rows[start]]
    region, county = header.index("woj"), header.index("pow")
    places = {"count": -1, "rate": -1}
    names = max(region, county) + 1
    for head in sheet.rows[start : start + 4]:
        for place, cell in enumerate(head):
            text = fold(cell)
            if place > names and "stopa" in text and places["rate"] < 0:
                places["rate"] = place
            elif place > names and "bezrobotn" in text and places["count"] < 0:
                places["count"] = place
    for number, row in enumerate(sheet.rows[start + 1 :], start + 2):
        code = [_at(row, region), _at(row, county)]
        if not all(part.isdigit() for part in code):
            continue
        teryt = f"{int(code[0]):02}{int(code[1]):02}"
        name = _at(row, names)
        if places["count"] >= 0:
            place = places["count"]
            yield Raw(number, place + 1, teryt, name, "bezrobotni zarejestrowani", "tys.", period, _at(row, place))
        if places["rate"] >= 0:
            place = places["rate"]
            yield Raw(number, place + 1, teryt, name, "stopa bezrobocia rejestrowanego", "%", period, _at(row, place))


def _mrpips(sheet: Sheet) -> Iterator[Raw]:
    start = _header(sheet, "kodt", "m_c", "rok")
    header = [fold(cell) for cell in sheet.rows[start]]
    code, month, year = header.index("kodt"), header.index("m_c"), header.index("rok")
    columns = [(place, cell.upper()) for place, cell in enumerate(header) if _CELL.match(cell.upper())]
    for number, row in enumerate(sheet.rows[start + 1 :], start + 2):
        if not any(row):
            continue
        period = f"{_at(row, year)}-{_at(row, month).zfill(2)}"
        for place, cell in columns:
            yield Raw(number, place + 1, _at(row, code), _at(row, code + 1), "", "", period, _at(row, place), cell)


def _at(row: tuple[str, ...], place: int) -> str:
    return row[place] if 0 <= place < len(row) else ""


def last_day(period: str) -> str:
    """Return the last day of a year or month; any other period as it is."""
    if re.fullmatch(r"\d{4}", period):
        return f"{period}-12-31"
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])", period):
        year, month = int(period[:4]), int(period[5:])
        return f"{period}-{calendar.monthrange(year, month)[1]:02}"
    return period
