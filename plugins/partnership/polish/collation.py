"""The order of the Polish alphabet, for every list a person reads."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

ALPHABET: Final = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"
"""Letters with marks are letters of their own, each after its base; ch, cz, sz sort letter by letter."""

# Each letter becomes a private-use character, so that letters follow digits, spaces and marks whatever those are.
_RANK: Final = {ord(letter): chr(0xE000 + rank) for rank, letter in enumerate(ALPHABET)}
_FOREIGN: Final = {"ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}


@lru_cache(maxsize=16384)
def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts ``text`` by Polish collation: ``sorted(names, key=sort_key)``.

    Case and the marks of foreign letters (é, ö) count only between words otherwise equal, small letters first.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    ranked = lowered.translate(_RANK)
    if any("\x7f" < char < "\ue000" or char > "\uf8ff" for char in ranked):
        ranked = "".join(_base(char) for char in ranked)
    return ranked, text.swapcase()


def _base(char: str) -> str:
    """Return a foreign letter as the ranked letters it sorts with, any other character as it is."""
    if "\ue000" <= char <= "\uf8ff" or char <= "\x7f":
        return char
    bare = _FOREIGN.get(char) or "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return bare.translate(_RANK)
