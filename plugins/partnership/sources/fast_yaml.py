"""Everyday YAML without a parser: lines ``name: value``, the value text, a number, a text in quotes or a short list.

Heads of posts and most records are nothing else.  As with everyday Markdown the rule is to be sure or to say nothing:
what is read here means the same to the strict loader (a test compares both), and at the first doubt it is left to that.
"""

from __future__ import annotations

from typing import Any, Final

from partnership.patterns import pattern
from partnership.sources.scalars import LeadingZero, plain_value

# A value that begins with a letter or digit is plain: only ": ", " #" and what cannot be printed would end it.  In a
# list marks of lists and mappings do, too.
_LINE: Final = pattern(
    r"""([A-Za-z_][A-Za-z0-9_-]{0,60}):(?:[ ]+(?:([^\W_].*)|"([^"\\]*)"|'([^']*)'|\[([^"'\[\]{}:#&*!|>%@`\\?]*)\]))?"""
)
_ITEM: Final = pattern(r"[^\W_][^,]*")


def fast_mapping(text: str) -> dict[str, Any] | None:
    """Return the mapping that ``text`` is, or None where it is not everyday YAML."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    # Hyphens of word processors are settled by the strict loader.
    if not lines or not "".join(lines).isprintable() or "\u2010" in text or "\u2011" in text:
        return None
    mapping: dict[str, Any] = {}
    try:
        for line in lines:
            found = _LINE.fullmatch(line)
            if found is None or line[-1] == " ":
                return None
            key, plain, *quoted, items = found.groups()
            if key in mapping:
                return None
            if plain is not None:
                if ": " in plain or " #" in plain or plain[-1] == ":":
                    return None
                mapping[key] = plain_value(plain)
            elif items is not None:
                mapping[key] = _list(items)
            else:
                mapping[key] = next((one for one in quoted if one is not None), None)
    except (LeadingZero, _Unsure):
        return None
    return mapping


class _Unsure(Exception):
    """Something may mean more than it seems."""


def _list(text: str) -> list[Any]:
    """Return the values of a list in brackets."""
    found = []
    for piece in text.split(",") if text.strip() else ():
        item = piece.strip(" ")
        if not _ITEM.fullmatch(item):
            raise _Unsure
        found.append(plain_value(item))
    return found
