"""Dates and times in Polish words: „28 listopada 2011 r.”, „godz. 10.00”.

A moment that names its offset is shown in Warsaw's time; one without is Warsaw's already.  The space before „r.” and
after „godz.” does not break.  Other languages are :mod:`partnership.locales`'.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from partnership.polish.numbers import NBSP
from partnership.time_zone import site_zone


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GENITIVE: Final = _names(
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
)
NOMINATIVE: Final = _names(
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"
)
LOCATIVE: Final = _names(
    "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu"
)
WEEKDAYS: Final = _names("poniedziałek wtorek środa czwartek piątek sobota niedziela")

_YEAR: Final = f"{NBSP}r."
_PERIOD: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def local(value: dt.date) -> dt.date:
    """Return a moment that names its offset in the site's time; dates and other moments as they are."""
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(site_zone())
    return value


def long_date(value: dt.date) -> str:
    """Return „28 listopada 2011 r.”."""
    day = local(value)
    return f"{day.day} {GENITIVE[day.month - 1]} {day.year}{_YEAR}"


def table_date(value: dt.date) -> str:
    """Return „28.11.2011”."""
    day = local(value)
    return f"{day.day:02}.{day.month:02}.{day.year}"


def month_year(value: dt.date) -> str:
    """Return „listopad 2011”."""
    day = local(value)
    return f"{NOMINATIVE[day.month - 1]} {day.year}"


def clock(value: dt.datetime | dt.time) -> str:
    """Return the hour as „10.00”, with a dot and in 24 hours."""
    moment = value if isinstance(value, dt.time) else local(value)
    assert isinstance(moment, dt.datetime | dt.time)
    return f"{moment.hour}.{moment.minute:02}"


def time_of_day(start: dt.datetime | dt.time, end: dt.datetime | dt.time | None = None) -> str:
    """Return „godz. 10.00”, or „godz. 10.00–12.30” with an ``end``."""
    hours = clock(start) if end is None else f"{clock(start)}–{clock(end)}"
    return f"godz.{NBSP}{hours}"


def date_range(start: dt.date, end: dt.date) -> str:
    """Return „12–14 maja 2025 r.”, „28 kwietnia – 3 maja 2025 r.” or „28 grudnia 2024 r. – 3 stycznia 2025 r.”.

    One and the same day is a single date.  The times of moments are left out.
    """
    first, last = local(start), local(end)
    if (first.year, first.month, first.day) == (last.year, last.month, last.day):
        return long_date(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    if first.year == last.year:
        return f"{first.day} {GENITIVE[first.month - 1]} – {long_date(last)}"
    return f"{long_date(first)} – {long_date(last)}"


def split_period(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of a period as figures name it: „2024”, „2024-12”, „2024-12-31”; else ValueError."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(f"not a period: {text!r}")
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)


def period(text: str) -> str:
    """Return the period of a figure in words: „2024 r.”, „grudzień 2024 r.” or „31 grudnia 2024 r.”.

    ``text`` is „2024”, „2024-12” or „2024-12-31”; raise ``ValueError`` for anything else.
    """
    year, month, day = split_period(text)
    if month is None:
        return f"{year}{_YEAR}"
    if day is None:
        return month_year(dt.date(year, month, 1)) + _YEAR
    return long_date(dt.date(year, month, day))
