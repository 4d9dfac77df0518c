"""Cells of CSV files are found where they stand."""

from __future__ import annotations

from partnership.sources.csv_cells import cell_place, delimiter_of


def test_place_of_a_cell_counts_quotes() -> None:
    """What parts cells does not part them in quotes; a cell that is not there is at the end."""
    assert cell_place('a,"b,c",d', 2) == 9
    assert cell_place('a;"b;c";d', 2, ";") == 9
    assert cell_place("a,b", 5) == 4


def test_the_header_tells_what_parts_the_columns() -> None:
    """A comma where nothing else does."""
    assert [delimiter_of(head) for head in ("a,b", "a;b", "a\tb", "a", "")] == [",", ";", "\t", ",", ","]
