"""When facts are due for confirmation again."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date


def due_day(verified: date, months: int) -> date:
    """Return the day that lies ``months`` after the confirmation; in a shorter month its last day."""
    years, month = divmod(verified.month - 1 + months, 12)
    year, month = min(verified.year + years, MAXYEAR), month + 1
    return date(year, month, min(verified.day, monthrange(year, month)[1]))
