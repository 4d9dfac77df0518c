"""Capital and small letters as a language pairs them: where i has a dot in capitals as well, ``I`` is ``ı``'s."""

from __future__ import annotations

import unicodedata
from typing import Final

from partnership.locales.alphabets import DOTLESS

_CAPITALS: Final = str.maketrans({"i": "İ"})
_SMALL: Final = str.maketrans({"I": "ı", "İ": "i"})
_DOT: Final = "\u0307"


def capital(text: str, lang: str) -> str:
    """Return ``text`` with a capital as its first letter, the rest as it is."""
    first = text[:1]
    return (first.translate(_CAPITALS) if _is_dotless(lang) else first).upper() + text[1:]


def small(text: str, lang: str) -> str:
    """Return ``text`` in small letters."""
    # Composed first: a capital with the dot as a mark of its own is the same letter.
    composed = unicodedata.normalize("NFC", text)
    return (composed.translate(_SMALL) if _is_dotless(lang) else text).lower()


def small_first(text: str, lang: str) -> str:
    """Return ``text`` with a small letter as its first, the rest as it is: a title inside a sentence."""
    return small(text[:1], lang) + text[1:]


def caseless(text: str) -> str:
    """Return what names have in common that differ in case alone, in whatever language: for comparing, not to be read.

    The dot of an i is of the case there, too: „IŞIKLI” and „Işıklı”, „ŞEHİRGÖL” and „Şehirgöl” are one name each.
    """
    folded = unicodedata.normalize("NFC", text).casefold().replace(f"i{_DOT}", "i").replace("ı", "i")
    return unicodedata.normalize("NFC", folded)


def _is_dotless(lang: str) -> bool:
    return lang.partition("-")[0] in DOTLESS
