"""Periods of figures: a year, a month or a day, put in order and on a line of time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from statistics import median_low


def last_day(period: str) -> date:
    """Return the last day of a period, written ``2024``, ``2024-12`` or ``2024-12-31``.

    A day that its month lacks is taken for the month's last.
    """
    parts = [int(part) for part in period.split("-")]
    year = max(parts[0], 1)
    month = parts[1] if len(parts) > 1 else 12
    end = monthrange(year, month)[1]
    return date(year, month, min(parts[2], end) if len(parts) > 2 else end)


def in_order(periods: Sequence[str]) -> list[str]:
    """Return periods by time, each once; of those that end together the longer one first."""
    return sorted(set(periods), key=lambda one: (last_day(one), len(one)))


def short_label(period: str) -> str:
    """Return a period as it fits under a drawing: „2024”, „12.2024”; a day shows its month."""
    parts = period.split("-")
    return parts[0] if len(parts) == 1 else f"{parts[1]}.{parts[0]}"


def longest_step(periods: Sequence[str]) -> int:
    """Return the days that may lie between two neighbours without a gap: half more than the usual step."""
    days = [last_day(one).toordinal() for one in periods]
    steps = [later - earlier for earlier, later in pairwise(days) if later > earlier]
    return median_low(steps) * 3 // 2 if steps else 0
