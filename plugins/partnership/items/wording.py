"""Short texts for heads and cards: cut between words, never empty."""

from __future__ import annotations

from typing import Final

from partnership.locales.marks import like, unmarked

DESCRIPTION_LENGTH: Final = 165
"""Longest description of a page, in characters: search results show no more."""


def shortened(text: str, length: int) -> str:
    """Return ``text`` on one line, cut between words to at most ``length`` characters, then with an ellipsis."""
    plain = " ".join(text.split())
    if len(plain) <= length:
        return plain
    if (without := unmarked(plain)) != plain:
        # A mark that is cut in two would never end.
        return like(shortened(without, length), plain)
    cut = plain.rfind(" ", 0, length)
    return plain[: cut if cut > 0 else length - 1].rstrip(" ,;:–-") + "…"


def description(*candidates: str | None) -> str:
    """Return the first of the texts that says anything, as a page's description."""
    return next((shortened(text, DESCRIPTION_LENGTH) for text in candidates if text and text.strip()), "")
