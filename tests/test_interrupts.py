"""Interrupts: a task that runs until it is ended can be ended, whatever it inherited."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from partnership.interrupts import interruptible

ENDING = [signal.SIGINT, signal.SIGTERM]


@pytest.mark.parametrize("how", ENDING)
def test_a_signal_that_was_ignored_and_blocked_interrupts(how: signal.Signals) -> None:
    """As under ``nohup`` or in a shell's background: inside the block it is heard, afterwards all is as before."""
    before = signal.signal(how, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [how])
    try:
        with pytest.raises(KeyboardInterrupt), interruptible():
            os.kill(os.getpid(), how)
            signal.pause()
        assert signal.getsignal(how) == signal.SIG_IGN
        assert how in signal.pthread_sigmask(signal.SIG_BLOCK, [])
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [how])
        signal.signal(how, before)


def test_another_thread_just_runs() -> None:
    """Signals are the main thread's matter: elsewhere nothing is set and nothing fails."""
    seen: list[object] = []

    def work() -> None:
        with interruptible():
            seen.append(signal.getsignal(signal.SIGTERM))

    before = signal.getsignal(signal.SIGTERM)
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [before]
