"""When facts are due for confirmation again."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date
from typing import Literal

from partnership.records.fields import Record

ConfirmedBy = Literal["", "office", "institution", "source"]
"""Who says that facts are right, as pages tell it; "" where the record does not say it."""


def due_day(verified: date, months: int) -> date:
    """Return the day that lies ``months`` after the confirmation; in a shorter month its last day."""
    years, month = divmod(verified.month - 1 + months, 12)
    year, month = min(verified.year + years, MAXYEAR), month + 1
    return date(year, month, min(verified.day, monthrange(year, month)[1]))


def confirmed_by(record: Record, is_office: bool = False) -> ConfirmedBy:
    """Return who confirmed a record; ``is_office`` tells that its institution is one that answers for a county."""
    if record.verified is None or record.verified_by is None:
        return ""
    if record.verified_by == "source":
        return "source"
    return "office" if is_office else "institution"


def is_overdue(record: Record, today: date) -> bool:
    """Tell whether what somebody confirmed should have been confirmed again by now."""
    if record.verified is None or record.review_after_months is None:
        return False
    return due_day(record.verified, record.review_after_months) < today
