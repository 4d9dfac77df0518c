"""Importing figures: each format by its content, the file whole or not at all, every figure with source and day."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from partnership.country import forms_of
from partnership.figures_import.cells import Units, name_key, number
from partnership.figures_import.formats import month_of, split_label
from partnership.figures_import.importing import country_names
from partnership.figures_import.sheet import Sheet
from partnership.problems import ProblemsFound
from partnership.records.reading import read_record
from partnership.records.taxonomy import County
from tests.conftest import Call
from tests.support.commands import Outcome
from tests.support.searches import examples
from tests.support.site import COUNTIES, Site

WIDE = (
    '"Kod";"Nazwa";"stopa bezrobocia rejestrowanego;ogółem;2024;[%]";'
    '"bezrobotni zarejestrowani;kobiety;2024;[osoba]";\r\n'
    '"0000000";"POLSKA";5,1;400 000;\r\n'
    '"1200000";"MAŁOPOLSKIE";4,4;30\u00a0000;\r\n'
    '"1201000";"Powiat bocheński";2,4;;\r\n'
    '"1261000";"Powiat m. Kraków";2,0;x;\r\n'
    '"2401000";"Powiat będziński";7,0;1 000;\r\n'
)


@pytest.fixture
def run(site: Site, call: Call, tmp_path: Path) -> Callable[..., Outcome]:
    """Imports bytes or a workbook under a file name that says nothing."""

    def importing(content: bytes | Workbook, *options: str) -> Outcome:
        file = tmp_path / "plik.bin"
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            content.save(file)
        return call("import-figures", str(file), "--data", str(site.data), *options)

    return importing


def figures(site: Site) -> dict[tuple[str, str, str, str], dict[str, str]]:
    """Return all figures of the data folder by key."""
    found = {}
    for file in (site.data / "figures").glob("*.csv"):
        for row in csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))):
            found[row["teryt"], row["indicator"], row["dimension"], row["period"]] = row
    return found


def snapshot(site: Site) -> dict[str, bytes]:
    """Return every file of the data folder."""
    return {str(file): file.read_bytes() for file in sorted(site.data.rglob("*")) if file.is_file()}


def workbook(title: str, *rows: list[Any]) -> Workbook:
    """Return a workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_bdl_wide(site: Site, run: Callable[..., Outcome], call: Call, encoding: str) -> None:
    """Semicolons in quoted headers, a last empty column, decimal commas, marks for what is missing, other regions."""
    done = run(WIDE.encode(encoding), "--retrieved", "2026-02-20")
    assert done.status == 0, done.err
    found = figures(site)
    rate = found["1201", "unemployment-rate", "", "2024-12-31"]
    assert (rate["value"], rate["source"], rate["retrieved"]) == ("2.4", "gus-bdl", "2026-02-20")
    assert found["12", "unemployed", "kobiety", "2024-12-31"]["value"] == "30000"
    assert found["1201", "unemployed", "kobiety", "2024-12-31"]["missing"] == "no-data"
    assert found["1261", "unemployed", "kobiety", "2024-12-31"]["missing"] == "not-applicable"
    assert not [key for key in found if key[0].startswith("24")]
    assert call("check", *site.options).status == 0
    log = (site.data / "figures" / "imports.txt").read_text(encoding="utf-8")
    assert "bdl-wide" in log and "sha256:" in log
    (original,) = (site.data / "figures" / "originals").iterdir()
    assert original.read_bytes() == WIDE.encode(encoding)


def test_a_second_import_of_the_same_file_changes_nothing(site: Site, run: Callable[..., Outcome]) -> None:
    """Idempotent by (teryt, indicator, dimension, period), whatever the encoding."""
    run(WIDE.encode())
    before = snapshot(site)
    done = run(WIDE.encode("cp1250"))
    assert done.status == 0 and snapshot(site) == before


