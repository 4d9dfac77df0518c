"""Whole processes, measured from outside: wall and processor seconds, and the peak of the largest process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from partnership.language import _
from partnership.problems import UserError


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, processor seconds with ended children, largest resident size in MB."""

    wall: float
    processor: float
    peak: float


def measure(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end and return what it took; raise :class:`UserError` when it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=os.environ | (environment or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _pid, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise UserError(_("The measured command failed: %(command)s", command=" ".join(command)))
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        max(run.peak for run in runs),
    )
