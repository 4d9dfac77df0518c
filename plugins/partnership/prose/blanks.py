"""Blanks of word processors where Markdown knows the plain space alone: around marks, in empty lines, beside cells.

A no-break space, put there by the keyboard or a copied page, looks like any other; with it a list would stay text, and
a row of a table lose its last cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from partnership.locales.blanks import SPACES

_ANY: Final = re.compile(f"[{SPACES}]")
_BLANK: Final = f"[ {SPACES}]"
_MARK: Final = rf"(?:[-*+•‣◦▪●○∙·⁃–—−]|#{{1,6}}|[0-9]{{1,9}}[.)]|[a-zA-Z]\))(?={_BLANK}+[^\s])"
_LEAD: Final = re.compile(rf"{_BLANK}+(?=\Z|[|#>]|`{{3}}|~{{3}}|{_MARK})")
_AFTER_MARK: Final = re.compile(rf"[ ]*{_MARK}({_BLANK}+)")
_DELIMITERS: Final = frozenset(f" {SPACES}|:-")


def plain_blanks(lines: Sequence[str]) -> list[str]:
    """Return ``lines`` with plain spaces wherever Markdown takes a blank for a sign of structure.

    Every character keeps its place, so that columns stay true, but for blanks in empty lines and behind cells, which
    go. Blanks between words stay as they are.
    """
    return [_plain(line) if _ANY.search(line) else line for line in lines]


def _plain(line: str) -> str:
    if "|" in line:
        end = len(line.rstrip(f" {SPACES}"))
        if _ANY.search(line, end):
            line = line[:end]
        if "-" in line and _DELIMITERS.issuperset(line):
            return _ANY.sub(" ", line)
    if lead := _LEAD.match(line):
        line = " " * lead.end() + line[lead.end() :]
        if not line.strip(" "):
            return ""
    if after := _AFTER_MARK.match(line):
        line = line[: after.start(1)] + " " * len(after.group(1)) + line[after.end(1) :]
    return line
