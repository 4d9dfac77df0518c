"""Where the time of a task goes, and how far it is: steps by name, told to whoever asked.

Nothing is measured unless somebody does ask (:func:`recording`).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import msgspec

Tell = Callable[[str, int, int], None]
"""Takes the name of a step, how many of its parts are done, and how many there are."""


class Timing(msgspec.Struct):
    """Seconds by the clock of each step, in the order in which they began; ``tell`` hears of progress."""

    tell: Tell | None = None
    seconds: dict[str, float] = msgspec.field(default_factory=dict)
    now: str = ""


_current: Timing | None = None


@contextmanager
def recording(tell: Tell | None = None) -> Iterator[Timing]:
    """Record the steps of what is done inside."""
    global _current
    before, _current = _current, Timing(tell)
    try:
        yield _current
    finally:
        _current = before


@contextmanager
def step(name: str) -> Iterator[None]:
    """Count the time of what is done inside to a step; steps do not lie within each other."""
    timing = _current
    if timing is None:
        yield
        return
    timing.now = name
    started = time.perf_counter()
    try:
        yield
    finally:
        timing.seconds[name] = timing.seconds.get(name, 0.0) + time.perf_counter() - started


def advance(done: int, total: int) -> None:
    """Tell how far the present step is."""
    if _current is not None and _current.tell is not None:
        _current.tell(_current.now, done, total)
