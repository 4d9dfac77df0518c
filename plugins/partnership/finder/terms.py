"""Which words of a running text the index ships: the stems that say something, once each, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .folding import words
from .speech import Speech

MAX_TERMS = 30
"""Stems kept of one institution's descriptions; the first are the most telling."""

# Markdown is searched as text: an address inside a link is no word of the description.
_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+|<[^>]*>")


def telling_stems(spoken: Speech, texts: Iterable[str | None], known: Iterable[str] = ()) -> list[str]:
    """The stems of `texts` (Markdown) that are no connecting words, no bare numbers and not among the stems `known`."""
    seen = set(known)
    kept: list[str] = []
    for text in texts:
        if not text:
            continue
        for word in words(_LINK.sub(" ", text)):
            stemmed = spoken.stem(word)
            if len(word) < 3 or word.isdigit() or word in spoken.empty or stemmed in seen:
                continue
            seen.add(stemmed)
            kept.append(stemmed)
    return kept[:MAX_TERMS]
