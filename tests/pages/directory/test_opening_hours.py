"""Opening hours in words."""

from __future__ import annotations

from partnership.language import set_language
from partnership.pages.directory.opening_hours import hours_rows, hours_schema
from partnership.records.institution import OpeningHours


def rows(*hours: OpeningHours) -> list[tuple[str, str]]:
    """Return the rows of the table as pairs."""
    set_language("pl")
    return [(one.days, one.hours) for one in hours_rows(hours)]


def test_days_in_a_row_with_the_same_hours_are_one_row() -> None:
    """Two days are joined by a comma, more by a dash; the order of the file does not matter."""
    assert rows(
        OpeningHours(days=("fri", "wed", "thu"), opens="08:00", closes="15:00"),
        OpeningHours(days=("mon",), opens="07:30", closes="17:00"),
    ) == [("poniedziałek", "7.30–17.00"), ("środa–piątek", "8.00–15.00")]
    assert rows(OpeningHours(days=("sat", "sun"), opens="10:00", closes="12:00")) == [
        ("sobota, niedziela", "10.00–12.00")
    ]


def test_a_break_at_noon_is_two_spans_of_one_day() -> None:
    """Spans are sorted, and days apart are not joined."""
    assert rows(
        OpeningHours(days=("mon", "wed"), opens="13:00", closes="17:00"),
        OpeningHours(days=("mon", "wed"), opens="08:00", closes="12:00"),
    ) == [("poniedziałek", "8.00–12.00, 13.00–17.00"), ("środa", "8.00–12.00, 13.00–17.00")]


def test_nothing_known_gives_nothing() -> None:
    """Days that nobody named are neither open nor closed."""
    assert rows() == []
    assert hours_schema(()) == []
