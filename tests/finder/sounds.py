"""Stems, roots and sounds of words, told once more in Python: what stem.js computes is compared with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from partnership.finder.language import language
from partnership.finder.stemming import Endings, stemmer


@cache
def _polish() -> Callable[[str], str]:
    return stemmer(language())


def stem(word: str) -> str:
    """The stem that all cases of a folded word share („limanowej”, „limanową” give one). Words with digits stay."""
    return _polish()(word)


@cache
def _roots() -> Endings:
    return Endings(language().roots)


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """The root of a stem („dofinansowan” gives „dofinans”): what related nouns, verbs and adjectives share."""
    endings, least = _roots(), language().root_min
    shorter = endings.cut(stemmed, least)
    while shorter != stemmed:
        stemmed, shorter = shorter, endings.cut(shorter, least)
    return stemmed


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word as it sounds: ó/u, rz/ż, ch/h and the like written one way, doubled letters once."""
    for old, new in language().phonetic:
        word = re.sub(old, new, word)
    return "".join(char for index, char in enumerate(word) if index == 0 or word[index - 1] != char)
