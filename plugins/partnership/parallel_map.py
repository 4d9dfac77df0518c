"""Work spread over the processors.

The same function over parts of a list, in this process and in forked ones that share what is in memory.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Generic, NoReturn, TypeVar

from partnership import timing

T = TypeVar("T")
R = TypeVar("R")

_TOKEN = 4
"""Bytes of a part's number in the pipe from which everybody takes the next part."""

_MAX_PARTS = 8192
"""So many numbers fit into that pipe at once, whatever the system."""

_SHARE_OF_HELPER = 400
"""Items after which a helper ends and another one begins."""

_RELIEVED = -1
"""Stands for a part's number where a helper tells that it has done its share."""

_PR_SET_PDEATHSIG = 1

_PIPE_BYTES = 1 << 20
"""Room for results that wait for the first process: it looks for them between two parts."""


def processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def parallel_map(
    work: Callable[[Sequence[T]], list[R]], items: Sequence[T], *, least: int, together: Sequence[int] = ()
) -> list[R]:
    """Return ``work(part)`` over parts of ``items``, joined in order: one result for each item.

    ``together`` tells how many of the first items belong together, how many of the next, and so on: each such run is
    one part, however long, and begun early.  The rest is cut evenly.

    With fewer than ``least`` items, one processor, or no fork, everything is done here.  Results and exceptions of
    other processes travel by pickle; of several exceptions one that comes early is raised.  RuntimeError when another
    process was killed.
    """
    if len(items) < least:
        return work(items)
    count = processors() if sys.platform.startswith("linux") else 1
    collecting = gc.isenabled()
    gc.disable()  # looking for circles in what is shared would write to all of it, and find none
    try:
        return _Pool(work, items, _bounds(len(items), count, together)).run(count - 1)
    finally:
        gc.unfreeze()
        if collecting:
            gc.enable()


class Beside(Generic[R]):
    """Work that another process does while this one goes on with something else.

    The result travels by pickle.  Where no process can be forked, the work is done here when its result is asked for;
    so it is where the other process failed, which then shows why.
    """

    def __init__(self, work: Callable[[], R]) -> None:
        self._work = work
        self._known: list[R] = []
        self._helper: _Helper | None = None
        if processors() > 1 and sys.platform.startswith("linux"):
            with suppress(OSError):
                self._helper = _Helper(self._tell)

    def result(self) -> R:
        """Return what the work came to; the same whenever it is asked for."""
        if not self._known:
            if self._helper is not None:
                self._known += [result for _number, result in self._helper.told(wait=True)]
                self.end()
            if not self._known:
                self._known.append(self._work())
        return self._known[0]

    def end(self) -> None:
        """Have the other process gone, whatever it is at."""
        if self._helper is not None:
            self._helper.end()
            self._helper = None

    def _tell(self, told: int) -> None:
        import pickle

        _tell(told, pickle.dumps((0, self._work()), pickle.HIGHEST_PROTOCOL))