def test_a_new_value_is_shown_and_takes_the_old_ones_place(site: Site, run: Callable[..., Outcome]) -> None:
    """The preview names unit, indicator, period and both values; a missing value never replaces one."""
    run(WIDE.encode())
    shown = run(WIDE.replace("2,4", "2,6").replace("5,1", "").encode(), "--dry-run").out
    assert "powiat bocheński, Stopa bezrobocia rejestrowanego, 2024-12-31: 2.4 → 2.6" in shown
    assert figures(site)["1201", "unemployment-rate", "", "2024-12-31"]["value"] == "2.4"
    run(WIDE.replace("2,4", "2,6").replace("5,1", "").encode())
    assert figures(site)["1201", "unemployment-rate", "", "2024-12-31"]["value"] == "2.6"
    assert figures(site)["00", "unemployment-rate", "", "2024-12-31"]["value"] == "5.1"


def test_bdl_long_in_a_zip(site: Site, run: Callable[..., Outcome]) -> None:
    """Twelve-digit codes, one row for each unit and year."""
    text = (
        '"Kod";"Nazwa";"Wskaźniki";"Płeć";"Rok";"Wartosc";"Jednostka miary";"Atrybut";\n'
        '"011212161000";"Powiat m. Kraków";"bezrobotni zarejestrowani";"ogółem";"2023";"8 123";"osoba";"";\n'
        '"011200000000";"MAŁOPOLSKIE";"bezrobotni zarejestrowani";"mężczyźni";"2023";"30123";"osoba";"";\n'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("RYNE.csv", text)
    assert run(packed.getvalue()).status == 0
    found = figures(site)
    assert found["1261", "unemployed", "", "2023-12-31"]["value"] == "8123"
    assert found["12", "unemployed", "mężczyźni", "2023-12-31"]["value"] == "30123"


def test_bdl_xlsx(site: Site, run: Callable[..., Outcome]) -> None:
    """Headings over each other with merged cells: variable, year, unit."""
    book = workbook(
        "TABLICA",
        ["Kod", "Nazwa", "ludność na 1 km2", None],
        [None, None, "2023", "2024"],
        [None, None, "[osoba]", "[osoba]"],
        ["1201000", "Powiat bocheński", 165, "166,5"],
    )
    assert run(book).status == 0
    found = figures(site)
    assert found["1201", "density", "", "2023"]["value"] == "165"
    assert found["1201", "density", "", "2024"]["value"] == "166.5"


def test_gus_monthly(site: Site, run: Callable[..., Outcome]) -> None:
    """Thousands become persons, codes are joined, the month comes from the title."""
    book = workbook(
        "Tabl.1a",
        ["Bezrobotni zarejestrowani oraz stopa bezrobocia"],
        ["Stan w końcu stycznia 2026 r."],
        ["WOJ", "POW", "Wyszczególnienie", "Bezrobotni zarejestrowani w tys.", "Stopa bezrobocia w %"],
        [0, 0, "POLSKA", 900.1, 5.6],
        [12, 0, "MAŁOPOLSKIE", 71.2, 4.8],
        [12, 1, "Powiat bocheński", 1.5, 3.4],
        [2, 1, "bolesławiecki", 1.0, 3.0],
    )
    assert run(book).status == 0
    found = figures(site)
    assert found["1201", "unemployed", "", "2026-01-31"]["value"] == "1500"
    assert found["00", "unemployment-rate", "", "2026-01-31"]["value"] == "5.6"
    assert len(found) == 6


def test_mrpips_by_the_mapping_of_its_year(site: Site, run: Callable[..., Outcome]) -> None:
    """A known year is read; for another nobody has said what its cells mean, so the file is refused."""
    head = ["kodT", "nazwa", "M_C", "ROK", "D1W001R01", "D1W001R05"]
    assert run(workbook("dane", head, ["1201", "bocheński", 1, 2026, 90, 1501])).status == 0
    assert figures(site)["1201", "unemployed", "", "2026-01-31"]["value"] == "1501"
    before = snapshot(site)
    done = run(workbook("dane", head, ["1201", "bocheński", 1, 2027, 90, 1400]))
    assert done.status == 1 and "2027" in done.err and snapshot(site) == before


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("1201000", "1299000", 4),
        ("1201000", "1200000", 4),
        ("1201000", "abc", 4),
        ("Powiat bocheński", "Powiat brzeski", 4),
        ("2,0;x", "dwa;x", 5),
        ("[osoba]", "[zł]", 2),
        ("2024;[%]", "1850;[%]", 2),
        ("stopa bezrobocia rejestrowanego", "liczba jednorożców", 2),
        ('"1261000";"Powiat m. Kraków";2,0', '"1201000";"Powiat bocheński";2,5', 5),
    ],
)
def test_a_wrong_cell_refuses_the_file_whole(
    site: Site, run: Callable[..., Outcome], old: str, new: str, row: int
) -> None:
    """Unknown code, swapped rows, no number, unknown unit, year or variable, a figure twice: the row is told."""
    before = snapshot(site)
    done = run(WIDE.replace(old, new).encode())
    assert done.status == 1 and f"plik.bin:{row}:" in done.err, done.err
    assert "Traceback" not in done.err and snapshot(site) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"   \n", b"\x00\x01\x02", b"a,b,c\n1,2,3\n", b"PK\x03\x04broken", "\ufeff<html>".encode(), b"\xff\xfea\x00"],
)
def test_what_is_no_such_file_is_refused(site: Site, run: Callable[..., Outcome], content: bytes) -> None:
    """Empty, binary, another table, a damaged archive, a web page: one clear problem, nothing written."""
    before = snapshot(site)
    done = run(content)
    assert done.status == 1 and "plik.bin:" in done.err and snapshot(site) == before


