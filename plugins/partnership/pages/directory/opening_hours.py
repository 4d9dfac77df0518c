"""Opening hours in words: days that follow each other and have the same hours make one row."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from partnership.language import current_language
from partnership.locales import formats
from partnership.records.institution import OpeningHours

WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SCHEMA: Final = dict(
    zip(WEEK, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)


class HoursRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table: „poniedziałek–piątek”, „7.30–15.30”."""

    days: str
    hours: str


def day_name(day: str) -> str:
    """Return the name of a day of the week."""
    _months, days = formats.calendar_words(current_language())
    return days[WEEK.index(day)]


def hours_rows(hours: tuple[OpeningHours, ...]) -> tuple[HoursRow, ...]:
    """Return opening hours as rows, Monday first; days that nobody named are left out."""
    of_day: dict[str, list[tuple[str, str]]] = {}
    for one in hours:
        for named in one.days:
            of_day.setdefault(named, []).append((one.opens, one.closes))
    runs: list[tuple[list[str], tuple[tuple[str, str], ...]]] = []
    before = -2
    for place, day in enumerate(WEEK):
        if day not in of_day:
            continue
        spans = tuple(sorted(dict.fromkeys(of_day[day])))
        if runs and before == place - 1 and runs[-1][1] == spans:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
        before = place
    return tuple(HoursRow(days=_days(days), hours=", ".join(_span(*span) for span in spans)) for days, spans in runs)


def _days(days: list[str]) -> str:
    if len(days) == 1:
        return day_name(days[0])
    return f"{day_name(days[0])}{', ' if len(days) == 2 else '–'}{day_name(days[-1])}"


def _span(opens: str, closes: str) -> str:
    return f"{formats.hour(opens)}–{formats.hour(closes)}"


def hours_schema(hours: tuple[OpeningHours, ...]) -> list[dict[str, Any]]:
    """Return opening hours in the words of schema.org."""
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{_SCHEMA[day]}" for day in one.days],
            "opens": one.opens,
            "closes": one.closes,
        }
        for one in hours
    ]
