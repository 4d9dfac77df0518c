"""Plain text out of HTML that was split at its tags: for search, summaries and the names of headings."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import Final

from partnership.patterns import pattern

TAG: Final = pattern(r"(<[^>]*>)")
"""Splits HTML as the sanitiser writes it into texts and tags by turns."""

_BREAK: Final = pattern(r"</?(?:p|li|dt|dd|td|th|tr|div|blockquote|pre|h[1-6]|figcaption|summary|br|hr)\b")
_BOX: Final = pattern(r"<(/?)(?:ul|ol|dl|blockquote|table|figure|details|div)\b")


def plain(texts: Iterable[str]) -> str:
    """Return text nodes as one line: entities resolved, runs of white space made one, footnotes' arrows left out."""
    joined = "".join(texts)
    if "&" in joined:
        joined = unescape(joined)
    if "↩" in joined:
        joined = joined.replace("↩", "")
    return " ".join(joined.split())


def whole_text(html: str) -> str:
    """Return the text of a document; what stands in different blocks is parted."""
    parts = TAG.split(html)
    return plain(part if not place & 1 else "\n" if _BREAK.match(part) else "" for place, part in enumerate(parts))


def first_paragraph(parts: list[str]) -> str:
    """Return the text of the first paragraph with any, outside lists, quotes, tables and boxes; "" if there is none."""
    depth = 0
    for place in range(1, len(parts), 2):
        tag = parts[place]
        if not depth and (tag == "<p>" or tag.startswith("<p ")):
            text = plain(parts[place + 1 : parts.index("</p>", place) : 2])
            if text:
                return text
        box = _BOX.match(tag)
        if box:
            depth += -1 if box.group(1) else 1
    return ""
