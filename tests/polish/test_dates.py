"""Dates in Polish words."""

from __future__ import annotations

import datetime as dt

import pytest

from partnership.polish import dates

DAY = dt.date(2011, 11, 28)


def test_forms_of_one_day() -> None:
    """The forms that the language rules name, with a no-break space before „r.”."""
    assert dates.long_date(DAY) == "28 listopada 2011\u00a0r."
    assert dates.table_date(DAY) == "28.11.2011"
    assert dates.month_year(DAY) == "listopad 2011"


def test_every_month_agrees_with_cldr() -> None:
    """All twelve genitives and nominatives are CLDR's."""
    from babel.dates import format_date

    for month in range(1, 13):
        day = dt.date(2024, month, 3)
        assert dates.long_date(day) == format_date(day, "d MMMM y", locale="pl") + "\u00a0r."
        assert dates.month_year(day) == format_date(day, "LLLL y", locale="pl")


def test_no_leading_zero_in_text() -> None:
    """In text the first of May has no zero; in a table it has."""
    assert dates.long_date(dt.date(2025, 5, 1)) == "1 maja 2025\u00a0r."
    assert dates.table_date(dt.date(2025, 5, 1)) == "01.05.2025"


def test_hours() -> None:
    """Hours take a dot and 24 hours; a range takes an en dash without spaces."""
    assert dates.time_of_day(dt.time(10)) == "godz.\u00a010.00"
    assert dates.time_of_day(dt.time(8), dt.time(15, 30)) == "godz.\u00a08.00–15.30"


def test_ranges() -> None:
    """A range repeats only what differs."""
    assert dates.date_range(dt.date(2025, 5, 12), dt.date(2025, 5, 14)) == "12–14 maja 2025\u00a0r."
    assert dates.date_range(dt.date(2025, 4, 28), dt.date(2025, 5, 3)) == "28 kwietnia – 3 maja 2025\u00a0r."
    over_new_year = dates.date_range(dt.date(2024, 12, 28), dt.date(2025, 1, 3))
    assert over_new_year == "28 grudnia 2024\u00a0r. – 3 stycznia 2025\u00a0r."
    assert dates.date_range(DAY, DAY) == dates.long_date(DAY)


def test_moments_with_an_offset_are_warsaws() -> None:
    """23.30 UTC on New Year's Eve is already the new year in Warsaw, and the machine form carries the offset."""
    moment = dt.datetime(2024, 12, 31, 23, 30, tzinfo=dt.UTC)
    assert dates.long_date(moment) == "1 stycznia 2025\u00a0r."
    assert dates.clock(moment) == "0.30"


def test_periods() -> None:
    """A figure's period is said in words; what is no period is refused."""
    assert dates.period("2024") == "2024\u00a0r."
    assert dates.period("2024-12") == "grudzień 2024\u00a0r."
    assert dates.period("2024-12-31") == "31 grudnia 2024\u00a0r."
    for wrong in ("", "24", "2024-13", "2024-02-30", "2024-1"):
        with pytest.raises(ValueError):
            dates.period(wrong)
