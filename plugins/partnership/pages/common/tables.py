"""Tables of texts on a page: a wide one scrolls in its box, which therefore must be reached and named by keyboard."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import package_translator

_BOX: Final = '<div class="table-box">'
_PLACES: Final = re.compile(r"<h[2-6]\b[^>]*>(.*?)</h[2-6]>|" + _BOX, re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


def reachable_tables(html: str, lang: str) -> str:
    """Return a text whose tables can be scrolled by keyboard, each named after the heading above it."""
    if _BOX not in html:
        return html
    word = package_translator(lang).gettext("Table")
    heading = ""

    def box(match: re.Match[str]) -> str:
        nonlocal heading
        if match.group(1) is not None:
            heading = " ".join(_TAG.sub("", match.group(1)).split()).replace('"', "&quot;")
            return match.group(0)
        label = f"{word}: {heading}" if heading else word
        return f'<div class="table-box" role="group" tabindex="0" aria-label="{label}">'

    return _PLACES.sub(box, html)
