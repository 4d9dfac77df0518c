"""Where the elements that begin in a text end: tags of the same name matched in pairs, in one look at the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|\Z)")


class HtmlSpans:
    """Lines in which elements and comments end, for the lines of one text; looked up when first asked for."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._ends: dict[str, dict[int, int]] | None = None
        self._comments: list[int] = []

    def end(self, name: str, number: int) -> int | None:
        """Return the line in which the first element ``name`` that begins in line ``number`` ends; None when none does.

        ``name`` is in small letters; "" stands for a comment.
        """
        if self._ends is None:
            self._ends = self._matched()
        if not name:
            at = bisect_left(self._comments, number)
            return self._comments[at] if at < len(self._comments) else None
        return self._ends.get(name, {}).get(number)

    def _matched(self) -> dict[str, dict[int, int]]:
        ends: dict[str, dict[int, int]] = {}
        opened: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines):
            if "<" in line:
                for closing, written in _TAG.findall(line):
                    name = written.lower()
                    if not closing:
                        opened.setdefault(name, []).append(number)
                    elif opened.get(name):
                        ends.setdefault(name, {})[opened[name].pop()] = number
            if "-->" in line:
                self._comments.append(number)
        return ends
