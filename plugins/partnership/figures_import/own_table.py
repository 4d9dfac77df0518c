"""A file in the form of ``data/figures/*.csv`` itself: figures from anywhere, each with its own source and day."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from partnership.figures_import.cells import Units
from partnership.figures_import.formats import Format
from partnership.figures_import.sheet import decoded
from partnership.figures_import.understand import Understood
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem
from partnership.records.figures import Figure
from partnership.records.figures_csv import COLUMNS, parse_figures
from partnership.sources.csv_cells import delimiter_of

OWN_TABLE: Final = Format("figures", "")


def is_own_table(path: str, data: bytes) -> bool:
    """Tell whether a file's first line names the columns of the common table."""
    if data[:2] == b"PK":
        return False
    first = decoded(path, data).split("\n", 1)[0]
    cells = [cell.strip().strip('"').lower() for cell in first.split(delimiter_of(first))]
    return tuple(cells) == COLUMNS


def read_own_table(
    path: str, data: bytes, units: Units, indicators: Container[str], sources: Container[str], known: list[str]
) -> Understood:
    """Return the figures of such a file; ``known`` are ids among which a misspelt one is looked for."""
    figures, problems = parse_figures(path, decoded(path, data))
    found = Understood()
    for problem in problems:
        found.problems.add(problem)

    def tell(figure: Figure, code: str, message: str, hint: str) -> None:
        found.problems.add(Problem(path=path, line=figure.line, column=1, code=code, message=message, hint=hint))

    for figure in figures:
        code = units.of_code(figure.teryt)
        if code == "":
            found.passed_over.add(figure.teryt)
            continue
        if code is None:
            tell(figure, "unknown-unit", _("“%(unit)s” is no unit of this region", unit=figure.teryt),
                 _("correct it, or remove the row"))  # fmt: skip
            continue
        for name, listed, place in (
            (figure.indicator, indicators, "indicators.yaml"),
            (figure.source, sources, "sources.yaml"),
        ):
            if name not in listed:
                near = nearest(name, known)
                hint = _("did you mean “%(near)s”?", near=near) if near else _("add it there first")
                tell(figure, "unknown-reference",
                     _("“%(name)s” does not stand in %(place)s", name=name, place=place), hint)  # fmt: skip
        before = found.figures.get(figure.key)
        if before is not None:
            message = _("The figure stands twice, here and in row %(row)d", row=before.line)
            tell(figure, "duplicate-figure", message, _("remove one of them"))
        found.figures[figure.key] = figure
    return found
