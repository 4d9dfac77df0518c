"""Localities as CSV: what is wrong is told at its line and column, all at once, and nothing else breaks the reader."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.records.localities import COLUMNS, parse_localities

HEAD = ",".join(COLUMNS)


def test_rows_become_localities_with_their_lines() -> None:
    """Names with marks and commas in quotes are kept; the line is that of the file."""
    found, problems = parse_localities("l.csv", f'{HEAD}\nŁętowe,wieś,Mszana Dolna,1207\n"A, B",osada,C,1201\n')
    assert problems == []
    assert [(one.name, one.county, one.line) for one in found] == [("Łętowe", "1207", 2), ("A, B", "1201", 3)]


def test_every_fault_is_told_at_its_cell() -> None:
    """An empty name, a number for a name, a wrong code, a missing column and a row twice, in one reading."""
    text = f"{HEAD}\n,wieś,A,1201\n123,wieś,A,1201\nB,wieś,A,12\nC,wieś\nD,wieś,A,1201\nD,wieś,A,1201\n"
    found, problems = parse_localities("l.csv", text)
    assert [(one.line, one.column, one.code) for one in problems] == [
        (2, 1, "empty-value"),
        (3, 1, "wrong-form"),
        (4, 10, "wrong-form"),
        (5, 1, "wrong-columns"),
        (7, 1, "twice"),
    ]
    assert [one.name for one in found] == ["D"]


def test_a_wrong_header_says_the_right_one() -> None:
    """The advice, taken literally, mends it."""
    _found, (problem,) = parse_localities("l.csv", "name;kind\n")
    assert problem.suggestion == HEAD
    assert parse_localities("l.csv", f"{problem.suggestion}\n") == ([], [])


def test_what_programs_for_tables_write_is_understood() -> None:
    """Semicolons, capitals in the header and rows of nothing but separators, as in tables of figures."""
    rows = ";".join(HEAD.split(",")).title() + "\nA;wieś;B;1201\n;;;\n"
    found, problems = parse_localities("l.csv", rows)
    assert [one.name for one in found] == ["A"] and problems == []


def test_an_empty_file_is_told() -> None:
    """Nothing in it is a mistake, not an empty list."""
    _found, (problem,) = parse_localities("l.csv", "")
    assert problem.code == "empty"


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text gives problems or localities, never an error."""
    found, problems = parse_localities("l.csv", f"{HEAD}\n{text}")
    assert all(one.county.isdigit() for one in found)
    assert all(one.line >= 1 and one.column >= 1 for one in problems)