def test_an_open_quotation_mark_is_told_where_it_opens(site: Site, run: Callable[..., Outcome]) -> None:
    """By row and column, as the readers of the data folder tell it; closed again, the file is read."""
    broken = WIDE.replace('"Powiat bocheński"', '"Powiat bocheński')
    assert "plik.bin:4:11: error: The quotation mark" in run(broken.encode()).err
    assert run(WIDE.encode()).status == 0


def test_cells_over_several_lines_are_read(site: Site, run: Callable[..., Outcome]) -> None:
    """Offices write headers of several lines; what is wrong below is told at its own line."""
    done = run(WIDE.replace("zarejestrowani;kobiety", "zarejestrowani;\nkobiety").replace("400 000", "?").encode())
    assert "plik.bin:3:" in done.err, done.err


def test_an_encoding_that_no_office_saves_in_is_named(site: Site, run: Callable[..., Outcome]) -> None:
    """A text in ISO-8859-2 would else be read with wrong letters."""
    done = run(WIDE.replace("Nazwa", "Nazwa ąśź").encode("iso8859-2"))
    assert done.status == 1 and "ISO-8859-2" in done.err


def test_options_name_what_a_file_leaves_open(site: Site, run: Callable[..., Outcome]) -> None:
    """An indicator and a source that stand nowhere are refused with a near name."""
    assert "unemployed" in run(WIDE.encode(), "--indicator", "unemployd").err
    assert run(WIDE.encode(), "--source", "nie-ma").status == 1
    assert run(WIDE.encode(), "--period", "styczeń").status == 2


def test_a_figure_in_an_offer_is_the_editors(site: Site, run: Callable[..., Outcome]) -> None:
    """The same value is passed over; another refuses the file and names the offer."""
    run(WIDE.encode())
    site.offer(
        "1202", figures=[{"indicator": "unemployment-rate", "period": "2024-12-31", "value": 3.3, "source": "gus-bdl"}]
    )
    same = WIDE + '"1202000";"Powiat brzeski";3,3;5;\r\n'
    assert run(same.encode()).status == 0
    before = snapshot(site)
    done = run(same.replace("3,3", "3,4").encode())
    assert done.status == 1 and "offers/1202.yaml" in done.err and snapshot(site) == before


