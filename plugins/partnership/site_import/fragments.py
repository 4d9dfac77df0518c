"""Links to places inside a text: kept where a heading of that name is there, else told and undone."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.site_import.items import Tell

_HEADING: Final = re.compile(r"^#{2,6} +(.+?)\s*$", re.MULTILINE)
_LOCAL: Final = re.compile(r"(?<![!\\])\[((?:\\.|[^\[\]\\\n])*)\]\(<?#([^)\s>]*)>?(?:[ \t]+\"[^\"\n]*\")?\)")
_DEFINED: Final = re.compile(r"^ {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*<?#(\S*?)>?(?:[ \t]+[\"'(].*)?$\n?", re.MULTILINE)
_REFERRED: Final = re.compile(r"(?<![!\\])\[((?:\\.|[^\[\]\\\n])+)\](?:\[([^\[\]\n]*)\])?(?![(:])")
_INTO_ITSELF: Final = re.compile(r"\]\(<?#|\]:[ \t]*<?#")
_MARKS: Final = re.compile(r"\\(?=[^\w\s])|[*`_]|\[([^\]]*)\]\([^)]*\)")
_FENCED: Final = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)


def settle_fragments(text: str, tell: Tell) -> str:
    """Return Markdown whose links into itself lead to headings that are there; of others the words stay."""
    if not _INTO_ITSELF.search(text):
        return text
    names = {slug(_MARKS.sub(lambda match: match.group(1) or "", words)) for words in _HEADING.findall(text)}

    def unknown(name: str) -> None:
        tell("work", "fragment", _("a link led to the place “%(name)s” in the text, which is not known; its words stay",
                                   name=name))  # fmt: skip

    def settle(match: re.Match[str]) -> str:
        words, name = match.groups()
        near = slug(name) if slug(name) in names else slug(words)
        if near and near in names:
            return f"[{words}](#{near})"
        unknown(name)
        return words

    gone: set[str] = set()

    def define(match: re.Match[str]) -> str:
        label, name = match.groups()
        if slug(name) in names:
            return f"[{label}]: #{slug(name)}\n"
        gone.add(label.casefold())
        unknown(name)
        return ""

    def refer(match: re.Match[str]) -> str:
        words, label = match.groups()
        return words if (label or words).casefold() in gone else match.group(0)

    pieces = _FENCED.split(text)
    for place in range(0, len(pieces), 2):
        pieces[place] = _DEFINED.sub(define, _LOCAL.sub(settle, pieces[place]))
    if gone:
        pieces[::2] = [_REFERRED.sub(refer, piece) for piece in pieces[::2]]
    return "".join(pieces)
