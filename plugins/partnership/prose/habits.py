"""Markdown as editors write it by habit, made into what python-markdown understands, line by line.

GitHub's preview, word processors and Polish acts taught people forms that python-markdown reads as running text: lists
right under a line, items nested by two or three spaces, ``1)``, ``a)``, ``•`` and ``–``, tables right under text,
paragraphs and code in a step, Markdown in ``<details>``.  One pass over the lines keeps account of the open list
items, as CommonMark does, and writes each line where python-markdown wants it: four spaces a level, empty lines between
blocks.  A text without habits stays as it is.  The work is linear in the number of lines.
"""

from __future__ import annotations

import re
from typing import Final

from partnership.prose.habit_lines import STEP, HabitLines, OpenItem
from partnership.prose.limits import MAX_OPEN_FENCES, NESTING, TooComplex
from partnership.prose.list_marks import FENCE, ORDERED, RULE, ListMark, begins_block, begins_list, is_table, mark_of

_TASK: Final = re.compile(r"\[([ xX])\] +(?=\S)")


class Habits(HabitLines):
    """One pass over one text, or over what stands in one quote of it."""

    def run(self) -> list[str]:
        """Return the lines as python-markdown is to read them."""
        number, lines = 0, self._lines
        while number < len(lines):
            line = lines[number]
            text = line.lstrip(" ")
            if not text:
                self._out.append("")
                self._text = False
                number += 1
                continue
            number = self._line(number, len(line) - len(text), text)
        return self._out

    def _line(self, number: int, indent: int, text: str) -> int:
        """Write the line ``number``, and those that belong to its block; return the number of the next."""
        items = self._items
        depth = 0
        while depth < len(items) and items[depth].content <= indent:
            depth += 1
        mark = mark_of(text) if not RULE.match(text) else None
        if mark is not None:
            # Two spaces under a number mean an item of a list inside, though CommonMark wants three.
            while depth < len(items) and items[depth].kind in ORDERED and indent >= items[depth].mark + 2:
                depth += 1
        base = items[depth - 1].content if depth else 0
        shift = indent - base
        if shift >= STEP:
            if not self._text:
                return self._code(number, depth, indent, text)
            mark = None
        elif mark is not None and not self._is_item(mark, depth, number):
            mark = None
        if mark is not None:
            return self._item(number, depth, indent, text, mark)
        if shift < STEP and (made := self._block(number, depth, indent, text)) is not None:
            return made
        if not self._text:
            del items[depth:]
            self._loose = bool(items)
        self._words(number, text)
        return number + 1

    # Lists

    def _is_item(self, mark: ListMark, depth: int, number: int) -> bool:
        items = self._items
        if depth < len(items) and items[depth].kind == mark.kind:
            return True
        return begins_list(mark, under_text=self._text, lines=self._lines, number=number)

    def _item(self, number: int, depth: int, indent: int, text: str, mark: ListMark) -> int:
        items = self._items
        before = items[depth].kind if depth < len(items) else ""
        del items[depth:]
        if before and before != mark.kind:
            self._gap()
            if not mark.ordered and before not in ORDERED:
                # Two lists of bullets would become one: something must stand between them.
                self._out += (" " * (STEP * depth) + self._stash("<!-- -->"), "")
        elif self._text and (self._loose or (not before and not depth)):
            self._gap()
        lead = " " * (STEP * depth) + mark.written + " "
        items.append(OpenItem(indent, indent + mark.width, mark.kind))
        rest = text[mark.width :].lstrip(" ")
        indent += mark.width
        while (inner := mark_of(rest)) is not None and not RULE.match(rest):
            if inner.kind in "–aA" or len(items) > NESTING:
                break
            lead += f"{inner.written} "
            items.append(OpenItem(indent, indent + inner.width, inner.kind))
            indent += inner.width
            rest = rest[inner.width :].lstrip(" ")
        self._text, self._loose = True, False
        fence = FENCE.match(rest)
        if fence is not None and (end := self._fence_end(number, fence)) is not None:
            placeholder = self._fenced([rest, *self._dedented(number + 1, end, indent)])
            if placeholder is not None:
                self._out.append(lead + placeholder)
                self._text = False
                return end + 1
        if not mark.ordered and (task := _TASK.match(rest)):
            rest = ("☑ " if task.group(1) in "xX" else "☐ ") + rest[task.end() :]
        self._out.append(lead + self._plain(number, rest))
        return number + 1

    # Blocks

    def _block(self, number: int, depth: int, indent: int, text: str) -> int | None:
        """Write a block that is neither list nor text; None when the line is text."""
        lines = self._lines
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if "|" in text and is_table(text, following):
            return self._table(number, depth)
        if not begins_block(text):
            # The end of a box of Markdown may stand behind the last words in it.
            inside = self._around.get("details") and "</details" in text.lower()
            return self._end_around(number, "details") if inside else None
        if text[0] == "-" and self._text and depth == len(self._items):
            return None  # the underline of a heading
        if fence := FENCE.match(text):
            return self._fence(number, depth, indent, text, fence)
        if text[0] == ">":
            return self._quote(number, depth, indent)
        if text[0] == "<":
            return self._html(number, depth, text)
        was_open = bool(self._items)
        del self._items[depth:]
        if was_open:
            self._gap()
        self._out.append(" " * (STEP * depth) + text if depth or text[0] == "#" else lines[number])
        if depth:
            self._gap()
        self._text = False
        return number + 1

    def _code(self, number: int, depth: int, indent: int, text: str) -> int:
        del self._items[depth:]
        base = self._items[-1].content if self._items else 0
        written = indent if indent >= STEP * (depth + 1) else STEP * depth + indent - base
        self._out.append(" " * written + text)
        return number + 1

    def _table(self, number: int, depth: int) -> int:
        lines = self._lines
        if self._text or len(self._items) > depth:
            self._gap()
        del self._items[depth:]
        first = number
        while number < len(lines) and (row := lines[number]).strip():
            if number > first + 1 and (begins_block(text := row.lstrip(" ")) or ("|" not in text and mark_of(text))):
                self._gap()
                break
            self._out.append(" " * (STEP * depth) + row.lstrip(" "))
            number += 1
        self._text = False
        return number

    def _fence(self, number: int, depth: int, indent: int, text: str, fence: re.Match[str]) -> int | None:
        end = self._fence_end(number, fence)
        if end is None:
            self._open_fences += 1
            if self._open_fences > MAX_OPEN_FENCES:
                raise TooComplex(number + 1 if not self._depth else 1)
            return None
        placeholder = self._fenced([text, *self._dedented(number + 1, end, indent)])
        if placeholder is None:
            return None
        del self._items[depth:]
        self._gap()
        self._out += (" " * (STEP * depth) + placeholder, "")
        self._text = False
        return end + 1

    def _fence_end(self, number: int, fence: re.Match[str]) -> int | None:
        """Return the number of the line that closes fenced code; None when none does."""
        sign, length = fence.group(1)[0], len(fence.group(1))
        if length >= self._no_fence.get(sign, 1 << 30):
            return None
        for place in range(number + 1, len(self._lines)):
            line = self._lines[place].strip(" ")
            if line and line[0] == sign and len(line) >= length and not line.strip(sign):
                return place
        self._no_fence[sign] = length
        return None

    def _dedented(self, start: int, end: int, indent: int) -> list[str]:
        """Return lines ``start`` to ``end`` without the indent of their block; the last closes a fence."""
        made = []
        for line in self._lines[start : end + 1]:
            spaces = len(line) - len(line.lstrip(" "))
            made.append(line[min(spaces, indent) :])
        made[-1] = made[-1].strip(" ")
        return made

    def _quote(self, number: int, depth: int, indent: int) -> int:
        lines = self._lines
        inner: list[str] = []
        while number < len(lines) and (text := lines[number].lstrip(" "))[:1] == ">":
            if len(lines[number]) - len(text) >= indent + STEP:
                break
            inner.append(text[2:] if text[1:2] == " " else text[1:])
            number += 1
        made = Habits(inner, self._stash, self._fenced, self._depth + 1).run()
        if self._items:
            self._gap()
        del self._items[depth:]
        lead = " " * (STEP * depth)
        self._out += [f"{lead}> {line}" if line else f"{lead}>" for line in made]
        self._text, self._loose = bool(inner[-1].strip()), depth > 0
        return number
