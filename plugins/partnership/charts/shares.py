"""Shares: parts of a whole, one beside the other on a single bar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import isfinite
from typing import Final

from partnership.charts.bars import Bar
from partnership.charts.scales import PLACES

MOST: Final = 6
"""Parts that one bar can show apart."""

TOLERANCE: Final = 1.0
"""Percentage points by which the sum of rounded shares may miss one hundred."""


def is_whole(values: Sequence[float | None]) -> bool:
    """Tell whether percentages make a whole: two to six known parts, none negative, together about one hundred."""
    known = [value for value in values if value is not None]
    if len(known) != len(values) or not 2 <= len(known) <= MOST:
        return False
    return all(value >= 0 for value in known) and abs(sum(known) - 100) <= TOLERANCE


def shares(values: Sequence[float]) -> tuple[Bar, ...]:
    """Return each part's place on the bar; the parts fill it exactly. Nothing where the parts have no sum."""
    total = sum(values)
    if not values or total <= 0 or not isfinite(total) or any(value < 0 for value in values):
        return ()
    ends = [round(end / total * 100, PLACES) for end in accumulate(values)]
    starts = [0.0, *ends[:-1]]
    return tuple(Bar(start, round(end - start, PLACES)) for start, end in zip(starts, ends, strict=True))
