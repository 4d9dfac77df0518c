"""What a build did."""

from __future__ import annotations

import msgspec

from partnership.problems import ProblemList


class Built(msgspec.Struct):
    """Numbers for the last line, the warnings, and why each file was made or deleted (path → reason).

    ``files`` is how many files the site has; 0 when nothing at all changed since the last build.

    ``sources`` maps addresses to files as previews show them; it is empty when nothing changed.
    """

    pages: int = 0
    rendered: int = 0
    written: int = 0
    problems: ProblemList = msgspec.field(default_factory=ProblemList)
    reasons: dict[str, str] = msgspec.field(default_factory=dict)
    sources: dict[str, str] = msgspec.field(default_factory=dict)
    files: int = 0
