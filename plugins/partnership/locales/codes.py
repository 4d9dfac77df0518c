"""Codes of languages and countries: which of them exist, by the CLDR, and which one was meant by another word.

Babel is imported when the first of these is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from partnership.locales.case import caseless
from partnership.locales.cldr import locale_of
from partnership.nearest import nearest

_NO_LANGUAGE: Final = frozenset(("mul", "und", "zxx"))
"""Codes that say of a text that it is in many languages, in an unknown one, or in none."""

_NO_COUNTRY: Final = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""Codes of the CLDR that are no country's: islands of others, unions, and what stands for the unknown."""

_NAMED_IN: Final = ("en", "pl")
"""Languages in whose words languages and countries are known, beside their own."""


def is_language(code: str) -> bool:
    """Tell whether a code is that of a language: ``es``, or with a script or a land ``sr-Latn``, ``es-419``."""
    locale = locale_of("en")
    language, *subtags = code.split("-")
    if language not in locale.languages or language in _NO_LANGUAGE:
        return False
    return all(
        one.title() in locale.scripts if len(one) == 4 and one.isalpha() else
        one.upper() in locale.territories if len(one) < 4 else True
        for one in subtags
    )  # fmt: skip


def is_country(code: str) -> bool:
    """Tell whether two small letters are a country's code (ISO 3166)."""
    return code.upper() in _countries()


def meant_language(text: str) -> str | None:
    """Return the code of the language that a text names: by its name, an older or longer code, or a country's code."""
    from babel.core import get_global
    from babel.languages import get_official_languages

    for plain in (text.strip(), caseless(text.strip())):
        if is_language(plain):
            return plain
    known = {code: name for code, name in locale_of("en").languages.items() if "_" not in code}
    names = _names((code, locale_of(lang).languages.get(code)) for lang in _NAMED_IN for code in known)
    alias = get_global("language_aliases").get(plain, "")
    spoken = get_official_languages(plain.upper()) if is_country(plain) else ()
    for one in (names.get(plain), alias, *spoken[:1], _autonyms().get(plain)):
        if one and is_language(one):
            return str(one)
    # Short words are near to too many names.
    near = nearest(plain, names) if len(plain) > 3 else None
    return names[near] if near else None


def meant_country(text: str) -> str | None:
    """Return the code of the country that a text names: by its name, also in its own language, or a longer code."""
    from babel.core import get_global
    from babel.languages import get_official_languages

    plain = caseless(text.strip())
    if is_country(plain):
        return plain
    names = _names((code, locale_of(lang).territories.get(code)) for lang in _NAMED_IN for code in _countries())
    own = _names(
        (code, locale_of(lang).territories.get(code)) for code in _countries() for lang in get_official_languages(code)
    )
    alias = next(iter(get_global("territory_aliases").get(plain.upper(), ())), "")
    for one in (names.get(plain), own.get(plain), alias):
        if one and is_country(one):
            return one.lower()
    near = nearest(plain, {**own, **names}) if len(plain) > 3 else None
    return {**own, **names}[near].lower() if near else None


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return (
        frozenset(code for code in map(str, locale_of("en").territories) if re.fullmatch("[A-Z]{2}", code))
        - _NO_COUNTRY
    )


@lru_cache(maxsize=1)
def _autonyms() -> Mapping[str, str]:
    """Return the codes of languages by their own names."""
    from babel import localedata

    codes = [code for code in localedata.locale_identifiers() if "_" not in code and code != "root"]
    return _names((code, locale_of(code).languages.get(code)) for code in codes)


def _names(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    return {caseless(name): code for code, name in pairs if name}
