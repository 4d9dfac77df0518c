"""Words of an old site without characters that nobody can see, which would only become errors here."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.site_import.items import OldText, Tell
from partnership.sources.characters import settle, suspects

_PARAGRAPH: Final = "\u2029"
_LOST: Final = "\ufffd"
"""Stands where a letter was lost before: a person must find out which, so it stays."""


def legible(text: str) -> str:
    """Return a text of several lines without characters that cannot be seen; the mark of a lost letter stays."""
    text = settle(text.replace(_PARAGRAPH, "\n\n"))
    made, end = [], 0
    for found in suspects(text):
        if found.group() != _LOST:
            made.append(text[end : found.start()])
            end = found.end()
    return "".join([*made, text[end:]]) if made else text


def legible_line(text: str) -> str:
    """Return a title or label that way, on one line."""
    return " ".join(legible(re.sub(f"[{_PARAGRAPH}\\s]+", " ", text)).split())


def settle_head(text: OldText) -> OldText:
    """Make what stands in the head of a text legible, and return the text."""
    text.title, text.summary = legible_line(text.title), legible_line(text.summary)
    text.author, text.category = legible_line(text.author), legible_line(text.category)
    text.tags = tuple(dict.fromkeys(one for tag in text.tags if (one := legible_line(tag))))
    return text


def legible_body(body: str, title: str, tell: Tell) -> str:
    """Return the Markdown of a text made legible, and tell what a person must look after, in its title too."""
    made = legible(body)
    if any(found.group() != _LOST for found in suspects(settle(body))):
        tell("changed", "hidden", _("characters that cannot be seen were taken out"))
    if _LOST in made or _LOST in title:
        tell("work", "lost-letter", _("a letter was lost already on the old site and is shown as �; type it again"))
    return made
