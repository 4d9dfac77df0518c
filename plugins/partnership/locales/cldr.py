"""Dates, numbers and sizes in any language, by Babel and the CLDR: for all languages but Polish.

Babel is imported when the first of these is asked for, so that a site in Polish does not wait for it.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from copy import copy
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from partnership.country import site_country
from partnership.locales.case import capital
from partnership.polish.dates import local, split_period
from partnership.polish.numbers import MINUS, NBSP, Number, exact_decimal, scaled_size

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

SPACED_PERCENT: Final = frozenset(("uk",))
"""Languages whose printed texts part “%” from its number, though CLDR does not."""
REGIONS: Final = {"en": "en_GB"}
"""Regions of languages whose bare code means habits that are not Europe's: 28 November, not November 28."""

SIZE_UNITS: Final = ("digital-byte", "digital-kilobyte", "digital-megabyte", "digital-gigabyte", "digital-terabyte")


@lru_cache(maxsize=16)
def locale_of(lang: str) -> Locale:
    """Return Babel's locale of a language code; English where the CLDR knows no such language."""
    from babel import Locale, UnknownLocaleError

    wanted = REGIONS.get(lang, lang)
    for code in (wanted.replace("-", "_"), wanted.partition("-")[0]):
        try:
            return Locale.parse(code)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(REGIONS["en"])


def long_date(value: dt.date, lang: str) -> str:
    """Return “28 November 2011”."""
    from babel.dates import format_date

    return format_date(_day(value), "long", locale=locale_of(lang))


def table_date(value: dt.date, lang: str) -> str:
    """Return “28/11/2011”."""
    return _skeleton("yMd", value, lang)


def month_year(value: dt.date, lang: str) -> str:
    """Return “November 2011”."""
    return _skeleton("yMMMM", value, lang)


def clock(value: dt.datetime | dt.time, lang: str) -> str:
    """Return the hour as “10:00”."""
    from babel.dates import format_skeleton

    moment = value if isinstance(value, dt.time) else local(value)
    assert isinstance(moment, dt.datetime | dt.time)
    # Babel would take a bare time for one of today, and shift a moment into its own zone.
    day = dt.datetime(2000, 1, 1, moment.hour, moment.minute, tzinfo=dt.UTC)
    return format_skeleton("Hm", day, tzinfo=dt.UTC, locale=locale_of(lang))


def date_range(start: dt.date, end: dt.date, lang: str) -> str:
    """Return “12–14 May 2025” with the parts that both days share told once; one and the same day is a single date."""
    from babel.dates import format_interval

    first, last = _day(start), _day(end)
    if first == last:
        return long_date(first, lang)
    return format_interval(first, last, "yMMMd", locale=locale_of(lang))


def period(text: str, lang: str) -> str:
    """Return the period of a figure: “2024”, “December 2024” or “31 December 2024”; ValueError for anything else."""
    year, month, day = split_period(text)
    if month is None:
        return _skeleton("y", dt.date(year, 1, 1), lang)
    return month_year(dt.date(year, month, 1), lang) if day is None else long_date(dt.date(year, month, day), lang)


