"""The order of the alphabet in the language that is spoken now, for every list a person reads."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

from partnership.language import current_language
from partnership.locales.alphabets import ALPHABETS, CYRILLIC, LATIN
from partnership.locales.case import small
from partnership.locales.marks import unmarked
from partnership.polish import collation as polish

_FIRST: Final = 0xE000
_EXPANDED: Final = {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}


class _Order(NamedTuple):
    """Ranks of an alphabet's letters as characters that sort behind digits and marks, and what finds the letters."""

    ranks: dict[str, str]
    letter: re.Pattern[str]


def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts ``text`` as the language of now does: ``sorted(names, key=sort_key)``.

    Case and the marks of letters that are none of the alphabet's own count only between words otherwise equal.
    """
    return sort_key_in(current_language(), text)


def sort_key_in(lang: str, text: str) -> tuple[str, str]:
    """Return the key that sorts ``text`` as the language ``lang`` does."""
    plain = unmarked(text)
    return polish.sort_key(plain) if lang == "pl" else _sort_key(plain, lang)


@lru_cache(maxsize=16384)
def _sort_key(text: str, lang: str) -> tuple[str, str]:
    order = _order(lang.partition("-")[0])
    lowered = small(unicodedata.normalize("NFC", text), lang).casefold()
    ranked = order.letter.sub(lambda found: order.ranks[found.group()], lowered)
    return "".join(_base(char, order) for char in ranked), text.swapcase()


@lru_cache(maxsize=16)
def _order(lang: str) -> _Order:
    own = ALPHABETS.get(lang, LATIN).split()
    # Letters of the other script follow the language's own.
    letters = [*own, *(one for one in f"{LATIN} {CYRILLIC}".split() if one not in own)]
    ranks = {letter: chr(_FIRST + rank) for rank, letter in enumerate(letters)}
    longest_first = sorted(letters, key=len, reverse=True)
    return _Order(ranks, re.compile("|".join(map(re.escape, longest_first))))


def _base(char: str, order: _Order) -> str:
    """Return a letter that is none of the alphabet's as those it sorts with, any other character as it is."""
    if char <= "\x7f" or "\ue000" <= char <= "\uf8ff":
        return char
    bare = _EXPANDED.get(char) or "".join(
        c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)
    )
    return "".join(order.ranks.get(one, one) for one in bare)