def test_a_folder_that_cannot_be_written_is_one_sentence(site: Site, run: Callable[..., Outcome]) -> None:
    """Nothing is left half written."""
    site.write("data/figures/originals", "a file where a folder belongs")
    done = run(WIDE.encode())
    assert done.status == 1 and "Traceback" not in done.err
    assert not (site.data / "figures" / "bdl-wide.csv").exists()
    assert not list(site.data.rglob(".import-*"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 234,5", 1234.5),
        ("1\u00a0234", 1234.0),
        ("1\u202f234,50", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("-0,99", -0.99),
        ("−2", -2.0),
        ("", "no-data"),
        ("-", "no-data"),
        ("X", "not-applicable"),
        ("#", "confidential"),
        ("12 osób", None),
        ("1,2,3", None),
    ],
)
def test_numbers_as_poland_writes_them(text: str, value: object) -> None:
    """Spaces of all kinds, decimal comma or point, marks for what is missing; anything else is no number."""
    assert number(text) == value


@given(st.floats(min_value=-1e9, max_value=1e9).map(lambda one: round(one, 3)))
@examples(60)
def test_a_number_comes_back_from_its_polish_form(value: float) -> None:
    """Grouped by no-break spaces, with a decimal comma."""
    text = f"{value:,.3f}".replace(",", "\u00a0").replace(".", ",")
    assert number(text) == value


@given(st.binary(max_size=300))
@examples(80)
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    """Any bytes are rows or a refusal."""
    from partnership.figures_import.sheet import read_sheets

    try:
        sheets = read_sheets("x", data)
    except ProblemsFound as refusal:
        assert refusal.problems.errors
    else:
        assert all(isinstance(cell, str) for sheet in sheets for row in sheet.rows for cell in row)


def test_units_by_code_and_by_name() -> None:
    """Four, seven and twelve digits; communes and other regions are passed over; names match inside the region only."""
    counties = [read_record(one, County) for one in COUNTIES]
    units = Units(counties, "12")
    assert units.of_code("1201000") == units.of_code("1201") == "1201"
    assert units.of_code("011212161000") == "1261"
    assert units.of_code("1201011") == "" and units.of_code("2401000") == ""
    assert units.of_code("1200000") == "12" and units.of_code("0000000") == "00"
    assert units.of_code("1299000") is None and units.of_code("x") is None
    assert units.of_name("Powiat m. Kraków") == "1261" and units.of_name("POWIAT BRZESKI") == "1202"
    assert units.of_name("krakowski") is None
    assert name_key("Powiat m. st. Warszawa") == "warszawa"


def test_units_are_known_by_all_their_names_in_any_script() -> None:
    """Counties and the country in each language of the site; what is no name means nothing."""
    greek = [
        COUNTIES[0]
        | {
            "teryt": "EL-1",
            "name": "Π.Ε. Καβάλας",
            "short_name": "Καβάλα",
            "translations": {"en": {"name": "Kavala"}},
        },
        COUNTIES[1] | {"teryt": "EL-2", "name": "Π.Ε. Δράμας", "short_name": "Δράμα"},
    ]
    with forms_of("gr"):
        units = Units([read_record(one, County) for one in greek], "", country_names(("el", "en")))
    for name in ("ΚΑΒΑΛΑ", "π.ε. καβαλας", "Kavala"):
        assert units.of_name(name) == "EL-1"
    assert units.of_name("Δράμα") == "EL-2" and units.of_name("Ξάνθη") is None
    assert units.of_name("ΕΛΛΑΔΑ") == units.of_name("Greece") == "00" and units.of_name("Polska") is None
    assert units.of_name("2024 (1)") is None
    with forms_of("pl"):
        assert country_names(("pl", "en")) == ["Polska", "Poland"]


def test_headers_and_titles() -> None:
    """A label is split from the right; a month is found in any case of its name."""
    assert split_label("a;b;2024;[%]") == ("a;b", "2024", "%")
    assert split_label("a") == ("a", "", "")
    assert month_of(Sheet("", (("Stan w końcu grudnia 2025 r.",),))) == "2025-12"
    assert month_of(Sheet("", (("Październik 2024",),))) == "2024-10"
    assert month_of(Sheet("", (("bez daty",),))) == ""


def test_what_an_import_keeps_draws_no_warning(site: Site, run: Callable[..., Outcome], call: Call) -> None:
    """The original file and the list of imports belong to the folder of data."""
    assert run(WIDE.encode()).status == 0
    assert (site.data / "figures" / "imports.txt").exists()
    told = call("check", *site.options)
    assert "imports.txt" not in told.out and "originals" not in told.out, told.out
