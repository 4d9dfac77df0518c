"""Cells of CSV files are found where they stand."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.csv_cells import (
    BrokenQuotes,
    cell_place,
    csv_text,
    delimiter_of,
    harmless,
    rows_of,
    rows_over_lines,
)


def test_place_of_a_cell_counts_quotes() -> None:
    """What parts cells does not part them in quotes; a cell that is not there is at the end."""
    assert cell_place('a,"b,c",d', 2) == 9
    assert cell_place('a;"b;c";d', 2, ";") == 9
    assert cell_place("a,b", 5) == 4


def test_the_header_tells_what_parts_the_columns() -> None:
    """A comma where nothing else does; what stands in quotation marks parts nothing."""
    assert delimiter_of('"a;b;c","d;e",f') == ","
    assert [delimiter_of(head) for head in ("a,b", "a;b", "a\tb", "a", "")] == [",", ";", "\t", ",", ","]


@pytest.mark.parametrize(
    ("line", "column"), [('a,"b,c', 3), ('"a,b', 1), ('a,"b"c,d', 3), ('a,"b""', 3), ('"a","b,c', 5)]
)
def test_broken_quotation_marks_are_told_where_they_open(line: str, column: int) -> None:
    """In their own row, whatever follows; the other rows are read."""
    rows = list(rows_of(["x,y", line, 'c,"d"', "e,f"], ","))
    broken = rows[1][1]
    assert isinstance(broken, BrokenQuotes) and broken.column == column
    assert [rows[0], *rows[2:]] == [(1, ["x", "y"]), (3, ["c", "d"]), (4, ["e", "f"])]


def test_text_after_quotes_is_given_whole() -> None:
    """The proposed cell, read again, is all that was written."""
    ((_number, broken),) = rows_of(['a,"b"c,d'], ",")
    assert isinstance(broken, BrokenQuotes)
    cell = broken.hint[broken.hint.index('"') :]
    assert list(rows_of([f"a,{cell},d"], ",")) == [(1, ["a", '"b"c', "d"])]


@given(st.lists(st.text('ab ,;"ż', max_size=6), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_rows_are_those_of_the_csv_module(cells: list[str], delimiter: str) -> None:
    """Whatever cells a program writes, they are read as it wrote them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(cells)
    assert list(rows_of(out.getvalue().rstrip("\n").split("\n"), delimiter)) == [(1, cells)]


@given(st.lists(st.lists(st.text('ab ,;"\nż', max_size=6), min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_of_programs_may_go_over_lines(rows: list[list[str]]) -> None:
    """Whatever is written is read again, each row with the line in which it begins."""
    text = csv_text(rows, ";", "\n")
    read = list(rows_over_lines(text, ";"))
    assert [cells for _line, cells in read] == rows
    assert [line for line, _cells in read] == [
        1 + csv_text(rows[:at], ";", "\n").count("\n") for at in range(len(rows))
    ]


def test_a_broken_row_of_a_program_is_the_last() -> None:
    """It is told where its quotation mark opens."""
    (_first, (line, broken)) = rows_over_lines('a,b\n1,"c\n2,d\n', ",")
    assert isinstance(broken, BrokenQuotes) and (line, broken.column) == (2, 3)


def test_what_a_spreadsheet_would_take_for_a_formula() -> None:
    """A text gets an apostrophe before it; numbers and other texts are as they were."""
    assert [harmless(cell) for cell in ("=1+1", "-a", "a=1", -1, None)] == ["'=1+1", "'-a", "a=1", -1, None]
