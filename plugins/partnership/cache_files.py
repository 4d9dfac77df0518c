"""Files of the cache: each is written whole in one step, and known to be whole by its checksum."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, TypeVar

import msgspec

T = TypeVar("T")

CHECKSUM_BYTES: Final = 32


def checksum(body: bytes | memoryview) -> bytes:
    """Return the digest of what a file holds; for megabytes SHA-256, which processors help with, is twice as quick."""
    return sha256(body, usedforsecurity=False).digest()


def checksum_of(pieces: Iterable[bytes]) -> tuple[bytes, int]:
    """Return the checksum of pieces one after the other, and how many bytes they have together."""
    digest, length = sha256(usedforsecurity=False), 0
    for piece in pieces:
        digest.update(piece)
        length += len(piece)
    return digest.digest(), length


def read_checked(path: Path) -> tuple[memoryview, bytes] | None:
    """Return what the file at ``path`` holds behind its checksum, and the checksum.

    None where the file is missing, cut short, altered or cannot be read: a cache is never an error.
    """
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    digest, body = stored[:CHECKSUM_BYTES], memoryview(stored)[CHECKSUM_BYTES:]
    return (body, digest) if checksum(body) == digest else None


def read_kept(path: Path, kind: type[T]) -> T | None:
    """Return what :func:`keep` wrote into the file at ``path``; None where nothing of that type can be read there."""
    stored = read_checked(path)
    if stored is None:
        return None
    try:
        return msgspec.msgpack.decode(stored[0], type=kind)
    except msgspec.DecodeError:
        return None


def keep(path: Path, value: object) -> None:
    """Write ``value`` into the file at ``path``.

    A folder that cannot be written, or a file's name that is no UTF-8 among the values, costs only time: no error.
    """
    with suppress(OSError, UnicodeEncodeError):
        write_checked(path, msgspec.msgpack.encode(value))


def write_checked(path: Path, body: bytes) -> bytes:
    """Write a file that holds ``body`` behind its checksum in one step, and return the checksum.

    Raises OSError where that cannot be done; the file is then as it was.
    """
    digest = checksum(body)
    write_whole(path, (digest, body))
    return digest


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write ``pieces`` one after the other into the file at ``path`` in one step, and its folder if need be.

    Raises OSError where that cannot be done, and whatever the pieces raise; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.suffix.removeprefix('.') or 'kept'}-")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in pieces:
                file.write(piece)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
