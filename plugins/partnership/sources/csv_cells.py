"""Cells of a CSV file: what parts them, where each stands in its line, and how they are written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from partnership.language import _

_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"(?!")')
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet takes for a formula."""


class BrokenQuotes(NamedTuple):
    """What is wrong with the quotation marks of a row: the 1-based column of the first of them, message and hint."""

    column: int
    message: str
    hint: str


def rows_of(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str] | BrokenQuotes]]:
    """Yield each line of a table with its number (from 1): its cells, or what is wrong with its quotation marks.

    A row is a line here: a quotation mark that does not close would take all rows down to the next one into its cell.
    """
    for number, line in enumerate(lines, 1):
        if '"' not in line:
            yield number, line.split(delimiter)
            continue
        try:
            yield number, next(csv.reader([line], delimiter=delimiter, strict=True))
        except csv.Error:
            yield number, _broken_quotes(line, delimiter)


def rows_over_lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | BrokenQuotes]]:
    """Yield each row of a table that a program wrote, with the number of its first line; cells may go over lines.

    A row whose quotation marks are wrong is the last, since nobody knows where it ends.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    first = 1
    try:
        for cells in reader:
            yield first, cells
            first = reader.line_num + 1
    except csv.Error:
        yield first, _broken_quotes(text.split("\n")[first - 1], delimiter)


def _broken_quotes(line: str, delimiter: str) -> BrokenQuotes:
    start = 0
    while start < len(line):
        if line[start] == '"':
            closed = _QUOTED.match(line, start)
            if closed is None:
                message = _("The quotation mark that opens here is not closed in its row")
                return BrokenQuotes(start + 1, message, _("close it at the end of its cell, or delete it"))
            rest = line[closed.end() :].partition(delimiter)[0]
            if rest:
                message = _("After the closing quotation mark stands more text: %(text)s", text=rest.strip()[:80])
                text = closed.group() + rest
                hint = _("write %(value)s", value='"' + text.replace('""', '"').replace('"', '""') + '"')
                return BrokenQuotes(start + 1, message, hint)
            start = closed.end()
        end = line.find(delimiter, start)
        start = len(line) if end < 0 else end + 1
    return BrokenQuotes(1, _("The row cannot be read"), _("check its quotation marks"))


def delimiter_of(head: str) -> str:
    """Return what parts the columns below a header: a comma, what Excel writes in Poland (a semicolon), or a tab.

    What stands in quotation marks parts nothing: headers of statistics hold semicolons.
    """
    parts = _QUOTED.sub("", head)
    return max(",;\t", key=parts.count)


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


def csv_text(rows: Iterable[Iterable[object]], delimiter: str = ",", line_end: str = "\r\n") -> str:
    """Return rows as the text of a CSV file."""
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return made.getvalue()


def harmless(cell: object) -> object:
    """Return a cell of a table for people: a text that a spreadsheet would take for a formula, with an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
