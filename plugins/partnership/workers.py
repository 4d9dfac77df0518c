"""Work spread over the processors.

The same function over parts of a list, in forked processes that share what is in memory.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from partnership import timing

T = TypeVar("T")
R = TypeVar("R")

_work: Callable[[int], object] | None = None


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def spread(work: Callable[[Sequence[T]], list[R]], items: Sequence[T], *, least: int) -> list[R]:
    """Return ``work(part)`` over parts of ``items``, joined in order: one result for each item.

    With fewer than ``least`` items, one processor, or no fork, everything is done here.  Results and exceptions
    travel by pickle.
    """
    count = processors()
    if len(items) < least or count < 2 or not sys.platform.startswith("linux"):
        return work(items)
    # Imported only for large jobs: a small build does not pay for it.
    import gc
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    global _work
    # Small parts even out; each is a pickle of its own, so not too small.
    size = max(1, min(200, len(items) // (count * 4) + 1))
    starts = range(0, len(items), size)
    _work = lambda start: work(items[start : start + size])  # noqa: E731 - inherited by the forked processes
    gc.freeze()
    try:
        with ProcessPoolExecutor(count, mp_context=get_context("fork")) as pool:
            found: list[R] = []
            for part in pool.map(_at, starts):
                found.extend(part)  # type: ignore[arg-type]
                timing.advance(len(found), len(items))
            return found
    finally:
        gc.unfreeze()
        _work = None


def _at(start: int) -> object:
    assert _work is not None
    return _work(start)
