"""Where a key of a record stands in its file: looked up only for a problem, by reading the file once more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from partnership.problems import Problem, ProblemList, Severity
from partnership.records.files import locate
from partnership.sources import front_matter, strict_yaml
from partnership.sources.csv_cells import cell_place, delimiter_of
from partnership.sources.strict_yaml import KeyPath, Positions, YamlMistakes
from partnership.sources.text import Unreadable, read_text


class Places:
    """Places in the files of the two folders; collects the problems that are found in linking."""

    def __init__(self, content: Path, data: Path, problems: ProblemList) -> None:
        self._roots = {"content": str(content), "data": str(data)}
        self._read: dict[str, tuple[Any, Positions, int]] = {}
        self.problems = problems

    def tell(
        self,
        root: str,
        path: str,
        key_path: KeyPath,
        code: str,
        message: str,
        hint: str,
        *,
        item: tuple[str, str] | None = None,
        at_key: bool = False,
        severity: Severity = "error",
        suggestion: str | None = None,
    ) -> None:
        """Add a problem of the key at ``key_path`` in a file below ``root`` ("content" or "data").

        ``item`` names the record of a list by one of its keys, e.g. ``("teryt", "1201")``; ``key_path`` then begins
        inside it.
        """
        line, column = self.place(self.absolute(root, path), key_path, item, at_key)
        self.tell_at(root, path, line, column, code, message, hint, severity=severity, suggestion=suggestion)

    def tell_at(
        self,
        root: str,
        path: str,
        line: int,
        column: int,
        code: str,
        message: str,
        hint: str,
        *,
        severity: Severity = "error",
        suggestion: str | None = None,
    ) -> None:
        """Add a problem at a known 1-based place of a file below ``root``."""
        self.problems.add(
            Problem(
                path=self.absolute(root, path),
                line=line,
                column=column,
                severity=severity,
                code=code,
                message=message,
                hint=hint,
                suggestion=suggestion,
            )
        )

    def tell_cell(
        self,
        root: str,
        path: str,
        line: int,
        column: int,
        code: str,
        message: str,
        hint: str,
        suggestion: str | None = None,
    ) -> None:
        """Add a problem of a cell of a CSV file: ``line`` is 1-based, ``column`` counts the cells of the row from 0."""
        self.tell_at(root, path, *self.cell(root, path, line, column), code, message, hint, suggestion=suggestion)

    def cell(self, root: str, path: str, line: int, column: int) -> tuple[int, int]:
        """Return the 1-based place of a cell of a CSV file, ``line`` from 1 and ``column`` from 0."""
        try:
            lines = read_text(self.absolute(root, path)).split("\n")
        except Unreadable:
            lines = []
        return line, cell_place(lines[line - 1], column, delimiter_of(lines[0])) if line <= len(lines) else 1

    def tell_in_text(
        self,
        path: str,
        line: int,
        column: int,
        code: str,
        message: str,
        hint: str,
        suggestion: str | None = None,
        severity: Severity = "error",
    ) -> None:
        """Add a problem at a place in the text of a document, whose lines count from the text's first one."""
        try:
            first = front_matter.split(read_text(self.absolute("content", path))).body_line
        except (Unreadable, YamlMistakes):
            first = 1
        line += first - 1
        self.tell_at("content", path, line, column, code, message, hint, severity=severity, suggestion=suggestion)

    def absolute(self, root: str, path: str) -> str:
        """Return the absolute path of a file below ``root``."""
        return os.path.join(self._roots[root], path)

    def place(
        self, absolute: str, key_path: KeyPath, item: tuple[str, str] | None = None, at_key: bool = False
    ) -> tuple[int, int]:
        """Return the 1-based line and column of a key path in a file; 1:1 when the file cannot be read any more."""
        if absolute not in self._read:
            self._read[absolute] = _positions(absolute)
        data, positions, first_line = self._read[absolute]
        if item is not None and isinstance(data, list):
            name, value = item
            for number, record in enumerate(data):
                if isinstance(record, dict) and record.get(name) == value:
                    key_path = (number, *key_path)
        return locate(positions, key_path, at_key, first_line)

    def last_item(self, absolute: str, name: str, value: str) -> KeyPath:
        """Return the key path of the last record of a list whose ``name`` is ``value``."""
        self.place(absolute, ())
        data = self._read[absolute][0]
        found: KeyPath = ()
        for number, record in enumerate(data if isinstance(data, list) else []):
            if isinstance(record, dict) and record.get(name) == value:
                found = (number, name)
        return found


def _positions(absolute: str) -> tuple[Any, Positions, int]:
    positions = Positions()
    try:
        text, first_line = read_text(absolute), 1
        if absolute.endswith(".md"):
            parts = front_matter.split(text)
            text, first_line = parts.head, parts.head_line
        return strict_yaml.load(text, positions, first_line), positions, first_line
    except (Unreadable, YamlMistakes):
        return None, Positions(), 1
