"""Refusals of the operating system are said in plain words."""

from __future__ import annotations

import errno
import os

import pytest

from partnership.language import set_language
from partnership.system_errors import why


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "you lack the rights to it"),
        (errno.ENOENT, "it is not there"),
        (errno.EEXIST, "something else is there already"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EISDIR, "it is a folder"),
        (errno.ENOTDIR, "a part of its path is a file"),
        (errno.ENAMETOOLONG, "its name is too long"),
        (errno.ELOOP, "its links lead in a circle"),
        (errno.EMFILE, "too many files are open"),
        (errno.EPIPE, os.strerror(errno.EPIPE)),
    ],
)
def test_reasons(number: int, words: str) -> None:
    """Frequent refusals have words of their own; rare ones keep the system's."""
    set_language("en")
    assert why(OSError(number, os.strerror(number))) == words
    assert why(OSError("just so")) == "just so"
