"""When what somebody confirmed should be confirmed again."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.catalogue.review import is_overdue
from partnership.records.offer import Offer


@pytest.mark.parametrize(
    ("verified", "months", "today", "wanted"),
    [
        (date(2025, 1, 31), 12, date(2026, 1, 31), False),
        (date(2025, 1, 31), 12, date(2026, 2, 1), True),
        (date(2025, 11, 30), 3, date(2026, 2, 28), False),
        (date(2025, 11, 30), 3, date(2026, 3, 1), True),
        (None, 3, date(2026, 3, 1), False),
        (date(2025, 1, 1), None, date(2026, 3, 1), False),
    ],
)
def test_a_record_is_overdue_after_its_months(
    verified: date | None, months: int | None, today: date, wanted: bool
) -> None:
    """The day after the last day of the agreed months, and never for what nobody confirmed."""
    offer = Offer(county="1201", summary="x", verified=verified, review_after_months=months)
    assert is_overdue(offer, today) is wanted
