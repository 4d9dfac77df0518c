"""Cells of a CSV file: what parts them, and where each stands in its line."""

from __future__ import annotations

from partnership.language import _


def delimiter_of(head: str) -> str:
    """Return what parts the columns below a header: a comma, what Excel writes in Poland (a semicolon), or a tab."""
    return max(",;\t", key=head.count)


def cell_place(written: str, column: int, delimiter: str = ",") -> int:
    """Return the 1-based place at which the cell number ``column`` (from 0) begins in a written row."""
    quoted, cell = False, 0
    for place, char in enumerate(written):
        if cell == column:
            return place + 1
        if char == '"':
            quoted = not quoted
        elif char == delimiter and not quoted:
            cell += 1
    return len(written) + 1


def columns_hint(delimiter: str) -> str:
    """Return what to do about a row that has more or fewer columns than its header."""
    if delimiter == ";":
        return _("check the semicolons; a text with a semicolon goes in quotes")
    if delimiter == "\t":
        return _("check the tabs between the columns")
    return _("check the commas; a text with a comma goes in quotes")
