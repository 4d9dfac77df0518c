"""What a build remembers for the next: the library, each file's key, and how each file looked on disk.

The state is a cache: one that is missing, broken, of another version or of another machine means a clean build,
never an error.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from partnership.build.looks import Look
from partnership.build.names import state_name
from partnership.records.fields import decode_hook, encode_hook
from partnership.records.library import Library

VERSION = 4


class Made(msgspec.Struct, array_like=True):
    """A file of the output: the key it was made from, the digest of its bytes, its look after it was written."""

    key: bytes
    digest: bytes
    look: Look


class Seen(msgspec.Struct, array_like=True):
    """A source file: its look and the digest of its bytes."""

    look: Look
    digest: bytes


class State(msgspec.Struct):
    """Everything kept between two builds into one folder.

    ``salt`` and the closures' digests of ``templates`` tell the next build why a key is another.
    """

    version: int
    library: Library
    made: dict[str, Made]
    seen: dict[str, Seen]
    salt: bytes = b""
    templates: dict[str, bytes] = {}


def load_state(cache: Path, output: Path) -> State | None:
    """Return the state of the last build into ``output``; None when there is none that can be trusted."""
    try:
        stored = (cache / f"{state_name(output)}.state").read_bytes()
        digest, body = stored[:20], stored[20:]
        if blake2b(body, digest_size=20).digest() != digest:
            return None
        state = msgspec.msgpack.decode(body, type=State, dec_hook=decode_hook)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError, RecursionError, ValueError):
        return None
    return state if state.version == VERSION else None


def save_state(cache: Path, output: Path, state: State) -> None:
    """Keep the state in one step; a folder that cannot be written costs only the time of the next build."""
    body = msgspec.msgpack.encode(state, enc_hook=encode_hook)
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=cache, prefix=".state-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(blake2b(body, digest_size=20).digest() + body)
            os.replace(temporary, cache / f"{state_name(output)}.state")
        except OSError:
            os.unlink(temporary)
            raise


def forget_state(cache: Path, output: Path) -> None:
    """Drop the state, before the output changes in a way that the state does not know."""
    with suppress(OSError):
        (cache / f"{state_name(output)}.state").unlink()
