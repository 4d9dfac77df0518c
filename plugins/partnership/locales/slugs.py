"""Slugs: the last part of an address, made from a title or a file's name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from partnership.locales.marks import unmarked
from partnership.locales.transliteration import has_cyrillic, latin
from partnership.polish.folding import fold

MAX_LENGTH: Final = 80
"""The longest slug by default, in characters: longer ones are cut by mail programs and read by nobody."""

_IS_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DIGRAPHS: Final = re.compile("([αεο])[υύ]")
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def slug(text: str, max_length: int = MAX_LENGTH) -> str:
    """Return ``text`` in small ASCII letters, digits and single hyphens, at most ``max_length`` characters.

    It is cut between words where there is a hyphen to cut at.  Text of which nothing remains gives an empty string.
    """
    if len(text) <= max_length and _IS_SLUG.fullmatch(text):
        return text
    plain = unmarked(text)
    folded = fold(latin(plain) if has_cyrillic(plain) else plain)
    if not folded.isascii() and any(char.isalpha() and not char.isascii() for char in folded):
        # Greek and the like: rare here, and their tables are large, hence not at the top.
        from anyascii import anyascii

        folded = anyascii(_DIGRAPHS.sub(_digraph, folded)).lower()
    made = _NOT_SLUG.sub("-", folded).strip("-")
    if len(made) <= max_length:
        return made
    cut = made[: max_length + 1].rfind("-")
    return made[: cut if cut > 0 else max_length].strip("-")


def _digraph(found: re.Match[str]) -> str:
    """Return two Greek letters that are one sound as ELOT 743 writes them: Έβρου, Evrou, and not Evroy."""
    return found[1] + ("u" if found[1] == "ο" else "v")
