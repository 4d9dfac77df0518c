"""Dates, numbers, sizes and no-break spaces as the language that is spoken now prints them.

The one door to both ways of doing it: :mod:`partnership.polish` for Polish, :mod:`partnership.locales.cldr` (Babel) for
every other language.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from partnership.country import POLAND
from partnership.language import _, current_language
from partnership.locales import cldr, spacing
from partnership.locales.marks import CLOSES, INSIDE, OPENS
from partnership.polish import dates as polish_dates
from partnership.polish import numbers as polish_numbers
from partnership.polish import typography
from partnership.polish.numbers import NBSP as NBSP
from partnership.polish.numbers import Number

POLISH: Final = "pl"


def _foreign() -> str:
    """Return the language of now, or an empty text where it is Polish."""
    lang = current_language()
    return "" if lang == POLISH else lang


def long_date(value: dt.date) -> str:
    """Return „28 listopada 2011 r.”, “28 November 2011”."""
    if lang := _foreign():
        return cldr.long_date(value, lang)
    return polish_dates.long_date(value)


def table_date(value: dt.date) -> str:
    """Return „28.11.2011”, “28/11/2011”."""
    if lang := _foreign():
        return cldr.table_date(value, lang)
    return polish_dates.table_date(value)


def month_year(value: dt.date) -> str:
    """Return „listopad 2011”, “November 2011”."""
    if lang := _foreign():
        return cldr.month_year(value, lang)
    return polish_dates.month_year(value)


def date_range(start: dt.date, end: dt.date) -> str:
    """Return „12–14 maja 2025 r.”, “12–14 May 2025”; one and the same day is a single date."""
    if lang := _foreign():
        return cldr.date_range(start, end, lang)
    return polish_dates.date_range(start, end)


def time_of_day(start: dt.datetime | dt.time, end: dt.datetime | dt.time | None = None) -> str:
    """Return „godz. 10.00–12.30”, “10:00–12:30”."""
    if lang := _foreign():
        return cldr.clock(start, lang) if end is None else f"{cldr.clock(start, lang)}–{cldr.clock(end, lang)}"
    return polish_dates.time_of_day(start, end)


def hour(text: str) -> str:
    """Return an hour as ISO writes it („07:30”, to „24:00”) as „7.30”, “07:30”."""
    hours, _colon, minutes = text.partition(":")
    if lang := _foreign():
        return text if hours == "24" else cldr.clock(dt.time(int(hours), int(minutes)), lang)
    return f"{int(hours)}.{minutes}"


def event_time(start: dt.date, end: dt.date | None = None) -> str:
    """Return when a meeting is held: „28 listopada 2011 r., godz. 10.00–12.30”.

    Hours are told when ``start`` is a moment; a meeting over several days tells the first day's hour only.
    """
    if not isinstance(start, dt.datetime):
        return long_date(start) if end is None else date_range(start, end)
    if end is None:
        return f"{long_date(start)}, {time_of_day(start)}"
    first, last = polish_dates.local(start), polish_dates.local(end)
    same_day = (first.year, first.month, first.day) == (last.year, last.month, last.day)
    closes = end if same_day and isinstance(end, dt.datetime) else None
    return f"{date_range(start, end)}, {time_of_day(start, closes)}"


def period(text: str) -> str:
    """Return the period of a figure in words: „grudzień 2024 r.”, “December 2024”.

    ``text`` is „2024”, „2024-12” or „2024-12-31”; raise ``ValueError`` for anything else.
    """
    if lang := _foreign():
        return cldr.period(text, lang)
    return polish_dates.period(text)


def calendar_words(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the months as dates name them (January first) and the days of the week (Monday first) in ``lang``."""
    if lang != POLISH:
        return cldr.calendar_words(lang)
    return polish_dates.GENITIVE, polish_dates.WEEKDAYS


