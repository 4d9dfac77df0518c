"""What the finder of a site knows of its languages: stems of words, and words that say little or nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec

from .language import Language, language_of
from .stemming import stemmer


class Speech(msgspec.Struct, frozen=True):
    """The rules of some languages: ``stem(word)`` of a folded word, ``skip`` are words that only connect.

    ``empty`` are those and the words that carry little.
    """

    rules: Language
    stem: Callable[[str], str]
    skip: frozenset[str]
    empty: frozenset[str]


@cache
def speech(languages: tuple[str, ...]) -> Speech:
    """Return what is known of the languages with these codes."""
    rules = language_of(languages)
    skip = frozenset(rules.skip)
    return Speech(rules, stemmer(rules), skip, skip | frozenset(rules.soft))
