"""Places: where in the source stands what was found in the HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from partnership.patterns import pattern

_CODE: Final = pattern(
    r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[^\n]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_NOT_BREAK: Final = pattern(r"[^\n]")
_TITLE: Final = pattern(r"^[ >*+\d.)-]*(#)(?=[ \t]|$)|^[ ]{0,3}(\S)[^\n]*\n[ ]{0,3}=+[ ]*$", re.MULTILINE)
_MAX_SOUGHT: Final = 2000
_MAX_TICKS: Final = 2000


class SourcePlaces:
    """Finds things in one source; code is not searched."""

    def __init__(self, source: str) -> None:
        """Search ``source``, as the editor wrote it."""
        self._source = source
        self._searched: str | None = None
        self._cursors: dict[str, int] = {}
        self._breaks: list[int] | None = None
        self._last = 0
        self._after_title = 0

    def find(self, sought: str, before: str = "") -> tuple[int, int]:
        """Return line and column (1-based) of the next ``sought``, whatever its case; 1:1 when it is not to be found.

        Each call for the same thing gives its next occurrence.  Where ``before`` is given ("(" before a link's target),
        an occurrence after it is preferred.
        """
        if self._searched is None:
            self._searched = _searchable(self._source)
        wanted = sought.lower()
        if not wanted:
            return 1, 1
        place = self._next(before + wanted)
        if place >= 0:
            place += len(before)
        elif before:
            place = self._next(wanted)
        return self._line_and_column(place) if place >= 0 else (1, 1)

    def next_title(self) -> tuple[int, int]:
        """Return line and column of the next heading of the first level, with ``#`` or underlined; 1:1 without one."""
        if self._searched is None:
            self._searched = _searchable(self._source)
        found = _TITLE.search(self._searched, self._after_title)
        if found is None:
            return 1, 1
        self._after_title = found.end()
        return self._line_and_column(found.start(1) if found.group(1) else found.start(2))

    def _next(self, wanted: str) -> int:
        assert self._searched is not None
        start = self._cursors.get(wanted)
        if start is None:
            # A text with thousands of different targets has them in order, or their places are not worth the search.
            start = 0 if len(self._cursors) < _MAX_SOUGHT else self._last
        place = self._searched.find(wanted, start)
        if place >= 0:
            self._last = place
        self._cursors[wanted] = place + len(wanted) if place >= 0 else len(self._searched)
        return place

    def _line_and_column(self, place: int) -> tuple[int, int]:
        if self._breaks is None:
            self._breaks = [match.start() for match in re.finditer("\n", self._source)]
        line = bisect_right(self._breaks, place - 1)
        return line + 1, place - (self._breaks[line - 1] + 1 if line else 0) + 1


def _searchable(source: str) -> str:
    """Return ``source`` in small letters with its code blotted out, every place kept."""
    masked = source
    if "~~~" in source or 0 < source.count("`") < _MAX_TICKS:
        masked = _CODE.sub(lambda match: _NOT_BREAK.sub("\0", match.group()), source)
    lowered = masked.lower()
    # A few exotic letters grow when lowered, and would move every place after them.
    return lowered if len(lowered) == len(masked) else masked
