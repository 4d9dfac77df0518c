"""What an import changes in ``data/figures/``: new figures, other values, and what stays.

Then the files, written whole.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from partnership.language import _
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError
from partnership.records.figures import Figure
from partnership.records.figures_csv import COLUMNS, parse_figures
from partnership.sources.csv_cells import csv_text
from partnership.sources.text import read_text
from partnership.system_errors import why

Key = tuple[str, str, str, str]


class Plan(msgspec.Struct):
    """Figures to add, and pairs (before, after) of those with another value; ``same`` counts what is already there."""

    added: list[Figure] = msgspec.field(default_factory=list)
    changed: list[tuple[Figure, Figure]] = msgspec.field(default_factory=list)
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not self.added and not self.changed


def make_plan(figures: Iterable[Figure], known: dict[Key, Figure], path: str) -> Plan:
    """Compare figures with those that are known; one with a value is never replaced by a missing one.

    Raise :class:`ProblemsFound` when a value differs from one in an offer, which only an editor can change.
    """
    plan = Plan()
    problems = ProblemList()
    for figure in figures:
        before = known.get(figure.key)
        if before is None:
            plan.added.append(figure)
        elif (
            before.value == figure.value
            or (figure.missing is not None and before.value is not None)
            or (before.missing is not None and before.missing == figure.missing)
        ):
            plan.same += 1
        elif before.path.endswith(".csv"):
            plan.changed.append((before, figure))
        else:
            message = _("The figure has another value in %(file)s", file=before.path)
            hint = _("correct it there, then import again")
            problems.add(Problem(path=path, line=figure.line, code="contradiction", message=message, hint=hint))
    if problems.errors:
        raise ProblemsFound(problems)
    return plan


def new_contents(data: Path, plan: Plan, target: str) -> dict[Path, str]:
    """Return the new text of every file of the data folder that the plan changes; new figures go into ``target``."""
    texts: dict[Path, str] = {}
    changes: dict[str, dict[Key, Figure]] = {}
    for before, after in plan.changed:
        changes.setdefault(before.path, {})[after.key] = after
    if plan.added:
        changes.setdefault(f"figures/{target}", {}).update({one.key: one for one in plan.added})
    for path, some in changes.items():
        file = data / path
        rows, problems = parse_figures(path, read_text(str(file))) if file.is_file() else ([], [])
        if problems:
            raise ProblemsFound(ProblemList(problems))
        kept = {one.key: one for one in rows}
        # An updated row keeps its place; new rows are sorted in behind what is there.
        new = sorted(
            (one for key, one in some.items() if key not in kept), key=lambda one: (one.indicator, one.period, one.key)
        )
        texts[file] = as_csv([some.get(key, one) for key, one in kept.items()] + new)
    return texts


def as_csv(figures: Iterable[Figure]) -> str:
    """Return the text of a figures file."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for one in figures:
        retrieved = one.retrieved.isoformat() if one.retrieved else ""
        value = "" if one.value is None else _plain(one.value)
        rows.append(
            (one.teryt, one.indicator, one.dimension, one.period, value, one.missing or "", one.source, retrieved)
        )
    return csv_text(rows, line_end="\n")


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:f}".rstrip("0")


def write_all(texts: dict[Path, str | bytes]) -> None:
    """Write files so that each is whole at any moment; raise :class:`UserError` before any of them is replaced."""
    ready: list[tuple[str, Path]] = []
    try:
        for file, text in texts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".import-")
            ready.append((temporary, file))
            with os.fdopen(handle, "wb") as out:
                out.write(text if isinstance(text, bytes) else text.encode())
            os.chmod(temporary, file.stat().st_mode & 0o777 if file.exists() else 0o644)
        for temporary, file in ready:
            os.replace(temporary, file)
    except OSError as error:
        for temporary, _file in ready:
            if os.path.exists(temporary):
                os.unlink(temporary)
        raise UserError(_("The figures cannot be written (%(reason)s)", reason=why(error))) from None
