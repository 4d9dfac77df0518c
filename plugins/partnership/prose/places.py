"""Places: where in the source stands what was found in the HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

_CODE: Final = re.compile(
    r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[^\n]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
_NOT_BREAK: Final = re.compile(r"[^\n]")
_MAX_RESTARTS: Final = 200
_MAX_TICKS: Final = 2000


class Places:
    """Finds things in one source, in the order of the text; code is not searched."""

    def __init__(self, source: str) -> None:
        """Search ``source``, as the editor wrote it."""
        self._source = source
        self._searched: str | None = None
        self._cursors: dict[str, int] = {}
        self._breaks: list[int] | None = None
        self._restarts = 0

    def find(self, sought: str, kind: str = "") -> tuple[int, int]:
        """Return line and column (1-based) of the next ``sought``, whatever its case; 1:1 when it is not to be found.

        Things of one ``kind`` are expected in the order of the text.  One that is not ahead (a link defined at the end)
        is sought from the beginning, a limited number of times.
        """
        if self._searched is None:
            self._searched = _searchable(self._source)
        wanted = sought.lower()
        if not wanted:
            return 1, 1
        place = self._searched.find(wanted, self._cursors.get(kind, 0))
        if place >= 0:
            self._cursors[kind] = place + len(wanted)
        elif self._restarts < _MAX_RESTARTS:
            self._restarts += 1
            place = self._searched.find(wanted)
        return self._line_and_column(place) if place >= 0 else (1, 1)

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
