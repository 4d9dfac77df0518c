"""Marks of list items as editors write them, and which lines begin a block of another kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

# One look tells that a line begins with none of these marks: most lines are text.
_MAY_BE_MARK: Final = re.compile(r"[-*+0-9•‣◦▪●○∙·⁃–—−]|[a-zA-Z]\)")
_BULLET: Final = re.compile(r"([-*+])( +)(?=\S)")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])( +)(?=\S)", re.ASCII)
_LETTER: Final = re.compile(r"([a-zA-Z])\)( +)(?=\S)")
_SIGN: Final = re.compile(r"([•‣◦▪●○∙·⁃])[ \u00a0]*(?=[^\s•‣◦▪●○∙·⁃])")
_DASH: Final = re.compile(r"([–—−])[ \u00a0]+(?=\S)")

FENCE: Final = re.compile(r"(`{3,}|~{3,})([^`]*)\Z")
RULE: Final = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})\Z")
HEADING: Final = re.compile(r"#{1,6}(?: |\Z)")
HTML: Final = re.compile(r"<(?:!--|[?!]|/?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|\Z))")
DELIMITERS: Final = re.compile(r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*\Z")

_NAMES: Final = """
    address article aside blockquote body canvas center dd details dialog div dl dt fieldset figcaption figure footer
    form frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noscript object ol
    optgroup option p param pre script section source style summary table tbody td template textarea tfoot th thead
    title tr track ul video
"""
BLOCK_TAGS: Final = frozenset(_NAMES.split())
"""Elements whose tags begin a block at the beginning of a line."""

_LOOK_AHEAD: Final = 40
"""Lines in which the second item of a list is looked for."""


ORDERED: Final = frozenset((".", ")", "a", "A"))
"""Kinds of marks that count."""


class ListMark(msgspec.Struct, frozen=True):
    """The mark of a list item: its kind, as it is written for the converter, its width with spaces, and its number.

    Kinds: ``.`` and ``)`` for numbers, ``a`` and ``A`` for letters; a bullet is its own kind, all signs of word
    processors are ``•`` and all dashes ``–``.
    """

    kind: str
    written: str
    width: int
    number: int = 0

    @property
    def ordered(self) -> bool:
        """Whether the mark counts."""
        return self.kind in ORDERED


def mark_of(text: str) -> ListMark | None:
    """Return the mark with which ``text``, a line without its indent, begins; None when it begins with none."""
    if not _MAY_BE_MARK.match(text):
        return None
    if found := _BULLET.match(text):
        return ListMark(found.group(1), found.group(1), _width(found, 2))
    if found := _NUMBER.match(text):
        return ListMark(found.group(2), found.group(1) + found.group(2), _width(found, 3), int(found.group(1)))
    if found := _LETTER.match(text):
        letter = found.group(1)
        kind = "a" if letter.islower() else "A"
        return ListMark(kind, f"{letter})", _width(found, 2), ord(letter) - ord(kind) + 1)
    if found := _SIGN.match(text):
        return ListMark("•", "-", found.end())
    if found := _DASH.match(text):
        return ListMark("–", "-", found.end())
    return None


def _width(found: re.Match[str], spaces: int) -> int:
    """Return the width of a mark: five spaces and more belong to code in the item, but for one."""
    return found.end() if len(found.group(spaces)) <= 4 else found.start(spaces) + 1


def begins_list(mark: ListMark, *, under_text: bool, lines: Sequence[str], number: int) -> bool:
    """Tell whether a mark begins a list where none is: line ``number`` of ``lines``, under text or after a gap.

    As on GitHub a bullet does, and under text a number only if it is 1.  A letter and a dash begin sentences, too: they
    make a list where a second item follows, or under a colon.
    """
    if mark.kind in (".", ")"):
        return not under_text or mark.number == 1
    if mark.kind in ("a", "A"):
        return mark.number == 1 and (_under_colon(lines, number) or _second(r"[bB]\)[ ]", lines, number))
    if mark.kind == "–":
        return _under_colon(lines, number) or _second("[–—−][ \u00a0]", lines, number, gaps=False)
    return True


def _under_colon(lines: Sequence[str], number: int) -> bool:
    above = next((lines[at] for at in range(number - 1, max(number - 4, -1), -1) if lines[at].strip()), "")
    return above.rstrip(" *_").endswith(":")


def _second(pattern: str, lines: Sequence[str], number: int, *, gaps: bool = True) -> bool:
    compiled = re.compile(rf"[ ]*{pattern}")
    for line in lines[number + 1 : number + _LOOK_AHEAD]:
        if compiled.match(line):
            return True
        if not gaps and not line.strip():
            return False
    return False


def begins_block(text: str) -> bool:
    """Tell whether ``text``, a line without its indent, ends a paragraph: a fence, a quote, a heading, a rule, HTML."""
    first = text[:1]
    if first == ">":
        return True
    if first in "`~":
        return FENCE.match(text) is not None
    if first == "#":
        return HEADING.match(text) is not None
    if first in "*-_":
        return RULE.match(text) is not None
    return first == "<" and is_html(text)


def is_html(text: str) -> bool:
    """Tell whether a line begins a block of HTML."""
    found = HTML.match(text)
    return found is not None and (found.group(1) is None or found.group(1).lower() in BLOCK_TAGS)


def is_table(head: str, delimiters: str) -> bool:
    """Tell whether two lines are the head of a table and its line of hyphens, of as many cells."""
    if "|" not in head or "-" not in delimiters or not DELIMITERS.match(delimiters.strip()):
        return False
    return cells_of(head) == cells_of(delimiters) and ("|" in delimiters or cells_of(head) == 1)


def cells_of(row: str) -> int:
    """Return the number of cells of a table's row."""
    row = row.strip()
    bars = row.count("|") - row.count("\\|")
    return bars + 1 - row.startswith("|") - (row.endswith("|") and not row.endswith("\\|") and len(row) > 1)