def calendar_words(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the months as dates name them (January first) and the days of the week (Monday first)."""
    locale = locale_of(lang)
    months, days = locale.months["format"]["wide"], locale.days["format"]["wide"]
    return tuple(months[number] for number in range(1, 13)), tuple(days[number] for number in range(7))


def number(value: Number, decimals: int | None, lang: str, *, signed: bool = False) -> str:
    """Return ``value`` with ``decimals`` places, rounded half up (None: the places it has), thousands grouped."""
    exact = exact_decimal(value)
    rounded = exact.normalize() if decimals is None else exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    places = max(0, -int(rounded.as_tuple().exponent)) if decimals is None else decimals
    digits: str = _grouped(lang, places).apply(abs(rounded), locale_of(lang))
    if not rounded:
        return digits
    return (MINUS if rounded < 0 else "+" if signed else "") + digits


@lru_cache(maxsize=64)
def _grouped(lang: str, places: int) -> NumberPattern:
    """Return how a language writes a number, with exactly ``places`` places; its grouping is the language's own."""
    pattern: NumberPattern = copy(locale_of(lang).decimal_formats[None])
    pattern.frac_prec = (places, places)
    return pattern


def decimal_is_comma(lang: str) -> bool:
    """Tell whether a language parts tenths from units by a comma."""
    return number(1.5, 1, lang)[1:-1] == ","


def percent(value: Number, decimals: int | None, lang: str, *, signed: bool = False) -> str:
    """Return ``value`` (already in per cent) with the sign where the language puts it."""
    if lang in SPACED_PERCENT:
        return f"{number(value, decimals, lang, signed=signed)}{NBSP}%"
    written: str = locale_of(lang).percent_formats[None].pattern
    before, after = written.split("#,##0")[0], written.split("0")[-1]
    if "%" in after:
        return number(value, decimals, lang, signed=signed) + after
    return before + number(value, decimals, lang, signed=signed) + after


def percent_gap(lang: str) -> str:
    """Return what a language puts between a number and the sign of per cent: nothing or a no-break space."""
    if lang in SPACED_PERCENT:
        return NBSP
    written: str = locale_of(lang).percent_formats[None].pattern
    before, sign, _after = written.rpartition("0")[-1].partition("%")
    return "" if sign and not before else NBSP


def file_size(size: int, lang: str) -> str:
    """Return ``size`` in bytes as people read it: “640 byte”, “12 kB”, “1.2 MB” in the language's own units."""
    from babel.units import format_unit

    amount, places, unit = scaled_size(size)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_unit(amount, SIZE_UNITS[unit], "short", format=pattern, locale=locale_of(lang))


def _day(value: dt.date) -> dt.date:
    day = local(value)
    return day.date() if isinstance(day, dt.datetime) else day


def _skeleton(skeleton: str, value: dt.date, lang: str) -> str:
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, _day(value), locale=locale_of(lang))


def language_in_itself(lang: str) -> str:
    """Return the name of a language in that language, with a capital letter; the code where the CLDR knows none."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(lang.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return lang
    name = locale.get_language_name(lang.partition("-")[0]) or lang
    return capital(name, lang)


def language_name(code: str, lang: str) -> str:
    """Return the name of a language in another; the code where the CLDR knows none."""
    return str(locale_of(lang).languages.get(code.partition("-")[0].lower(), code))


def country_name(code: str, lang: str) -> str:
    """Return the name of a country, two letters, in a language; the letters where the CLDR knows no such country."""
    return str(locale_of(lang).territories.get(code.upper(), code.upper()))


def is_right_to_left(lang: str) -> bool:
    """Tell whether a language is written from right to left; not, where the CLDR knows no such language."""
    return locale_of(lang).text_direction == "rtl"


@lru_cache(maxsize=16)
def script_of(lang: str) -> str:
    """Return the code of the script in which a language is written, e.g. ``Latn``; of an unknown one ``Zzzz``."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    with suppress(UnknownLocaleError, ValueError):
        locale = Locale.parse(lang.replace("-", "_"))
        likely: str = get_global("likely_subtags").get(locale.language, "")
        return locale.script or next((one for one in likely.split("_") if len(one) == 4), "Zzzz")
    return "Zzzz"


def og_locale(lang: str) -> str:
    """Return a language with the site's country where it is spoken officially, else where most of its speakers live.

    Spanish in Chile is ``es_CL``, Ukrainian there ``uk_UA``.
    """
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global
    from babel.languages import get_official_languages

    country = site_country().upper()
    if country and lang in get_official_languages(country, de_facto=True):
        with suppress(UnknownLocaleError, ValueError):
            return str(Locale.parse(f"{lang}_{country}"))
    wanted = REGIONS.get(lang, lang).replace("-", "_")
    try:
        territory = Locale.parse(wanted).territory
    except (UnknownLocaleError, ValueError):
        return wanted
    if territory:
        return wanted
    likely = get_global("likely_subtags").get(wanted, "")
    return f"{wanted}_{likely.rpartition('_')[2]}" if likely else wanted
