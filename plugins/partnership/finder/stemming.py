"""A light Polish stemmer over folded words; stem.js does the same from the same table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from .language import Language, language


def _cut(word: str, endings: tuple[str, ...], left: int) -> str:
    """`word` without the first of `endings` (longest first) that leaves at least `left` letters."""
    for ending in endings:
        if len(word) - len(ending) >= left and word.endswith(ending):
            return word[: -len(ending)]
    return word


def stemmer(rules: Language) -> Callable[[str], str]:
    """The stemmer of a language's rules."""

    @lru_cache(maxsize=65536)
    def stemmed(word: str) -> str:
        word = rules.irregular.get(word, word)
        if len(word) <= rules.min or any(char.isdigit() for char in word):
            return word
        word = _cut(word, rules.endings, rules.min)
        word = _cut(_cut(word, rules.second, 4), rules.third, 4)
        for old, new in rules.finals:
            if word.endswith(old) and len(word) - len(old) >= 2:
                return word[: -len(old)] + new
        return word

    return stemmed


@cache
def _polish() -> Callable[[str], str]:
    return stemmer(language())


def stem(word: str) -> str:
    """The stem that all cases of a folded word share („limanowej”, „limanową” give one). Words with digits stay."""
    return _polish()(word)


@lru_cache(maxsize=65536)
def root(stemmed: str) -> str:
    """The root of a stem („dofinansowan” gives „dofinans”): what related nouns, verbs and adjectives share."""
    rules = language()
    shorter = _cut(stemmed, rules.roots, rules.root_min)
    while shorter != stemmed:
        stemmed, shorter = shorter, _cut(shorter, rules.roots, rules.root_min)
    return stemmed


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The word as it sounds: ó/u, rz/ż, ch/h and the like written one way, doubled letters once."""
    for old, new in language().phonetic:
        word = word.replace(old, new)
    return "".join(char for index, char in enumerate(word) if index == 0 or word[index - 1] != char)
