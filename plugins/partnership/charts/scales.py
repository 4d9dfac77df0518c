"""Scales: from figures to places in a drawing, and the round numbers that label them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from math import isfinite
from typing import Final

import msgspec

PLACES: Final = 2
"""Decimal places of a percentage: a tenth of a pixel on the widest drawing."""

_STEPS: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


class Scale(msgspec.Struct, frozen=True):
    """A straight scale from ``low`` (0 %) to ``high`` (100 %); where both are one, everything lies in the middle."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Return where ``value`` lies, in per cent; what is outside the scale lies at its nearer end."""
        if self.high <= self.low:
            return 50.0
        width = self.high - self.low
        if isfinite(width):
            share = (value - self.low) / width
        else:  # the span of the widest floats is infinite, half of it is not
            share = (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
        return round(min(max(share, 0.0), 1.0) * 100, PLACES)


def ticks(low: float, high: float, wanted: int = 4) -> tuple[Decimal, ...]:
    """Return round numbers from at or below ``low`` to at or above ``high``, about ``wanted`` steps of 1, 2 or 5."""
    with localcontext() as context:
        context.prec = 400
        bottom, top = Decimal(repr(low)), Decimal(repr(high))
        if top <= bottom:
            top = bottom + max(abs(bottom), Decimal(1))
        rough = (top - bottom) / wanted
        power = Decimal(1).scaleb(rough.adjusted())
        step = next(one for one in _STEPS if one * power >= rough) * power
        first = (bottom / step).to_integral_value(ROUND_FLOOR)
        last = (top / step).to_integral_value(ROUND_CEILING)
        return tuple((first + number) * step for number in range(int(last - first) + 1))


def span(values: Iterable[float]) -> tuple[float, float]:
    """Return the lowest and the highest of the figures and zero: a bar shorter than its figure would lie."""
    known = (0.0, *values)
    return min(known), max(known)
