"""Processes that a test leaves behind: found and ended, so that none outlives it, whether it passed or failed."""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Set
from contextlib import suppress
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """Let a process whose parent ends become a child of this one, so that it can be found; only Linux knows how."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def children() -> frozenset[int]:
    """Return the ids of this process's children; none where the system does not list them."""
    found: list[str] = []
    for thread in Path("/proc/self/task").glob("*/children"):
        with suppress(OSError):
            found += thread.read_text(encoding="ascii").split()
    return frozenset(map(int, found))


def end_children(besides: Set[int]) -> list[str]:
    """Kill and await every child that is not among ``besides``, and what these leave; return the commands that ran."""
    running: list[str] = []
    while left := children() - besides:
        for process in left:
            command = _command(process)
            if command:
                running.append(command)
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(process, 0)
    return running


def _command(process: int) -> str:
    """Return a process's command line on one line; empty for one that has ended and only waits to be asked."""
    try:
        line = Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return ""
    return line.replace(b"\0", b" ").decode("utf-8", "replace").strip()
