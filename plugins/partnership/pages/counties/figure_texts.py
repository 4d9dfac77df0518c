"""Figures in words: the number as Polish prints it, its unit, period and source, and why one is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from partnership.language import _
from partnership.locales import formats
from partnership.locales.formats import NBSP, number
from partnership.pages.counties.figures import FigureCell, Measure

_EXACT: Final = 10**18
"""From here on figures are printed as a number times a power of ten."""


def value_text(value: float, decimals: int) -> str:
    """Return a figure with a decimal comma and grouped thousands; one of absurd size as „1,5 · 10²⁰”."""
    if abs(value) < _EXACT:
        return number(value, decimals)
    exact = Decimal(repr(value))
    power = str(exact.adjusted()).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"{number(exact.scaleb(-exact.adjusted()), 2)}{NBSP}·{NBSP}10{power}"


def compact_text(value: float, decimals: int) -> str:
    """Return a figure as it fits a tile of the map: „304 tys.”, „1,9 mln”; the space may break."""
    size = abs(value)
    if size >= 999_500 and size < _EXACT:
        return _("%(value)s million", value=number(value / 1e6, 1 if size < 99.95e6 else 0))
    if size >= 9_999.5 and size < _EXACT:
        return _("%(value)s thousand", value=number(value / 1e3))
    return value_text(value, decimals)


def with_unit(value: float, measure: Measure) -> str:
    """Return a figure with its unit: „2,4 %”."""
    return formats.with_unit(value_text(value, measure.decimals), measure.unit)


def missing_text(reason: str) -> str:
    """Return why a figure is missing, in words."""
    reasons = {
        "no-data": _("no data"),
        "confidential": _("statistical confidentiality"),
        "not-applicable": _("not applicable"),
    }
    return reasons.get(reason, reasons["no-data"])


def cell_text(cell: FigureCell | None, measure: Measure) -> str:
    """Return the figure with its unit, or why it is missing."""
    if cell is None or cell.value is None:
        return missing_text(cell.missing if cell else "no-data")
    return with_unit(cell.value, measure)


def period_text(period: str) -> str:
    """Return a period in words: „31 grudnia 2024 r.”; an impossible day as it is written."""
    try:
        return formats.period(period)
    except ValueError:
        return period


def source_number(numbers: str) -> str:
    """Return which of the sources below a figure has, on one line: „źródło 2”; ``numbers`` may be several."""
    return _("source %(numbers)s", numbers=numbers).replace(" ", NBSP)


def source_text(cells: Sequence[FigureCell]) -> str:
    """Return the sources of some figures, each once, and the last day on which one was taken from there."""
    names = "; ".join(dict.fromkeys(one.source for one in cells if one.source))
    if not names:
        return ""
    text = _("Source: %(names)s", names=names) + ("" if names.endswith(".") else ".")
    newest = max(one.retrieved for one in cells)
    if newest:
        text += " " + _("Taken from there on %(day)s.", day=formats.long_date(date.fromisoformat(newest)))
    return text


def doubt_text(cells: Iterable[FigureCell]) -> str:
    """Return what to mind where nobody has compared some of the figures with their source; empty where all are."""
    known = [one.confirmed for one in cells]
    if all(known):
        return ""
    if any(known):
        return _("Nobody has compared some of these figures with their source.")
    return _("Nobody has compared these figures with their source.")
