"""The table of figures: right rows become figures, every wrong cell is told at its place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language import set_language
from partnership.records.figures_csv import COLUMNS, parse_figures
from partnership.records.parsing import parse_rows

HEAD = ",".join(COLUMNS) + "\n"


def told(rows: str) -> list[tuple[int, int, str, str | None]]:
    """Return line, column, code and suggestion of every problem of a table with these rows."""
    _figures, problems = parse_figures("figures/a.csv", HEAD + rows)
    return [(one.line, one.column, one.code, one.suggestion) for one in problems]


def test_right_rows_become_figures() -> None:
    """Values, missing values, quotes, empty lines and dates are read."""
    rows = '1201,rate,"kobiety, wieś",2024-12,-2.5,,gus,2026-01-02\n\n12,rate,,2024,,confidential,gus,\n'
    figures, problems = parse_figures("figures/a.csv", HEAD + rows)
    assert problems == []
    assert [one.key for one in figures] == [("1201", "rate", "kobiety, wieś", "2024-12"), ("12", "rate", "", "2024")]
    assert (figures[0].value, figures[0].retrieved, figures[0].line) == (-2.5, date(2026, 1, 2), 2)
    assert (figures[1].value, figures[1].missing, figures[1].line) == (None, "confidential", 4)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("201,rate,,2024,1,,gus,", (2, 1, "wrong-form", "0201")),
        ("12017,rate,,2024,1,,gus,", (2, 1, "wrong-form", None)),
        ("1201,rate,,31.12.2024,1,,gus,", (2, 12, "wrong-form", "2024-12-31")),
        ("1201,rate,,12.2024 r.,1,,gus,", (2, 12, "wrong-form", "2024-12")),
        ('1201,rate,,2024,"9,4 %",,gus,', (2, 17, "not-number", "9.4")),
        ("1201,,,2024,1,,gus,", (2, 6, "empty-value", None)),
        ("1201,rate,,2024,1,,,", (2, 20, "empty-value", None)),
        ("1201,rate,,2024-13,1,,gus,", (2, 12, "wrong-form", None)),
        ("1201,rate,,2024-02-30,1,,gus,", (2, 12, "wrong-form", None)),
        ('1201,rate,,2024,"1 234,5",,gus,', (2, 17, "not-number", "1234.5")),
        ("1201,rate,,2024,x,,gus,", (2, 17, "not-number", None)),
        ("1201,rate,,2024,,brak,gus,", (2, 18, "unknown-value", None)),
        ("1201,rate,,2024,,,gus,", (2, 17, "value-or-missing", None)),
        ("1201,rate,,2024,1,no-data,gus,", (2, 17, "value-or-missing", None)),
        ("1201,rate,,2024,1,,gus,2.1.2026", (2, 24, "not-a-date", "2026-01-02")),
        ("1201,rate,,2024,1,,gus,dziś", (2, 24, "not-a-date", None)),
        ("1201,rate,2024,1", (2, 1, "wrong-columns", None)),
        ('1201,rate,"a', (2, 11, "csv", None)),
    ],
)
def test_each_wrong_cell_has_its_place(row: str, place: tuple[int, int, str, str | None]) -> None:
    """The column is that of the written line, quotes and all."""
    assert place in told(row + "\n")


def test_tables_without_a_header_or_text() -> None:
    """An empty file and one with other columns are told as a whole, with the header to write."""
    assert parse_figures("a.csv", "")[1][0].code == "empty"
    problem = parse_figures("a.csv", "kod;wartość\n")[1][0]
    assert (problem.code, problem.suggestion) == ("wrong-header", ",".join(COLUMNS))
    assert parse_rows(parse_figures, "a.csv", "teryt\xff".encode("latin-1")).problems[0].code == "not-utf-8"


@given(st.text(max_size=300))
def test_any_text_is_figures_or_problems(text: str) -> None:
    """No table makes reading fail in another way."""
    figures, problems = parse_figures("a.csv", HEAD + text)
    assert all(one.line >= 1 and one.column >= 1 for one in problems)
    assert all((one.value is None) != (one.missing is None) for one in figures)


def test_what_excel_writes_in_poland_is_understood() -> None:
    """Semicolons, a decimal comma, spaces in thousands, quoted numbers and empty rows."""
    text = (
        ";".join(COLUMNS)
        + '\r\n1201;stopa;;2024;12,5;;gus;2026-01-01\r\n1202;stopa;;2024;"1 234,5";;gus;\r\n;;;;;;;\r\n'
    )
    figures, problems = parse_figures("a.csv", text.replace("\r\n", "\n"))
    assert [figure.value for figure in figures] == [12.5, 1234.5] and problems == []


def test_places_are_those_of_semicolons_too() -> None:
    """A row with quotes and semicolons is told at its own cells, in words that name semicolons."""
    set_language("en")
    head = ";".join(COLUMNS) + "\n"
    _figures, problems = parse_figures("a.csv", f'{head}1201;a;;31.12.2024;"9,4";;gus;\n1201;a;;2024;1;;gus\n')
    assert [(one.line, one.column) for one in problems] == [(2, 9), (3, 1)]
    assert "semicolon" in problems[1].hint


def test_a_decimal_comma_among_commas_is_told_with_the_value() -> None:
    """The row has a column too many; the advice names the number that was meant."""
    _figures, problems = parse_figures("a.csv", ",".join(COLUMNS) + "\n1201,stopa,,2024,12,5,,gus,2026-01-01\n")
    assert "12.5" in problems[0].hint
