"""From raw cells to figures of our table, or to every reason why the file is refused as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from partnership.figures_import.cells import Units, number
from partnership.figures_import.formats import MRPIPS, Format, Raw, last_day
from partnership.figures_import.mapping import Mapping, Variable, unit_key
from partnership.language import _
from partnership.problems import Problem, ProblemList
from partnership.records.figures import Figure

_PERIOD = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?\Z")
EARLIEST, LATEST = 1990, 2100
MANY = 200
"""So many problems are enough to see what is wrong with a file."""


class Understood(msgspec.Struct):
    """Figures by key, units of other regions and levels that were passed over, and the problems."""

    figures: dict[tuple[str, str, str, str], Figure] = msgspec.field(default_factory=dict)
    passed_over: set[str] = msgspec.field(default_factory=set)
    problems: ProblemList = msgspec.field(default_factory=ProblemList)


class Reader:
    """Turns raw cells into figures; ``indicator`` is what the caller says a file with one variable holds."""

    def __init__(
        self, path: str, units: Units, mapping: Mapping, source: str, retrieved: date, indicator: str = ""
    ) -> None:
        self._path = path
        self._units = units
        self._mapping = mapping
        self._source = source
        self._retrieved = retrieved
        self._indicator = indicator
        self._told: set[tuple[str, str]] = set()
        self.result = Understood()

    def read(self, raws: Iterable[Raw], found: Format) -> None:
        """Take in all cells of one table."""
        units: dict[tuple[tuple[int, int], str, str], str | None] = {}
        for raw in raws:
            if len(self.result.problems) >= MANY:
                return
            key = (raw.unit_place or (raw.row, 1), raw.code, raw.name)
            if key not in units:
                units[key] = self._unit(raw)
            teryt = units[key]
            if teryt:
                self._take(raw, teryt, found)

    def _unit(self, raw: Raw) -> str | None:
        """Return the code of a row's unit; empty or None when the row gives nothing."""
        code = self._units.of_code(raw.code) if raw.code else self._units.of_name(raw.name)
        if code is None:
            named = self._units.of_name(raw.name) if raw.name else None
            hint = _("check the columns; the code of %(name)s is %(code)s", name=raw.name, code=named) if named else ""
            self._tell(
                raw, "unknown-unit", _("“%(unit)s” is no unit of this region", unit=f"{raw.code} {raw.name}".strip()),
                hint or _("check whether the columns are swapped; codes stand in counties.yaml"),
                at=raw.unit_place or (raw.row, 1),
            )  # fmt: skip
            return None
        if code == "":
            self.result.passed_over.add(raw.name or raw.code)
            return None
        if self._units.contradicts(code, raw.name):
            message = _("The code %(code)s is not that of “%(name)s”", code=raw.code, name=raw.name)
            self._tell(raw, "contradiction", message, _("check whether rows or columns were moved"),
                       at=raw.unit_place or (raw.row, 1))  # fmt: skip
            return None
        return code

    def _take(self, raw: Raw, teryt: str, found: Format) -> None:
        if not _PERIOD.match(raw.period) or not EARLIEST <= int(raw.period[:4]) <= LATEST:
            message = _("“%(value)s” is not a year or month", value=raw.period)
            self._tell(raw, "unknown-period", message, _("say it with --period, e.g. 2026-01"), once=raw.period)
            return
        named = self._form_cell(raw) if found is MRPIPS else self._variable(raw)
        if named is None:
            return
        indicator, dimension, factor, period = named
        value = number(raw.text)
        if value is None:
            message = _("“%(value)s” is not a number", value=raw.text)
            self._tell(raw, "not-number", message, _("correct the cell, or leave it empty when there is no data"))
            return
        figure = Figure(
            teryt=teryt,
            indicator=indicator,
            dimension=dimension,
            period=period,
            value=round(value * factor, 6) if isinstance(value, float) else None,
            missing=value if isinstance(value, str) else None,
            source=self._source,
            retrieved=self._retrieved,
            line=raw.row,
        )
        before = self.result.figures.get(figure.key)
        if before is not None and before.value != figure.value:
            message = _("The figure stands twice, here and in row %(row)d, with different values", row=before.line)
            self._tell(raw, "duplicate-figure", message, _("remove one of them"))
            return
        self.result.figures[figure.key] = figure

    def _form_cell(self, raw: Raw) -> tuple[str, str, float, str] | None:
        year = raw.period[:4]
        cells = self._mapping.mrpips.get(year)
        if cells is None:
            known = ", ".join(sorted(self._mapping.mrpips))
            message = _("Nobody has said yet what the cells of MRPiPS-01 mean in %(year)s", year=year)
            hint = _("known years: %(years)s; add the year to figures_import/mapping.yaml", years=known)
            self._tell(raw, "unknown-year", message, hint, once=year)
            return None
        cell = cells.get(raw.cell)
        return (cell.indicator, cell.dimension, 1, last_day(raw.period)) if cell is not None else None

    def _variable(self, raw: Raw) -> tuple[str, str, float, str] | None:
        variable: Variable | None
        if self._indicator:
            variable = self._mapping.variable_of(self._indicator)
            if variable is None:
                return self._indicator, "", 1, raw.period
        elif raw.variable:
            known = self._mapping.bdl_variables.get(raw.variable)
            variable = self._mapping.variable_of(known) if known else None
            if variable is None:
                message = _("Nobody has said yet what the variable %(number)s of BDL means here", number=raw.variable)
                hint = _("say it with --indicator ID, or add it to figures_import/mapping.yaml")
                self._tell(raw, "unknown-variable", message, hint, once=raw.variable)
                return None
        else:
            variable = self._mapping.variable(raw.label)
        if variable is None:
            message = _("Nobody has said yet what “%(label)s” means here", label=raw.label)
            hint = _("say it with --indicator ID, or add it to figures_import/mapping.yaml")
            self._tell(raw, "unknown-variable", message, hint, once=raw.label)
            return None
        factor = 1.0 if raw.variable else variable.units.get(unit_key(raw.unit))
        if factor is None:
            message = _("The unit “%(unit)s” of “%(label)s” is unknown", unit=raw.unit, label=raw.label)
            hint = _("known units: %(units)s", units=", ".join(sorted(variable.units)))
            self._tell(raw, "unknown-unit-of-measure", message, hint, once=f"{raw.label} {raw.unit}")
            return None
        dimension = "" if self._indicator or raw.variable else self._mapping.dimension(raw.label.split(";"), variable)
        period = last_day(raw.period) if variable.year_end or len(raw.period) == 7 else raw.period
        return variable.indicator, dimension, factor, period

    def _tell(
        self, raw: Raw, code: str, message: str, hint: str, *, at: tuple[int, int] | None = None, once: str = ""
    ) -> None:
        if once:
            if (code, once) in self._told:
                return
            self._told.add((code, once))
        line, column = at or (raw.row, raw.column)
        problem = Problem(path=self._path, line=line, column=column, code=code, message=message, hint=hint)
        self.result.problems.add(problem)
