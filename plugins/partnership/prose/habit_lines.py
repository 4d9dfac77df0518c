"""Lines of a text on their way to python-markdown: open items, words, and boxes of HTML with Markdown in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from partnership.prose.html_spans import HtmlSpans
from partnership.prose.limits import MAX_BLOCKS, NESTING, TooComplex
from partnership.prose.list_marks import HTML

STEP: Final = 4
"""Spaces by which python-markdown knows what belongs to an item."""

_VERBATIM: Final = ("script", "style", "pre", "textarea")
_DETAILS: Final = re.compile(r"<details\b[^<>]*>\s*(?:<summary\b[^<>]*>.*?</summary\s*>)?", re.IGNORECASE | re.DOTALL)
_SUMMARY_LINES: Final = 20
_HASHTAG: Final = re.compile(r"#(?=[^\s#])")
_LETTER: Final = re.compile(r"[a-zA-Z]\) ")
_AROUND_MARKDOWN: Final = frozenset(("details", "div", "section", "article", "aside", "main", "center"))
"""Elements in which Markdown may stand after an empty line, as on GitHub."""


Stash = Callable[[str], str]
"""Takes finished HTML, returns the placeholder to write in its stead."""

Fenced = Callable[[list[str]], str | None]
"""Takes the lines of fenced code, returns the placeholder of its HTML, or None when they are none."""


class OpenItem:
    """An open list item: the columns of its mark and of its content, and the kind of its list."""

    __slots__ = ("content", "kind", "mark")

    def __init__(self, mark: int, content: int, kind: str) -> None:
        self.mark = mark
        self.content = content
        self.kind = kind


class HabitLines:
    """What is known at a line of one text, or of what stands in one quote of it, and what was written so far."""

    def __init__(self, lines: list[str], stash: Stash, fenced: Fenced, depth: int = 0) -> None:
        """Prepare to read ``lines``, tabs expanded; ``stash`` and ``fenced`` take what is finished."""
        if depth > NESTING:
            raise TooComplex
        self._lines = lines
        self._stash = stash
        self._fenced = fenced
        self._depth = depth
        self._out: list[str] = []
        self._items: list[OpenItem] = []
        self._text = False  # the line above is text that goes on
        self._loose = False  # that text began after an empty line inside an item
        self._gaps = 0
        self._open_fences = 0
        self._no_fence: dict[str, int] = {}
        self._spans = HtmlSpans(list(lines))
        self._around: dict[str, int] = {}  # how many elements of a name are open around Markdown
        self._around_ends: list[int] = []  # and in which lines they end

    def _words(self, number: int, text: str) -> None:
        """Write a line of text where it belongs to the item, or as it is."""
        level = len(self._items)
        if not level:
            lead = " " * (len(self._lines[number]) - len(text))
        else:
            lead = " " * (STEP * (level if self._loose else level - 1))
        self._out.append(lead + self._plain(number, text))
        self._text = True

    def _plain(self, number: int, line: str) -> str:
        """Return a line of text in which nothing means more than on GitHub.

        A number sign without a space is no heading, a letter with a parenthesis no list, and a backslash at the end
        breaks the line.
        """
        if _HASHTAG.match(line):
            line = "\\" + line
        elif _LETTER.match(line):
            line = f"{line[0]}\\{line[1:]}"
        if not line.endswith("\\") or number + 1 >= len(self._lines) or not self._lines[number + 1].strip():
            return line
        marks = len(line) - len(line.rstrip("\\"))
        return line[:-1] + "  " if marks & 1 else line

    # HTML

    def _html(self, number: int, depth: int, text: str) -> int:
        """Write a block of HTML as it is; what stands in ``<details>`` or after an empty line in a box is Markdown."""
        if self._items:
            self._gap()
        del self._items[depth:]
        found = HTML.match(text)
        name = (found.group(1) or "").lower() if found else ""
        closes = text.startswith("</")
        if closes and self._around.get(name):
            return self._end_around(number, name)
        self._text = False
        if not closes and name in _AROUND_MARKDOWN and (after := self._begin_around(number, name)) is not None:
            return after
        end = self._spans.end(name, number) if name or text.startswith("<!--") else number
        if end is None or (self._around_ends and end > self._around_ends[-1] and name not in _VERBATIM):
            # What never ends, or not in the box in which it begins, is HTML up to the next empty line.
            end = number
            while end + 1 < len(self._lines) and self._lines[end + 1].strip():
                end += 1
        self._out += self._lines[number : end + 1]
        return end + 1

    def _begin_around(self, number: int, name: str) -> int | None:
        """Write the beginning of an element around Markdown; None where its content is HTML."""
        end = self._spans.end(name, number)
        if end is None:
            return None
        lines = self._lines
        if name == "details":
            start = "\n".join(lines[number : number + _SUMMARY_LINES]).lstrip(" ")
            found = _DETAILS.match(start)
            if found is None:
                return None
            block = found.group().rstrip()
            last = number + found.group().rstrip().count("\n")
            rest = start[len(block) :].split("\n", 1)[0]
        else:
            last = number
            while last + 1 < len(lines) and lines[last + 1].strip():
                last += 1
            block, rest = "\n".join(lines[number : last + 1]).strip(), ""
            if f"</{name}" in block.lower():
                return None
        self._around[name] = self._around.get(name, 0) + 1
        self._around_ends.append(end)
        self._gap()
        self._out += (self._stash(block), "")
        if rest.strip():
            lines[last] = rest
            return last
        return last + 1

    def _end_around(self, number: int, name: str) -> int:
        """Write the end of an element around Markdown, the words before and after it as lines of their own."""
        before, tag, rest = re.split(rf"(?i)(</{name}\s*>?)", self._lines[number], maxsplit=1)
        if before.strip():
            self._words(number, before.strip(" "))
        del self._items[:]
        self._gap()
        self._out += (self._stash(tag), "")
        self._text = False
        self._around[name] -= 1
        self._around_ends.pop()
        self._lines[number] = rest
        return number if rest.strip() else number + 1

    def _gap(self) -> None:
        """Write an empty line if there is none."""
        if self._out and self._out[-1]:
            self._out.append("")
            self._gaps += 1
            if self._gaps > MAX_BLOCKS:
                raise TooComplex
