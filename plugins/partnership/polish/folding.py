"""Folding text for search: „Łódź” and „lodz” become the same."""

from __future__ import annotations

import unicodedata
from typing import Final

# Letters without a canonical decomposition: NFKD would keep them and an ASCII filter would drop them.
UNDECOMPOSABLE: Final = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i", "ð": "d", "þ": "th", "ŧ": "t", "ŋ": "n"}
)


def fold(text: str) -> str:
    """Return ``text`` in lower case, without diacritics: the form in which search compares."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.translate(UNDECOMPOSABLE))
    # casefold again: compatibility forms such as „㎏” or „K” (kelvin) decompose to capitals.
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
