"""Interrupts: a task that runs until it is ended can be ended, whoever started it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C (SIGINT) and a request to end (SIGTERM) raise :class:`KeyboardInterrupt` inside the block.

    A shell's background job, ``nohup`` and some services start their children with SIGINT ignored, or with signals
    blocked; Python then leaves them so, and the task could only be killed. Outside the main thread, where no signal
    arrives, the block just runs. What was set before is set again afterwards.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.signal(number, signal.default_int_handler) for number in _ENDING}
    blocked = signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        for number, handler in handlers.items():
            # None stands for a handler that was not set from Python.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
