"""From bytes to text: encodings, line ends and limits, each mistake told with its place."""

from __future__ import annotations

import codecs
import os
import stat

from partnership.language import _
from partnership.problems import Problem
from partnership.sources.characters import settle
from partnership.sources.conflicts import conflict
from partnership.system_errors import why

MAX_BYTES = 1024 * 1024
"""Largest Markdown or YAML file that is read, in bytes (1 MiB, by the contract)."""


class Unreadable(Exception):
    """A file that cannot be used as text; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_bytes(path: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file of at most ``limit`` bytes, else raise :class:`Unreadable`.

    The file is opened without following a replacement by a pipe or device, and may vanish at any moment.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise Unreadable(_not_opened(path, error)) from None
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise Unreadable(
            Problem(
                path=path,
                code="not-a-file",
                message=_("A file belongs here, but this is a folder or a device"),
                hint=_("move it away or put a text file in its place"),
            )
        )
    with open(descriptor, "rb") as file:
        if status.st_size > limit:
            raise Unreadable(_too_large(path, status.st_size, limit))
        data = file.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(_too_large(path, len(data), limit))
    return data


def decode(path: str, data: bytes) -> str:
    r"""Return the text of ``data`` with line ends as ``\n`` and no byte order mark, else raise :class:`Unreadable`.

    UTF-8 only; a file in an older encoding is told by its name where that is sure, so that the advice fits.
    Letters are composed, and characters that only say where a line may break are gone (``characters.settle``).
    A file with git's marks of a conflict is none to read on.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable(_wrong_encoding(path, 1, 1, "UTF-16"))
    if data.startswith(codecs.BOM_UTF8):
        data = data[3:]
    nul = data.find(b"\0")
    if nul >= 0:
        line, column = _place(data, nul)
        raise Unreadable(
            Problem(
                path=path,
                line=line,
                column=column,
                code="nul-byte",
                message=_("The file holds a zero byte, so it is not a text file"),
                hint=_("open it in a text editor, save it as plain text in UTF-8 and try again"),
            )
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        raise Unreadable(_wrong_encoding(path, line, column, _likely(data))) from None
    if (found := conflict(path, data)) is not None:
        raise Unreadable(found)
    return settle(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def read_text(path: str, limit: int = MAX_BYTES) -> str:
    """Return the text of the file at ``path``; raise :class:`Unreadable` when it is no proper text."""
    return decode(path, read_bytes(path, limit))


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Return the 1-based line and column of a byte offset, columns counted in characters."""
    start = data.rfind(b"\n", 0, offset) + 1
    return data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode("utf-8", "replace")) + 1


def _likely(data: bytes) -> str | None:
    # It needs the CLDR, which a build of proper files never asks for here.
    from partnership.sources.encodings import likely_encoding

    return likely_encoding(data)


def _wrong_encoding(path: str, line: int, column: int, encoding: str | None) -> Problem:
    message = (
        _("The file is saved in the %(encoding)s encoding, not in UTF-8") % {"encoding": encoding}
        if encoding
        else _("The file is not valid UTF-8 text from this place on")
    )
    return Problem(
        path=path,
        line=line,
        column=column,
        code="not-utf-8",
        message=message,
        hint=_("open it as %(encoding)s, look whether its letters are right, and save it in UTF-8", encoding=encoding)
        if encoding
        else _("open it in the encoding in which its letters are right, and save it in UTF-8"),
    )


def _too_large(path: str, size: int, limit: int) -> Problem:
    return Problem(
        path=path,
        code="too-large",
        message=_("The file has %(size)d bytes, the limit is %(limit)d") % {"size": size, "limit": limit},
        hint=_("divide it into smaller files or move long lists into an attachment"),
    )


def _not_opened(path: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message, hint = _("The file is not there any more"), _("put it back or start again once all files are in place")
    elif isinstance(error, PermissionError):
        message, hint = _("The file cannot be read: no permission"), _("give yourself the right to read it")
    else:
        message, hint = (
            _("The file cannot be read (%(reason)s)") % {"reason": why(error)},
            _("check the file and the disk"),
        )
    return Problem(path=path, code="unreadable", message=message, hint=hint)
