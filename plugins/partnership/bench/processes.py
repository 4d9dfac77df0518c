"""Whole processes, measured from outside: wall and processor seconds, memory, files written."""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from partnership.language import _
from partnership.problems import UserError

SAMPLE_SECONDS = 0.02
"""How often memory is looked at in a run that measures it."""


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

    ``watch_memory`` sums memory over processes, which costs the command some time.
    """
    # Bytecode is kept, as on an editor's machine, whatever this shell says.
    surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=surroundings | (environment or {}),
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
        watcher = _Watcher(process.pid) if watch_memory else None
        _pid, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watcher.end() if watcher else used.ru_maxrss / 1024
        errors.seek(0)
        last = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
    if process.returncode != 0:
        told = " ".join(command)
        raise UserError(_("The measured command failed: %(command)s", command=told) + f"\n{last}")
    return Run(wall, used.ru_utime + used.ru_stime, peak)


def middle(runs: Sequence[Run]) -> Run:
    """Return the median of each figure, the largest of sizes."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        max(run.peak for run in runs),
    )


def files_written(output: Path, since_ns: int) -> int:
    """Return how many files of a folder were written or moved there since a time in nanoseconds."""
    return sum(
        os.stat(os.path.join(folder, name)).st_ctime_ns >= since_ns
        for folder, _folders, names in os.walk(output)
        for name in names
    )


class _Watcher:
    """Sums the proportional memory of the processes of one session, again and again; Linux only."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """Stop and return the peak in MB."""
        self._ended.set()
        self._thread.join()
        return self._peak / 1024

    def _watch(self) -> None:
        while not self._ended.wait(SAMPLE_SECONDS):
            self._peak = max(self._peak, sum(map(_memory, self._processes())))

    def _processes(self) -> list[int]:
        found = []
        for name in os.listdir("/proc") if os.path.isdir("/proc") else ():
            if name.isdigit():
                with suppress(OSError):
                    if os.getsid(int(name)) == self._session:
                        found.append(int(name))
        return found


def _memory(process: int) -> int:
    """Return the proportional size of a process in kB; 0 when it has ended."""
    with suppress(OSError, ValueError, IndexError), open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
        return next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
    return 0
