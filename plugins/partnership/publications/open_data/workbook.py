"""A table of open data as a workbook for spreadsheet programs: typed cells, a header that stays, sources beside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from partnership.language import _
from partnership.publications.open_data.table import About, Cell, Column, Table
from partnership.subscriptions.entries import clean

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDEST: Final = 60
"""Characters of the widest column; longer texts are wrapped by the reader's program."""
LONGEST: Final = 32767
"""Characters that a cell of a workbook can hold."""
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""Time of the files in the archive, the earliest it can tell: a workbook must not depend on when it was made."""


_STAMP: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""Times in a workbook's properties, which the library takes from the clock."""


def make_workbook(about: About, table: Table) -> bytes:
    """Return a table as XLSX; the same table gives the same bytes."""
    # Imported only where a workbook is made: it takes longer to load than most builds take.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = about.publisher, table.title
    sheet = book.create_sheet(table.name[:31])
    sheet.freeze_panes = "A2"
    for number, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    bold = Font(bold=True)

    def text(target: Any, value: str, font: Font | None = None) -> Any:
        cell = WriteOnlyCell(target, clean(value)[:LONGEST])
        # A text that begins as a formula would stays a text.
        cell.data_type = "s"
        if font is not None:
            cell.font = font
        return cell

    sheet.append([text(sheet, column.name, bold) for column in table.columns])
    for row in table.rows:
        cells = [_value(column, cell) for column, cell in zip(table.columns, row, strict=True)]
        sheet.append([text(sheet, one) if isinstance(one, str) else one for one in cells])
    sources = book.create_sheet(_("Sources"))
    sources.column_dimensions["A"].width, sources.column_dimensions["B"].width = 24, 90
    for label, value in _told(about, table):
        sources.append([text(sources, label, bold), text(sources, value)])
    return _still(_saved(book))


def _value(column: Column, cell: Cell) -> Cell | date:
    """Return a cell as its column's type wants it; what is not of that type stays as it is written."""
    if column.type == "date" and isinstance(cell, str):
        try:
            return date.fromisoformat(cell)
        except ValueError:
            return cell
    return cell


def _told(about: About, table: Table) -> list[tuple[str, str]]:
    """Return what the second sheet says: whose data these are, of which day, and what each column means."""
    return [
        (_("Title"), table.title),
        (_("Description"), table.description),
        (_("Source"), about.source),
        *([(_("Licence"), f"{about.licence} {about.licence_url}".strip())] if about.licence else []),
        *([(_("As of"), table.dated)] if table.dated else []),
        (_("Address"), about.site_url + table.file(".xlsx")),
        ("", ""),
        *((column.name, column.title) for column in table.columns),
    ]


def _widths(table: Table) -> Sequence[int]:
    longest = [len(column.name) for column in table.columns]
    for row in table.rows:
        for number, cell in enumerate(row):
            if cell is not None:
                longest[number] = max(longest[number], len(str(cell)))
    return [min(WIDEST, length + 2) for length in longest]


def _saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _still(workbook: bytes) -> bytes:
    """Return a workbook whose parts carry no time of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as still:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            still.writestr(zipfile.ZipInfo(name, _EPOCH), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
