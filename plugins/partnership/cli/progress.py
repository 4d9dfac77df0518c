"""A bar that tells how far a long task is: on a terminal only, on stderr, and only when it takes over a second."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Final, Self

import click

PATIENCE_SECONDS: Final = 1.0
"""So long a task may take without a word."""

WIDTH: Final = 30
"""Characters of the bar itself."""


def say(text: str) -> None:
    """Print a line on a step, on stderr."""
    click.echo(text, err=True)


class ProgressBar:
    """Draws one line over itself; leaving the ``with`` block wipes it away."""

    def __init__(self) -> None:
        self._stream = sys.stderr
        self._wanted = self._stream.isatty()
        self._started = time.perf_counter()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def tell(self, step: str, done: int, total: int) -> None:
        """Draw how far a step is."""
        if not self._wanted or time.perf_counter() - self._started < PATIENCE_SECONDS:
            return
        full = WIDTH * done // max(1, total)
        self._stream.write(f"\r\x1b[K{step} [{'#' * full}{'.' * (WIDTH - full)}] {done}/{total}")
        self._stream.flush()
        self._drawn = True
