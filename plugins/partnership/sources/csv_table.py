"""A CSV file that people write: its rows, and what is wrong with its form, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from partnership.language import _
from partnership.problems import Problem
from partnership.sources.csv_cells import BrokenQuotes, cell_place, delimiter_of, rows_of


class CsvTable:
    """The rows of one file, a line each, and the problems found in it; the first filled line tells the delimiter."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.delimiter = delimiter_of(next((line for line in self.lines if line.strip()), ""))
        self.problems: list[Problem] = []

    def tell(self, line: int, column: int, code: str, message: str, hint: str, suggestion: str | None = None) -> None:
        """Add a problem at a 1-based place of the file."""
        self.problems.append(
            Problem(
                path=self.path,
                line=line,
                column=column,
                code=code,
                message=message,
                hint=hint,
                suggestion=suggestion,
            )
        )

    def tell_cell(
        self, line: int, column: int, code: str, message: str, hint: str, suggestion: str | None = None
    ) -> None:
        """Add a problem of a cell: ``column`` counts the cells of the row from 0."""
        place = cell_place(self.lines[line - 1], column, self.delimiter)
        self.tell(line, place, code, message, hint, suggestion)

    def filled_rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that hold anything, with their lines: programs for tables leave rows of separators alone."""
        for line, row in rows_of(self.lines, self.delimiter):
            if isinstance(row, BrokenQuotes):
                self.tell(line, row.column, "csv", row.message, row.hint)
            elif any(cell.strip() for cell in row):
                yield line, row

    def rows_below(
        self, columns: tuple[str, ...], most: int, too_many: str, hint_of: Callable[[list[str]], str] = lambda row: ""
    ) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows below a first line that names just these columns, each as wide as it is.

        ``too_many`` says what to do about more than ``most`` rows, ``hint_of`` about a row of another width where it
        knows better.
        """
        if not any(line.strip() for line in self.lines):
            self.tell(1, 1, "empty", _("The file is empty"), _("fill it in or delete it"))
            return
        _line, head = next(rows_of(self.lines, self.delimiter))
        if not isinstance(head, BrokenQuotes) and tuple(cell.strip().lower() for cell in head) != columns:
            wanted = ",".join(columns)
            message, hint = _("The first line must name the columns"), _("write: %(columns)s", columns=wanted)
            self.tell(1, 1, "wrong-header", message, hint, wanted)
            return
        count = 0
        for line, row in self.filled_rows():
            if line == 1:
                continue
            if count >= most:
                self.tell(line, 1, "too-many", _("The file holds too many rows"), too_many)
                return
            if len(row) == len(columns):
                count += 1
                yield line, row
            else:
                self.tell_width(line, row, len(columns), hint_of(row))

    def tell_width(self, line: int, row: list[str], wanted: int, hint: str = "") -> None:
        """Tell a row that has more or fewer columns than its header."""
        message = _("The row has %(found)d columns instead of %(wanted)d", found=len(row), wanted=wanted)
        self.tell(line, 1, "wrong-columns", message, hint or self._width_hint())

    def _width_hint(self) -> str:
        if self.delimiter == ";":
            return _("check the semicolons; a text with a semicolon goes in quotes")
        if self.delimiter == "\t":
            return _("check the tabs between the columns")
        return _("check the commas; a text with a comma goes in quotes")
