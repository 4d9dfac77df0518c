"""Folding: text as people type it (any case, with or without diacritics, Cyrillic too) becomes plain a-z and digits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from .language import language

# A sum of years or a benefit's name („50+”, „60 plus”) and an article of an act („art. 217”) are one word each.
_JOINED = ((re.compile(r"(\d+)\s*(?:\+|plus\b)"), r"\1plus "), (re.compile(r"\bart\.?\s*(\d+)"), r"art\1 "))


_ASCII_WORD = re.compile("[A-Za-z0-9]+")


@cache
def _letters() -> dict[int, str]:
    """The table of letters for `str.translate`; none of them is ASCII, so what is ASCII stays as it is."""
    letters = language().letters
    assert not any(letter.isascii() for letter in letters)
    return {ord(letter): to for letter, to in letters.items()}


def fold(text: str) -> str:
    """`text` in lower case without diacritics, Cyrillic spelt in Latin letters; marks and spaces stay."""
    mapped = unicodedata.normalize("NFKC", text).lower().translate(_letters())
    if mapped.isascii():
        return mapped
    plain = unicodedata.normalize("NFKD", mapped)
    return "".join(char for char in plain if not unicodedata.category(char).startswith("M")).translate(_letters())


def words(text: str) -> list[str]:
    """The folded words of `text`, in order: runs of letters and digits („50+” gives „50plus”)."""
    folded = fold(text)
    for pattern, form in _JOINED:
        folded = pattern.sub(form, folded)
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    return "".join(char if char.isalnum() else " " for char in folded).split()
