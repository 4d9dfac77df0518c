"""Whole processes, measured from outside: wall and processor seconds, memory, files written."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.problems import UserError
from partnership_bench.watching import Family, MemoryWatcher

TOLD_LINES: Final = 12
"""So many last lines of what a failed command wrote are shown."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, processor seconds with ended children, peak memory in MB.

    ``peak`` is the largest resident size of one process, or, where memory was watched, the largest sum over all
    processes, with shared pages counted once.
    """

    wall: float
    processor: float
    peak: float


def measure(
    command: Sequence[str], folder: Path, environment: dict[str, str] | None = None, *, watch_memory: bool = False
) -> Run:
    """Run a command to its end and return what it took; raise :class:`UserError` when it fails.

    ``watch_memory`` sums memory over processes, which costs the command some time.  Whatever stops the measuring, a
    key pressed for one, also ends the command and all that it started.
    """
    # Bytecode is kept, as on an editor's machine, whatever this shell says.
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as words:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings | (environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        family = Family(process.pid)
        watcher = MemoryWatcher(family) if watch_memory else None
        try:
            _pid, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        except BaseException:
            family.kill()
            process.wait()
            raise
        finally:
            peak = watcher.end() if watcher else 0.0
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            words.seek(0)
            raise UserError(_failure(command, process.returncode, words.read().decode("utf-8", "replace")))
    return Run(wall, used.ru_utime + used.ru_stime, peak if watcher else used.ru_maxrss / 1024)


def _failure(command: Sequence[str], status: int, words: str) -> str:
    """Return why a command failed: its exit status, or minus the signal that ended it, and its last words."""
    told = _(
        "The measured command failed with status %(status)d: %(command)s", status=status, command=" ".join(command)
    )
    return "\n".join([told, *words.strip().splitlines()[-TOLD_LINES:]])


def middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure, the largest of sizes."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        max(run.peak for run in runs),
    )


def files_written(output: Path, since_ns: int) -> int:
    """Return how many files of a folder were written or moved there since a time in nanoseconds.

    A file written into a folder that then takes the output's place as a whole counts, as it was written since.
    """
    return sum(
        os.stat(os.path.join(folder, name)).st_ctime_ns >= since_ns
        for folder, _folders, names in os.walk(output)
        for name in names
    )
