"""Workbooks: typed cells, a header that stays, sources on a second sheet, the same bytes each time."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from partnership.publications.open_data.table import About, Cell, Column, Table, make_excel_csv
from partnership.publications.open_data.workbook import make_workbook
from tests.support.publications import Published
from tests.support.searches import examples
from tests.support.site import Site

ABOUT = About(
    site_name="Serwis", site_url="https://dane.example", publisher="Urząd", publisher_url="https://urzad.example",
    licence="CC BY 4.0", licence_url="https://creativecommons.org/licenses/by/4.0/", source="Serwis, Urząd",
)  # fmt: skip
COLUMNS = (
    Column("teryt", "string", "Kod"), Column("value", "number", "Wartość"), Column("day", "date", "Dzień"),
    Column("city", "boolean", "Miasto"), Column("note", "string", "Uwaga"),
)  # fmt: skip


def _table(*rows: tuple[Cell, ...]) -> Table:
    return Table(id="counties", title="Próba", description="Tabela próbna.", columns=COLUMNS, rows=rows)


def test_cells_have_their_types() -> None:
    """A code keeps its zero, a number is a number, a day a day; a text that begins as a formula stays a text."""
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(ABOUT, _table(("0201", 7.5, "2024-12-31", True, "=1+1")))))
    sheet, sources = book.worksheets
    assert [cell.value for cell in sheet[1]] == ["teryt", "value", "day", "city", "note"]
    code, value, day, city, note = sheet[2]
    assert (code.value, code.data_type) == ("0201", "s")
    assert (value.value, value.data_type) == (7.5, "n")
    assert isinstance(day.value, datetime) and day.value.date() == date(2024, 12, 31)
    assert city.value is True
    assert (note.value, note.data_type) == ("=1+1", "s")
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == "A1:E2"
    told = {row[0].value: row[1].value for row in sources.iter_rows()}
    assert "CC BY 4.0" in str(told["Licencja"]) and told["Źródło"] == "Serwis, Urząd" and told["teryt"] == "Kod"


@examples(30)
@given(st.lists(st.tuples(st.text(max_size=40), st.floats(-1e9, 1e9)), max_size=5))
def test_any_text_gives_the_same_bytes_twice(values: list[tuple[str, float]]) -> None:
    """Whatever the cells hold, the workbook opens and depends on them alone, never on the clock."""
    table = _table(*((text, value, None, None, text) for text, value in values))
    made = make_workbook(ABOUT, table)
    assert made == make_workbook(ABOUT, table)
    assert openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].max_row == len(values) + 1


def test_codes_and_months_stay_texts_in_a_spreadsheet() -> None:
    """What a spreadsheet would take for a number or a date has a tab before it; a number stays one."""
    columns = (*tuple(Column(name, "string", name) for name in "abcd"), Column("e", "number", "e"))
    table = Table(
        id="counties", title="x", description="x", columns=columns,
        rows=(("0201", "2024-12", "600 100 200", "2024", 7.1),),
    )  # fmt: skip
    assert make_excel_csv(table).decode("utf-8-sig").splitlines()[1] == "\t0201;\t2024-12;\t600 100 200;2024;7,1"


def test_every_data_set_has_its_workbook(site: Site) -> None:
    """Also those made of many records; the catalogues name them."""
    site.institution("pup-bochnia", phone=["12 345 67 89"])
    published = Published(site, "open_data.plan")
    for name in ("powiaty", "uslugi", "instytucje", "uslugi-instytucji"):
        book = openpyxl.load_workbook(io.BytesIO(published.bytes(f"/dane/{name}.xlsx")))
        assert book.worksheets[0].max_row > 1
        assert f"/dane/{name}.xlsx" in published.bytes("/dane/dane-gov-pl.xml").decode()
        assert f"/dane/{name}.xlsx" in published.bytes("/dane/katalog.jsonld").decode()
