"""Why a value is no day and no time of day, and which was meant: a right part of it is never to be given up."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any, Final

from partnership.language import _
from partnership.patterns import pattern
from partnership.records import fields
from partnership.records.explain_values import as_written, key_name, named
from partnership.records.fault import Fault
from partnership.records.polish_values import meant_day, meant_moment
from partnership.sources.strict_yaml import KeyPath

_PARTS: Final = pattern(r"(?i)(\d[^ t,]*?\d)(?:[ ,]+t?|t) *(\S.*)")
"""A day in digits, and what follows it."""

_CLOCK: Final = pattern(
    r"(?i)(\d{1,2})(?:[:.,h](\d{1,2}))?(?:[:.](\d{2}))? *(h|uhr|a\.?m\.?|p\.?m\.?)?(?: +([+-]\d{2}:?\d{2}))?"
)
"""Hours, minutes, seconds, the half of the day, and an offset."""


def explain_day(value: Any, path: KeyPath, faults: list[Fault]) -> None:
    """Tell a day that the calendar does not have."""
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return
    faults.append(_not_a_date(value, path))


def explain_moment(value: Any, path: KeyPath, faults: list[Fault]) -> None:
    """Tell a date or time that cannot be read."""
    if isinstance(value, str):
        try:
            fields.Moment.parse(value)
        except (ValueError, OverflowError):
            pass
        else:
            return
    faults.append(_not_a_date(value, path, timed=True))


def _not_a_date(value: Any, path: KeyPath, *, timed: bool = False) -> Fault:
    if value is None or isinstance(value, dict | list | bool):
        message = _("“%(key)s” must be a date", key=key_name(path))
        return Fault(path, "not-a-date", message, _("write year-month-day, e.g. 2026-11-24"))
    shown = as_written(value)
    suggestion = (meant_moment if timed else meant_day)(shown)
    if suggestion == shown:  # a day, but of a year in which nothing of ours can have happened
        suggestion = None
    if suggestion is None and (found := _PARTS.fullmatch(shown.strip())):
        day = found.group(1) if _is_day(found.group(1)) else meant_day(found.group(1))
        if day is not None and _is_of_ours(day):
            return _with_time(path, shown, day, found.group(2), timed=timed)
    hint = _("write %(date)s", date=suggestion) if suggestion else _("write year-month-day, e.g. 2026-11-24")
    message = named(_("“%(value)s” is not a date of the calendar", value=shown), value)
    return Fault(path, "not-a-date", message, hint, False, suggestion)


def _with_time(path: KeyPath, shown: str, day: str, clock: str, *, timed: bool) -> Fault:
    """Return the fault of a right day with something behind it."""
    if not timed:
        message = _("“%(key)s” is a day without a time of day: “%(value)s”", key=key_name(path), value=shown)
        return Fault(path, "not-a-date", message, _("write %(date)s", date=day), False, day)
    message = named(_("The day is right, but “%(clock)s” is not a time of day", clock=clock), clock)
    near = _meant(day, clock)
    hint = (
        _("write %(date)s", date=near)
        if near
        else _("write hours from 00 to 23 and minutes from 00 to 59 behind it, e.g. %(date)s", date=f"{day} 09:30")
    )
    return Fault(path, "not-a-time", message, hint, False, near)


def _meant(day: str, clock: str) -> str | None:
    """Return the moment that a day and a time of day in another form are, where there is only one."""
    found = _CLOCK.fullmatch(clock)
    if found is None:
        return None
    hour, minute, half = int(found[1]), found[2] or "0", (found[4] or "").lower().replace(".", "")
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif found[2] is None and not half:
        return None
    minute = minute.zfill(2)
    if hour == 24 and int(minute) == 0 and not int(found[3] or 0):
        # The end of a day is the beginning of the next.
        day, hour = (date.fromisoformat(day) + timedelta(days=1)).isoformat(), 0
    near = f"{day} {hour:02d}:{minute}" + (f" {found[5]}" if found[5] else "")
    try:
        fields.Moment.parse(near)
    except (ValueError, OverflowError):
        return None
    return near


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_of_ours(day: str) -> bool:
    try:
        fields.Moment.parse(day)
    except (ValueError, OverflowError):
        return False
    return True
