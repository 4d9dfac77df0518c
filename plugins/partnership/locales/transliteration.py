"""Ukrainian in Latin letters, as Resolution No. 55 of Ukraine's Cabinet of Ministers (27 January 2010) writes it."""

from __future__ import annotations

import re
from typing import Final

from partnership.patterns import pattern

_LETTERS: Final = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia",
}  # fmt: skip
_AT_BEGINNING: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
"""Letters that are written otherwise where a word begins."""

# „зг” is „zgh”, so that it is not read as „ж”; an apostrophe inside a word is not written.
_PIECE: Final = pattern(r"зг|(?<=\w)['’ʼ](?=\w)|(?<![\w'’ʼ])[єїйюя]|[а-щьюяєіїґ]", re.IGNORECASE)
_CYRILLIC: Final = pattern("[\u0400-\u04ff]")


def has_cyrillic(text: str) -> bool:
    """Tell whether a text has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def latin(text: str) -> str:
    """Return a Ukrainian text in Latin letters; all other letters stay: „Згорани, Юрій” is “Zghorany, Yurii”."""
    return _PIECE.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    piece = found.group()
    small = piece.lower()
    if small == "зг":
        made = "zgh"
    elif small in "'’ʼ":
        return ""
    else:
        before = found.string[found.start() - 1] if found.start() else " "
        first = not (before.isalnum() or before in "'’ʼ_")
        made = _AT_BEGINNING[small] if first and small in _AT_BEGINNING else _LETTERS[small]
    return made.capitalize() if piece[0].isupper() else made
