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
from typing import Any

import msgspec

from partnership.build.looks import Look
from partnership.build.names import state_name
from partnership.build.texts import Texts
from partnership.prose.result import Words
from partnership.records.fields import decode_hook, encode_hook
from partnership.records.library import Library

VERSION = 7


class Made(msgspec.Struct, array_like=True):
    """A file of the output: the key it was made from, the digest of its bytes, its look after it was written."""

    key: bytes
    digest: bytes
    look: Look


class Seen(msgspec.Struct, array_like=True):
    """A source file: its look and the digest of its bytes."""

    look: Look
    digest: bytes


class Planned(msgspec.Struct, array_like=True):
    """What an area planned: how many pages, and all its addresses.

    ``shows_words`` tells whether it looked at words of any text, ``own_words`` that all its items that show words show
    those of their own source file and no others.
    """

    shows_words: bool
    own_words: bool
    pages: int
    addresses: tuple[str, ...]


class State(msgspec.Struct):
    """Everything kept between two builds into one folder.

    ``salt`` and the closures' digests of ``templates`` tell the next build why a key is another.  ``areas`` is what
    each area planned under the ``circumstances`` (a digest of settings).
    """

    version: int
    library: Library
    made: dict[str, Made]
    seen: dict[str, Seen]
    salt: bytes = b""
    templates: dict[str, bytes] = {}
    circumstances: bytes = b""
    areas: dict[str, Planned] = {}


def load_state(cache: Path, output: Path) -> State | None:
    """Return the state of the last build into ``output``; None when there is none that can be trusted.

    Words of texts are read later, from a file of their own, and may then be :class:`Lost`.
    """
    name = state_name(output)
    texts = Texts(cache / f"{name}.texts")

    def recall(kind: type, value: Any) -> Any:
        return texts.recall(*value) if kind is Words else decode_hook(kind, value)

    try:
        stored = (cache / f"{name}.state").read_bytes()
        digest, body = stored[:20], stored[20:]
        if blake2b(body, digest_size=20).digest() != digest:
            return None
        state = msgspec.msgpack.decode(body, type=State, dec_hook=recall)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError, RecursionError, TypeError, ValueError):
        return None
    return state if state.version == VERSION else None


def save_state(cache: Path, output: Path, state: State) -> None:
    """Keep the state in one step; a folder that cannot be written costs only the time of the next build."""
    name = state_name(output)
    with suppress(OSError):
        cache.mkdir(parents=True, exist_ok=True)
        _keep_texts(cache / f"{name}.texts", state.library)
        body = msgspec.msgpack.encode(state, enc_hook=_place_words)
        handle, temporary = tempfile.mkstemp(dir=cache, prefix=".state-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(blake2b(body, digest_size=20).digest() + body)
            os.replace(temporary, cache / f"{name}.state")
        except OSError:
            os.unlink(temporary)
            raise


def _keep_texts(path: Path, library: Library) -> None:
    shelves = (library.news, library.reports, library.meetings, library.pages)
    live = [one.body.words for shelf in shelves for kept in shelf.values() for one in kept.records]
    homes = {one.home for one in live if isinstance(one.home, Texts) and one.home.path == path}
    # Words of one output folder lie in one file; those of a preview's memory may have come from nowhere yet.
    texts = homes.pop() if len(homes) == 1 else Texts(path)
    texts.keep(live)


def _place_words(value: Any) -> Any:
    return (value.digest, *value.place) if isinstance(value, Words) else encode_hook(value)


def forget_state(cache: Path, output: Path) -> None:
    """Drop the state, before the output changes in a way that the state does not know."""
    with suppress(OSError):
        (cache / f"{state_name(output)}.state").unlink()
