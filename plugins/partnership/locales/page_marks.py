"""Marks of language for what a page says: messages without a translation, and what stands inside them."""

from __future__ import annotations

import unicodedata
from typing import Final

from partnership.locales.formats import is_right_to_left
from partnership.locales.marks import marked

_FROM_THE_RIGHT: Final = frozenset(("R", "AL"))


def marked_on_page(text: str, lang: str) -> str:
    """Return a text or HTML marked as one of a language; HTML stays HTML.

    An address or a file's name is no text of a language that is written from right to left, and stays as it is.
    """
    if is_right_to_left(lang) and not any(unicodedata.bidirectional(char) in _FROM_THE_RIGHT for char in text):
        return text
    made = marked(text, lang)
    return made if type(text) is str else type(text)(made)
