"""Memory and the end of a command's processes, all of them: children in sessions of their own too; Linux only."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import suppress
from typing import Final

SAMPLE_SECONDS: Final = 0.02
"""How often memory is looked at, at most: looking takes a tenth of the time, never more."""


class Family:
    """The processes that one process started, and all of theirs.

    Told by their session, or by having a parent among them: then their session, too, belongs to the family from then
    on, so that one whose parent has ended is not lost.
    """

    def __init__(self, first: int) -> None:
        """Begin with the process ``first``, which leads a session of its own."""
        self._sessions = {first}

    def living(self) -> list[int]:
        """Return the ids of those that run now."""
        rows = [row for name in _listed() if name.isdigit() and (row := _parent_and_session(int(name)))]
        found: set[int] = set()
        grown = True
        while grown:
            members = {pid for pid, parent, session in rows if session in self._sessions or parent in found}
            self._sessions |= {session for pid, _parent, session in rows if pid in members}
            grown = members != found
            found = members
        return sorted(found)

    def kill(self) -> None:
        """End them all and wait until they are gone, a second at most."""
        for _attempt in range(50):
            living = self.living()
            for process in living:
                with suppress(OSError):
                    os.kill(process, signal.SIGKILL)
            if not living:
                return
            time.sleep(0.02)


class MemoryWatcher:
    """Sums the proportional memory of a family of processes, again and again."""

    def __init__(self, family: Family) -> None:
        self._family = family
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
        pause = SAMPLE_SECONDS
        while not self._ended.wait(pause):
            started = time.perf_counter()
            self._peak = max(self._peak, sum(map(_memory, self._family.living())))
            pause = max(SAMPLE_SECONDS, 9 * (time.perf_counter() - started))


def _listed() -> list[str]:
    return os.listdir("/proc") if os.path.isdir("/proc") else []


def _parent_and_session(process: int) -> tuple[int, int, int] | None:
    """Return a process, its parent and its session; None when it has ended."""
    with suppress(OSError, ValueError, IndexError), open(f"/proc/{process}/stat", encoding="utf-8") as file:
        # The name in parentheses may hold anything, spaces and parentheses too.
        values = file.read().rpartition(")")[2].split()
        return (process, int(values[1]), int(values[3])) if values[0] != "Z" else None
    return None


def _memory(process: int) -> int:
    """Return the proportional size of a process in kB; 0 when it has ended."""
    with suppress(OSError, ValueError, IndexError), open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
        return next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
    return 0