def _bounds(items: int, count: int, together: Sequence[int]) -> list[tuple[int, int]]:
    """Return beginning and end of each part, in the order in which they are taken.

    Parts are small, so that all processes end at the same time, but not too small: each is a pickle of its own.
    """
    size = max(1, min(100, items // (count * 8) + 1), items // _MAX_PARTS + 1)
    runs, start = [], 0
    for length in together:
        runs.append((start, start + length))
        start += length
    even = [(one, min(one + size, items)) for one in range(start, items, size)]
    # This process takes the first, and helpers the runs: what these keep in memory ends with the helper.
    return [*even[:1], *runs, *even[1:]]


class _Pool(Generic[T, R]):
    """This process and its helpers at one job. Everybody takes the number of the next part from one pipe.

    A helper that has done its share is relieved by a new one.  It shares with this process what both have read, until
    one of them touches it: counting who uses an object writes to it, and by the end of a long job each would have all
    of it for itself.
    """

    def __init__(
        self, work: Callable[[Sequence[T]], list[R]], items: Sequence[T], bounds: Sequence[tuple[int, int]]
    ) -> None:
        self._work = work
        self._items = items
        self._bounds = bounds
        self._tokens, giving = os.pipe()
        os.write(giving, b"".join(number.to_bytes(_TOKEN, "big") for number in range(len(bounds))))
        os.close(giving)
        self._done: dict[int, list[R]] = {}
        self._failed: dict[int, BaseException] = {}
        self._finished = 0

    def run(self, helpers: int) -> list[R]:
        """Do the job with so many helpers and return the results in order."""
        crew: list[_Helper] = []
        first = os.read(self._tokens, _TOKEN)
        gc.freeze()
        try:
            crew.extend(_Helper(self._help) for _number in range(helpers))
            for number, result in self._own(first):
                self._take(number, result)
                for place, helper in enumerate(crew):
                    if self._hear(helper, wait=False):
                        helper.end()
                        gc.freeze()
                        crew[place] = _Helper(self._help)
            for helper in crew:
                self._hear(helper, wait=True)
        finally:
            for helper in crew:
                helper.end()
            os.close(self._tokens)
        if self._failed:
            raise self._failed[min(self._failed)]
        if len(self._done) < len(self._bounds):
            raise RuntimeError("a process that helped was killed")
        in_order = sorted(range(len(self._bounds)), key=self._bounds.__getitem__)
        return [result for number in in_order for result in self._done[number]]

    def _hear(self, helper: _Helper, *, wait: bool) -> bool:
        """Take what a helper has told and return whether it has done its share."""
        relieved = False
        for number, result in helper.told(wait=wait):
            if number == _RELIEVED:
                relieved = True
            else:
                self._take(number, result)
        return relieved

    def _take(self, number: int, result: list[R] | BaseException) -> None:
        if isinstance(result, BaseException):
            self._failed[number] = result
            return
        self._done[number] = result
        self._finished += len(result)
        timing.advance(self._finished, len(self._items))

    def _own(self, token: bytes = b"") -> Iterator[tuple[int, list[R] | BaseException]]:
        """Take part after part and give what each came to; after one that failed the rest is thrown away.

        What comes before it has been taken by somebody, so that which exception is the first does not depend on the
        number of processes.  Circles that a part left behind, as rendering does, are cleared away after it.
        """
        while token := token or os.read(self._tokens, _TOKEN):
            number, token = int.from_bytes(token, "big"), b""
            try:
                yield number, self._work(self._items[slice(*self._bounds[number])])
                gc.collect(0)
                _give_back()
            except Exception as error:
                while os.read(self._tokens, _TOKEN * _MAX_PARTS):
                    pass
                yield number, error

    def _help(self, told: int) -> None:
        """Do a helper's share and tell it through the pipe ``told``."""
        import pickle

        left = _SHARE_OF_HELPER
        for one in self._own():
            try:
                data = pickle.dumps(one, pickle.HIGHEST_PROTOCOL)
                if isinstance(one[1], BaseException):
                    pickle.loads(data)  # an exception may go in and not come out
            except Exception as error:
                data = pickle.dumps((one[0], RuntimeError(f"{error}: {str(one[1])[:500]}")))
            _tell(told, data)
            left -= len(one[1]) if isinstance(one[1], list) else 0
            if left <= 0:
                _tell(told, pickle.dumps((_RELIEVED, []), pickle.HIGHEST_PROTOCOL))
                return


class _Helper:
    """A forked process and the end of the pipe through which it tells its results."""

    def __init__(self, work: Callable[[int], None]) -> None:
        self._telling, told = os.pipe()
        self._heard = bytearray()
        first = os.getpid()
        self._process = os.fork()
        if not self._process:
            _only(work, told, first)
        os.close(told)
        os.set_blocking(self._telling, False)
        with suppress(OSError, ImportError, AttributeError):
            import fcntl

            fcntl.fcntl(self._telling, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)

    def told(self, *, wait: bool) -> Iterator[tuple[int, Any]]:
        """Give the results that have come; with ``wait`` all that will come."""
        import pickle

        os.set_blocking(self._telling, wait)
        while True:
            try:
                piece = os.read(self._telling, _PIPE_BYTES)
            except BlockingIOError:
                return
            self._heard += piece
            while len(self._heard) >= 8:
                end = 8 + int.from_bytes(self._heard[:8], "big")
                if len(self._heard) < end:
                    break
                with memoryview(self._heard) as heard:
                    result = pickle.loads(heard[8:end])
                del self._heard[:end]
                yield result
            if not piece:
                return

    def end(self) -> None:
        """Have the process gone, whatever it is at."""
        os.close(self._telling)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _only(work: Callable[[int], None], told: int, first: int) -> NoReturn:
    """Do the work and end this process without the rest of the program, which is another process's.

    When ``first``, the process that forked this one, is killed, this one ends with it: nobody waits for the rest.
    """
    status = 1
    try:
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == first:
            work(told)
            status = 0
    finally:
        os._exit(status)


def _give_back() -> None:
    """Give memory that is free back to the system where the C library can: large files leave much of it."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _tell(pipe: int, data: bytes) -> None:
    """Write a result into a pipe, its length before it."""
    rest = memoryview(len(data).to_bytes(8, "big") + data)
    while rest:
        rest = rest[os.write(pipe, rest) :]
