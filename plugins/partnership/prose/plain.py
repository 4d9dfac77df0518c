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
    return " ".join(parted_text(html).split())


def parted_text(html: str) -> str:
    """Return the text of a document as :func:`whole_text` does, with all white space: for its words that is enough."""
    parts = TAG.split(html)
    breaks = _BREAK.match
    parts[1::2] = ["\n" if breaks(tag) else "" for tag in parts[1::2]]
    text = "".join(parts)
    if "&" in text:
        text = unescape(text)
    return text.replace("↩", "") if "↩" in text else text


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