def number(value: Number, decimals: int | None = 0, *, signed: bool = False) -> str:
    """Return „1 234,5”, “1,234.5”: rounded half up to ``decimals`` places (None: those it has), thousands grouped."""
    if lang := _foreign():
        return cldr.number(value, decimals, lang, signed=signed)
    return polish_numbers.number(value, decimals, signed=signed)


def decimal_mark() -> str:
    """Return what stands between units and tenths: a comma in Polish, a full stop in English."""
    return number(1.5, 1)[1:-1]


def percent(value: Number, decimals: int | None = 1, *, signed: bool = False) -> str:
    """Return ``value``, already in per cent, as „4,7 %”, “4.7%”."""
    if lang := _foreign():
        return cldr.percent(value, decimals, lang, signed=signed)
    return polish_numbers.percent(value, decimals, signed=signed)


def unit_gap(unit: str) -> str:
    """Return what stands between a number and its unit: a no-break space, before “%” what the language has there."""
    if unit.startswith("%") and (lang := _foreign()):
        return cldr.percent_gap(lang)
    return NBSP


def with_unit(text: str, unit: str) -> str:
    """Return a number that is written out with its unit: „2,4 %”, “2.4%”, “12 people”; without one as it is."""
    return f"{text}{unit_gap(unit)}{unit}" if unit else text


def file_size(size: int) -> str:
    """Return ``size`` in bytes as „1,2 MB”, “1.2 MB”; ValueError for a negative one."""
    if lang := _foreign():
        return cldr.file_size(size, lang)
    return polish_numbers.file_size(size)


_MARKED: Final = re.compile(f"(?<={OPENS})([A-Za-z]+)([^{INSIDE}]*{INSIDE})([^{CLOSES}]*)(?={CLOSES})")


def bind(text: str, lang: str = "") -> str:
    """Return plain text with the no-break spaces of its language: ``lang``, or that of now without one.

    What is marked as of another language is bound as that one wants.
    """
    if OPENS not in text:
        return _bind(text, lang)
    kept: list[str] = []
    end = 0
    for found in _MARKED.finditer(text):
        own, inside, words = found.groups()
        kept += [_bind(text[end : found.start()], lang), own, inside, _bind(words, own)]
        end = found.end()
    return "".join([*kept, _bind(text[end:], lang)])


def _bind(text: str, lang: str) -> str:
    lang = lang.partition("-")[0] or current_language()
    return typography.bind(text) if lang == POLISH else spacing.bind(text, lang)


def bind_html(html: str, lang: str = "") -> str:
    """Return HTML with its text bound as :func:`bind` binds it."""
    return typography.bind_html(html, lambda text: bind(text, lang))


def language_in_itself(code: str) -> str:
    """Return the name of a language in that language, as a title: „Polski”, “English”; the code where none is known."""
    if code == POLISH:
        return "Polski"
    return cldr.language_in_itself(code)


def language_name(code: str) -> str:
    """Return the name of a language in the language of now; the code where the CLDR knows none."""
    return cldr.language_name(code, current_language())


def country_name(code: str) -> str:
    """Return the name of a country, two letters, in the language of now; the letters where nobody knows one."""
    if code == POLAND:
        return _("Poland")
    return cldr.country_name(code, current_language())


def is_right_to_left(code: str) -> bool:
    """Tell whether a language is written from right to left, as Arabic and Hebrew are."""
    if code == POLISH:
        return False
    return cldr.is_right_to_left(code)


def script_of(code: str) -> str:
    """Return the code of the script in which a language is written, e.g. ``Latn`` or ``Cyrl``."""
    if code == POLISH:
        return "Latn"
    from partnership.locales import cldr

    return cldr.script_of(code)


def og_locale(code: str) -> str:
    """Return a language as OpenGraph names it, with the site's country or its usual one: ``pl_PL``, ``en_GB``."""
    if code == POLISH:
        return "pl_PL"
    return cldr.og_locale(code)
