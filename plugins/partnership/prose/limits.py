"""Limits: text that would keep the converter busy for minutes, or overflow its stack, is refused with a clear reason.

Three guards.  ``check_counts`` counts what makes an element of its own, before anything is read.  ``check_shape`` looks
at the source for what the Markdown library could not bear: markers nested dozens deep, thousands of brackets or fences
that never close.  A ``Budget`` counts the steps of what its own loops do.  Work is counted, not timed, so that the same
text gives the same answer on any machine.
"""

from __future__ import annotations

import re
from typing import Final

from partnership.patterns import pattern

MAX_BYTES: Final = 1 << 20
"""The longest text that is converted: 1 MiB, as the contract allows a Markdown file."""

WORK: Final = 1_000_000
"""How many steps one text may cost, a step being a microsecond or two.  A megabyte of prose costs some 30,000."""

EMPHASIS_STEPS: Final = 6
"""What an asterisk or underscore costs that may begin or end an emphasis."""

NESTING: Final = 40
"""How deep quotes and lists may stand in one another."""

_TANGLE: Final = 300_000_000
"""How many characters may be searched for the ends of things that do not end: their number times the text's length."""

_MARKER: Final = r"(?:>|[-*+:][ ]|\d{1,9}\.[ ])"
_NESTED: Final = pattern(rf"(?!(?:[ ]*[-*_])+[ ]*$)(?:[ ]*{_MARKER}){{{NESTING}}}|[ ]{{{4 * NESTING},}}{_MARKER}")
_FIRST_MARKS: Final = frozenset(" \t>-*+:0123456789")
_OPEN_TAG: Final = pattern(r"<[^<>]*(?=<|\Z)")
MAX_OPEN_FENCES: Final = 200
"""Fences of one text that never close: each is looked for to the end."""
_MAX_TICKS: Final = 2000
MAX_BLOCKS: Final = 40_000
"""Paragraphs, tags, breaks, headings and addresses of one text: each is an element that is walked a dozen times."""
MAX_MARKED: Final = 40_000
"""Lines of one text that are items, at whatever depth, quotes or rows: 1 MiB by hand has not a tenth of that."""
MAX_CELLS: Final = 100_000
"""Cells of tables, and ampersands, of one text: each is looked at alone."""
_MARKED: Final = pattern(r"^[ \t]*(?:[>|]|(?:[-+*•–—]|[0-9]{1,9}[.)]|[a-zA-Z]\))[ \t])", re.MULTILINE)
_MAX_ABBREVIATIONS: Final = 500
_MAX_FOOTNOTE_MARKS: Final = 3000

_TAG: Final = pattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID: Final = frozenset(("br", "hr", "img", "wbr", "input", "meta", "link", "area", "base", "col", "embed", "source"))
_MAX_OPEN: Final = 500
_MAX_ENTITIES: Final = 300_000


class TooComplex(Exception):
    """The text is nested or tangled beyond what anyone writes by hand; ``line`` (1-based) is where it shows."""

    def __init__(self, line: int = 1) -> None:
        super().__init__(line)
        self.line = line


class Budget:
    """Counts the steps of one conversion and stops it when they are spent."""

    __slots__ = ("_left", "length")

    def __init__(self) -> None:
        self._left = WORK
        self.length = 0

    def renew(self, length: int = 0) -> None:
        """Begin a new text of ``length`` characters."""
        self._left = WORK
        self.length = length

    def spend(self, steps: int) -> None:
        """Take ``steps`` away; raise ``TooComplex`` when nothing is left."""
        self._left -= steps
        if self._left < 0:
            raise TooComplex


def check_shape(source: str) -> None:
    """Raise ``TooComplex`` when ``source`` has a shape that the Markdown library does not get through in time."""
    for number, line in enumerate(source.split("\n"), 1):
        if len(line) >= NESTING and line[0] in _FIRST_MARKS and _NESTED.match(line.expandtabs(4)):
            raise TooComplex(number)
    if source.count("<") > 500:
        open_tags = list(_OPEN_TAG.finditer(source))
        if len(open_tags) * len(source) > _TANGLE:
            raise TooComplex(_line(source, open_tags[0].start()))
    for mark, limit in (("*[", _MAX_ABBREVIATIONS), ("[^", _MAX_FOOTNOTE_MARKS)):
        if source.count(mark) > limit:
            raise TooComplex(_line(source, source.index(mark)))
    if source.count("`") > _MAX_TICKS:
        for number, line in enumerate(source.split("\n"), 1):
            # A table's row is split at every backtick, and each is looked for among all the others.
            if "|" in line and line.count("`") > _MAX_TICKS:
                raise TooComplex(number)


def check_counts(source: str) -> None:
    """Raise ``TooComplex`` at the block, marked line, cell or tag that is one too many."""
    if len(source) < MAX_BLOCKS:
        return
    blocks = dict.fromkeys(
        ("\n\n", "<", "  \n", "\\\n", "\n#", "\n:", "\n```", "\n~~~", "@", "://", "www."), MAX_BLOCKS
    )
    for mark, limit in (blocks | dict.fromkeys("|&", MAX_CELLS)).items():
        if source.count(mark) > limit:
            place = -1
            for _number in range(limit + 1):
                place = source.index(mark, place + 1)
            raise TooComplex(_line(source, place))
    for number, found in enumerate(_MARKED.finditer(source)):
        if number == MAX_MARKED:
            raise TooComplex(_line(source, found.start()))


def check_html(html: str, *, raw: bool) -> None:
    """Raise ``TooComplex`` when sanitising would take minutes: hundreds of open elements, a text of entities."""
    if html.count("&") > _MAX_ENTITIES:
        raise TooComplex
    if not raw:
        return
    depth = 0
    for closing, name in _TAG.findall(html):
        if closing:
            depth -= 1
        elif name.lower() not in _VOID:
            depth += 1
            if depth > _MAX_OPEN:
                raise TooComplex


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1
