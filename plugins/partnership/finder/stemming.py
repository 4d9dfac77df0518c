"""A light Polish stemmer over folded words; stem.js does the same from the same table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from .language import Language


class Endings:
    """Endings of words, by last letters and length: looking one up takes as many steps as lengths end so."""

    def __init__(self, endings: Iterable[str]) -> None:
        by_tail: dict[str, dict[int, set[str]]] = {}
        for ending in endings:
            by_tail.setdefault(ending[-2:], {}).setdefault(len(ending), set()).add(ending)
        for tail, sizes in by_tail.items():
            if len(tail) == 2:  # an ending of one letter may be theirs, too
                sizes |= by_tail.get(tail[1], {})
        self._by_tail = {
            tail: tuple([(size, frozenset(sizes[size])) for size in sorted(sizes, reverse=True)])
            for tail, sizes in by_tail.items()
        }

    def cut(self, word: str, left: int) -> str:
        """`word` without the longest ending that leaves at least `left` letters."""
        most = len(word) - left
        if most > 0:
            for size, endings in self._by_tail.get(word[-2:]) or self._by_tail.get(word[-1], ()):
                if size <= most and word[-size:] in endings:
                    return word[:-size]
        return word


def stemmer(rules: Language) -> Callable[[str], str]:
    """The stemmer of a language's rules, which remembers the words that it met last."""
    return lru_cache(maxsize=65536)(plain_stemmer(rules))


def plain_stemmer(rules: Language) -> Callable[[str], str]:
    """The stemmer of a language's rules for one who remembers words already."""
    cut, second, third = Endings(rules.endings).cut, Endings(rules.second).cut, Endings(rules.third).cut
    irregular, least = rules.irregular, rules.min
    finals: dict[str, list[tuple[str, str]]] = {}
    for old, new in rules.finals:
        finals.setdefault(old[-1], []).append((old, new))

    def stemmed(word: str) -> str:
        word = irregular.get(word, word)
        if not word.isalpha() and any(map(str.isdigit, word)):
            return word
        return shortened(cut(word, least)) if len(word) > least else word

    # Words share what is left of them: there are about a fifth as many.
    @lru_cache(maxsize=32768)
    def shortened(word: str) -> str:
        word = third(second(word, 4), 4)
        for old, new in finals.get(word[-1], ()):
            if word.endswith(old) and len(word) - len(old) >= 2:
                return word[: -len(old)] + new
        return word

    return stemmed
