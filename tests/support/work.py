"""Work counted in calls, which are the same on every machine however busy it is."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls_of(run: Callable[[], object]) -> int:
    """Return how many functions, of Python and of C, were called while ``run`` ran.

    What loops inside one call of C, a regular expression above all, is not counted: that it ends at all is what the
    limit of time of the whole suite is for.
    """
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count
