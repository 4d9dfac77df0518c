"""Bars from a common zero, to the right for gains and to the left for losses."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from partnership.charts.scales import PLACES, Scale, span


class Bar(msgspec.Struct, frozen=True):
    """A bar's left end and its width, in per cent of the drawing."""

    x: float
    width: float


def bars(values: Sequence[float | None]) -> tuple[Bar | None, ...]:
    """Return a bar for each figure on one scale that holds zero; None where there is no figure: missing is not zero."""
    low, high = span(value for value in values if value is not None)
    scale = Scale(low, high)
    zero = scale.place(0.0) if high > low else 0.0
    return tuple(None if value is None else _bar(scale, zero, value, high > low) for value in values)


def _bar(scale: Scale, zero: float, value: float, spread: bool) -> Bar:
    if not spread:
        return Bar(zero, 0.0)
    end = scale.place(value)
    return Bar(min(zero, end), round(abs(end - zero), PLACES))
