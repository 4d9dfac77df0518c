"""Dates as old sites write them: ISO, with dots or slashes, in Polish, English or Ukrainian words."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

_MONTHS: Final = (
    ("sty", "jan", "січ"), ("lut", "feb", "лют"), ("mar", "бер"), ("kwi", "apr", "кві"), ("maj", "may", "тра"),
    ("cze", "jun", "чер"), ("lip", "jul", "лип"), ("sie", "aug", "сер"), ("wrz", "sep", "вер"),
    ("paź", "paz", "oct", "жов"), ("lis", "nov", "лис"), ("gru", "dec", "гру"),
)  # fmt: skip
_ISO: Final = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_DOTS: Final = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\D{1,8}(\d{1,2}):(\d{2}))?")
_WORDS: Final = re.compile(r"\b(\d{1,2})\.?\s+([^\W\d_]{3,12})\.?,?\s+(\d{4})(?:\D{1,8}(\d{1,2}):(\d{2}))?")
_AMERICAN: Final = re.compile(
    r"\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D{1,8}(\d{1,2}):(\d{2}))?"
)


def read_date(text: str, zone: ZoneInfo) -> datetime | None:
    """Return the first date in a text as a time of ``zone``, at midnight where no time is named; None for none."""
    text = text.strip()
    match = _ISO.search(text)
    if match:
        year, month, day, hour, minute, offset = match.groups()
        made = _made(int(year), int(month), int(day), hour, minute, zone)
        if made is not None and offset:
            named = datetime.fromisoformat(f"2000-01-01T00:00:00{'+00:00' if offset == 'Z' else offset}")
            made = made.replace(tzinfo=named.tzinfo).astimezone(zone)
        return made
    match = _DOTS.search(text)
    if match:
        day, month, year, hour, minute = match.groups()
        return _made(int(year), int(month), int(day), hour, minute, zone)
    match = _WORDS.search(text)
    if match and (number := _month(match.group(2))):
        return _made(int(match.group(3)), number, int(match.group(1)), match.group(4), match.group(5), zone)
    match = _AMERICAN.search(text)
    if match and (number := _month(match.group(1))):
        return _made(int(match.group(3)), number, int(match.group(2)), match.group(4), match.group(5), zone)
    return None


def _month(word: str) -> int:
    small = word.casefold()
    return next((number for number, names in enumerate(_MONTHS, 1) if small.startswith(names)), 0)


def _made(year: int, month: int, day: int, hour: str | None, minute: str | None, zone: ZoneInfo) -> datetime | None:
    try:
        made = datetime(year, month, day, int(hour or 0), int(minute or 0), tzinfo=zone)
    except ValueError:
        return None
    return made if 1900 <= year <= 2200 else None
