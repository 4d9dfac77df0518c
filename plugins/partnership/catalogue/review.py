"""When facts are due for confirmation again."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from partnership.records.fields import Record


def due_day(verified: date, months: int) -> date:
    """Return the day that lies ``months`` after the confirmation; in a shorter month its last day."""
    years, month = divmod(verified.month - 1 + months, 12)
    year, month = min(verified.year + years, MAXYEAR), month + 1
    return date(year, month, min(verified.day, monthrange(year, month)[1]))


def is_overdue(record: Record, today: date) -> bool:
    """Tell whether what somebody confirmed should have been confirmed again by now."""
    if record.verified is None or record.review_after_months is None:
        return False
    return due_day(record.verified, record.review_after_months) < today
