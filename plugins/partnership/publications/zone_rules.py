"""The rules of a time zone as calendars carry them with their events."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

FIRST_YEAR: Final = 1996
"""Since then all of the European Union changes its clocks at one moment in March and one in October."""

_RULES: Final = """\
BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:STANDARD
DTSTART:{autumn:%Y%m%dT%H%M%S}
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:{summer_offset}
TZOFFSETTO:{winter_offset}
TZNAME:{winter_name}
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:{spring:%Y%m%dT%H%M%S}
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:{winter_offset}
TZOFFSETTO:{summer_offset}
TZNAME:{summer_name}
END:DAYLIGHT
END:VTIMEZONE
"""


def rules_of_zone(name: str, first: int, last: int) -> Any:
    """Return the VTIMEZONE of a time zone, good for events of the years from ``first`` to ``last``.

    A zone that keeps the European rule in these years is told by that rule; any other by its changes, one by one.
    """
    from icalendar import Timezone

    zone = ZoneInfo(name)
    if all(_keeps_european_rule(zone, year) for year in {FIRST_YEAR, *range(max(first, FIRST_YEAR), last + 1)}):
        return Timezone.from_ical(_european(name, zone))
    return Timezone.from_tzinfo(zone, name, first_date=date(first - 1, 1, 1), last_date=date(last + 1, 12, 31))


def _changes(year: int) -> tuple[datetime, datetime]:
    """Return the two moments at which the European rule changes the clocks."""
    spring, autumn = (datetime(year, month, 31, 1, tzinfo=UTC) for month in (3, 10))
    return tuple(one - timedelta(days=(one.weekday() + 1) % 7) for one in (spring, autumn))  # type: ignore[return-value]


def _keeps_european_rule(zone: ZoneInfo, year: int) -> bool:
    step = timedelta(minutes=1)
    spring, autumn = (
        (one - step).astimezone(zone).utcoffset() != one.astimezone(zone).utcoffset() for one in _changes(year)
    )
    return spring and autumn


def _european(name: str, zone: ZoneInfo) -> str:
    spring, autumn = _changes(FIRST_YEAR)
    winter, summer = spring - timedelta(minutes=1), autumn - timedelta(minutes=1)
    before_spring, before_autumn = (
        (one.astimezone(zone) + timedelta(minutes=1)).replace(tzinfo=None) for one in (winter, summer)
    )
    return _RULES.format(
        zone=name,
        spring=before_spring,
        autumn=before_autumn,
        winter_offset=f"{winter.astimezone(zone):%z}",
        summer_offset=f"{summer.astimezone(zone):%z}",
        winter_name=winter.astimezone(zone).tzname(),
        summer_name=summer.astimezone(zone).tzname(),
    )
