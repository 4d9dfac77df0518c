"""A light Polish stemmer over folded words; stem.js does the same from the same table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from .language import Language


class Endings:
    """Endings of words, by last letter and length: looking one up takes as many steps as lengths end so."""

    def __init__(self, endings: Iterable[str]) -> None:
        by_last: dict[str, dict[int, set[str]]] = {}
        for ending in endings:
            by_last.setdefault(ending[-1], {}).setdefault(len(ending), set()).add(ending)
        self._by_last = {
            last: tuple([(size, frozenset(some[size])) for size in sorted(some, reverse=True)])
            for last, some in by_last.items()
        }

    def cut(self, word: str, left: int) -> str:
        """`word` without the longest ending that leaves at least `left` letters."""
        most = len(word) - left
        for size, endings in self._by_last.get(word[-1:], ()):
            if size <= most and word[-size:] in endings:
                return word[:-size]
        return word


def stemmer(rules: Language) -> Callable[[str], str]:
    """The stemmer of a language's rules, which remembers the words that it met last."""
    return lru_cache(maxsize=65536)(plain_stemmer(rules))


def plain_stemmer(rules: Language) -> Callable[[str], str]:
    """The stemmer of a language's rules for one who remembers words already."""
    endings, second, third = Endings(rules.endings), Endings(rules.second), Endings(rules.third)
    irregular, least = rules.irregular, rules.min
    finals: dict[str, list[tuple[str, str]]] = {}
    for old, new in rules.finals:
        finals.setdefault(old[-1], []).append((old, new))

    def stemmed(word: str) -> str:
        word = irregular.get(word, word)
        if len(word) <= least or (not word.isalpha() and any(map(str.isdigit, word))):
            return word
        return shortened(endings.cut(word, least))

    # Words share what is left of them: there are about a fifth as many.
    @lru_cache(maxsize=32768)
    def shortened(word: str) -> str:
        word = third.cut(second.cut(word, 4), 4)
        for old, new in finals.get(word[-1], ()):
            if word.endswith(old) and len(word) - len(old) >= 2:
                return word[: -len(old)] + new
        return word

    return stemmed
