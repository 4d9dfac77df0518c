"""What versions of a file of records held: in the history any of them may be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from partnership.kinds.registry import data_kind
from partnership.records.figures import Figure
from partnership.records.figures_csv import parse_figures
from partnership.records.files import parse_data
from partnership.sources.text import Unreadable, decode

T = TypeVar("T")

Older = Callable[[str], Iterable[bytes | None]]
"""Gives the versions of a file that stood before the one that a commit changed, the newest first."""


def readable(read: Callable[[str, bytes | None], T | None], path: str, before: bytes | None, older: Older) -> T | None:
    """Return what a version of a file gives, or the last one before it that can be read; None where there is none."""
    found = read(path, before)
    if found is not None:
        return found
    return next((one for version in older(path) if (one := read(path, version)) is not None), None)


def records_in(path: str, data: bytes | None) -> dict[str, Any] | None:
    """Return the records of one version of a file by id; None when that version cannot be read."""
    if data is None:
        return {}
    found = data_kind(path)
    assert found is not None
    kind, name = found
    parsed = parse_data(kind, path, name, data)
    if any(problem.severity == "error" for problem in parsed.problems):
        return None
    return {name or str(getattr(record, kind.key, "")): record for record in parsed.records}


def figures_in(path: str, data: bytes | None) -> dict[tuple[str, str, str, str], Figure] | None:
    """Return the figures of one version of a table by what tells them apart; None when it cannot be read."""
    if data is None:
        return {}
    try:
        rows, problems = parse_figures(path, decode(path, data))
    except Unreadable:
        return None
    return None if problems else {row.key: row for row in rows}
