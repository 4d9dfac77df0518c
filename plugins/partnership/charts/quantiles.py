"""Classes of equal size: which of up to five levels a figure falls into."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from math import isfinite
from typing import Final

import msgspec

CLASSES: Final = 5
"""Most classes that a map shows: more shades cannot be told apart."""


class Class(msgspec.Struct, frozen=True):
    """A class of figures: its level (1 low … 5 high), its lowest and highest figure, and how many fall into it."""

    level: int
    low: float
    high: float
    size: int


def shown(value: float, decimals: int) -> float:
    """Return a figure as it is printed, rounded half up to ``decimals`` places; one too large to round as it is."""
    if not isfinite(value) or abs(value) >= 1e15:
        return value
    with localcontext() as context:
        context.prec = 60
        return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def quantiles(values: Iterable[float], decimals: int, most: int = CLASSES) -> tuple[Class, ...]:
    """Return the classes of the figures, lowest first, each with about as many figures as the next.

    Figures that are printed alike fall into one class, so there may be fewer than ``most``; none is empty.
    """
    ordered = sorted(shown(value, decimals) for value in values)
    distinct = sorted(set(ordered))
    if not ordered:
        return ()
    wanted = min(most, len(distinct))
    if wanted == len(distinct):
        starts = distinct
    else:
        cuts = {ordered[len(ordered) * number // wanted] for number in range(1, wanted)}
        starts = sorted({distinct[0], *cuts})
    groups: list[list[float]] = [[] for _start in starts]
    for value in ordered:
        groups[bisect_right(starts, value) - 1].append(value)
    levels = _levels(len(groups), most)
    return tuple(Class(level, some[0], some[-1], len(some)) for level, some in zip(levels, groups, strict=True))


def _levels(number: int, most: int) -> tuple[int, ...]:
    """Return levels spread from the lowest to the highest; a single class takes the middle one."""
    if number == 1:
        return ((most + 1) // 2,)
    return tuple(1 + round(index * (most - 1) / (number - 1)) for index in range(number))


def level_of(classes: tuple[Class, ...], value: float, decimals: int) -> int:
    """Return the level of a figure among the classes; 0 where it belongs to none."""
    printed = shown(value, decimals)
    return next((one.level for one in classes if one.low <= printed <= one.high), 0)
