"""Regular expressions that are compiled when they are first used: a build needs few of those that its modules hold.

Compiling all of them would take longer than most modules do.
"""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """Return what :func:`re.compile` returns, compiled when something is first asked of it; re.error comes then."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """A regular expression; methods of the compiled one become its own, so that only the first call takes longer."""

    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, found)
        return found
