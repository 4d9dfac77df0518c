"""Links to places inside a text: kept where a heading of that name is there, else told and undone."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.locales.slugs import slug
from partnership.site_import.items import Tell

_HEADING: Final = re.compile(r"^#{2,6} +(.+?)\s*$", re.MULTILINE)
_LOCAL: Final = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(<?#([^)\s>]*)>?\)")
_MARKS: Final = re.compile(r"\\(?=[^\w\s])|[*`_]|\[([^\]]*)\]\([^)]*\)")
_FENCED: Final = re.compile(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$)", re.MULTILINE | re.DOTALL)


def settle_fragments(text: str, tell: Tell) -> str:
    """Return Markdown whose links into itself lead to headings that are there; of others the words stay."""
    if "](#" not in text and "](<#" not in text:
        return text
    names = {slug(_MARKS.sub(lambda match: match.group(1) or "", words)) for words in _HEADING.findall(text)}

    def settle(match: re.Match[str]) -> str:
        words, name = match.groups()
        near = slug(name) if slug(name) in names else slug(words)
        if near and near in names:
            return f"[{words}](#{near})"
        tell("work", "fragment", _("a link led to the place “%(name)s” in the text, which is not known; its words stay",
                                   name=name))  # fmt: skip
        return words

    pieces = _FENCED.split(text)
    return "".join(piece if place % 2 else _LOCAL.sub(settle, piece) for place, piece in enumerate(pieces))
