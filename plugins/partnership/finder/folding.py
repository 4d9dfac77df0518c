"""Folding: text as people type it (any case, with or without diacritics, Cyrillic too) becomes plain a-z and digits."""

from __future__ import annotations

import re
import unicodedata

from .language import language

# A sum of years or a benefit's name („50+”, „60 plus”) and an article of an act („art. 217”) are one word each.
_JOINED = ((re.compile(r"(\d+)\s*(?:\+|plus\b)"), r"\1plus "), (re.compile(r"\bart\.?\s*(\d+)"), r"art\1 "))


def fold(text: str) -> str:
    """`text` in lower case without diacritics, Cyrillic spelt in Latin letters; marks and spaces stay."""
    letters = language().letters
    mapped = "".join(letters.get(char, char) for char in unicodedata.normalize("NFKC", text).lower())
    plain = unicodedata.normalize("NFKD", mapped)
    return "".join(letters.get(char, char) for char in plain if not unicodedata.category(char).startswith("M"))


def words(text: str) -> list[str]:
    """The folded words of `text`, in order: runs of letters and digits („50+” gives „50plus”)."""
    folded = fold(text)
    for pattern, form in _JOINED:
        folded = pattern.sub(form, folded)
    return "".join(char if char.isalnum() else " " for char in folded).split()
