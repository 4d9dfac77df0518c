"""Locks between processes: one works, the others wait and are told so."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from partnership.language import _
from partnership.problems import UserError
from partnership.system_errors import why


@contextmanager
def hold(file: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of ``file``, which is made with its folder; ``on_wait`` is called once when another holds it.

    The lock is the system's: it ends with its process, however that ends; the file stays and means nothing.  Raises
    :class:`UserError` where the file cannot be made.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise UserError(
            _("The folder %(path)s cannot be written (%(reason)s)", path=str(file.parent), reason=why(error))
        ) from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            on_wait()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def try_hold(file: Path) -> Iterator[bool]:
    """Hold the lock of ``file`` if nobody does, and tell whether that is so; OSError where it cannot be made."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            mine = True
        except BlockingIOError:
            mine = False
        yield mine
    finally:
        os.close(descriptor)
