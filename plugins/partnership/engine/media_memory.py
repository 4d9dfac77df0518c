"""What ``check`` remembers of pictures: each is decoded once, then known by how its file looks and by its digest.

Like every file of the cache it may be deleted, damaged or of another version; pictures are then decoded again.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from partnership.cache_files import read_checked, write_checked
from partnership.engine.names import state_name
from partnership.engine.sources import SourceFiles
from partnership.engine.state import Seen
from partnership.prose import svg
from partnership.records import media, media_files
from partnership.records.library import Library, ParsedFile
from partnership.sources import active_files, picture_parts, pictures

_JUDGES = (media, media_files, pictures, picture_parts, active_files, svg)
"""Modules that decide what is told of a file; another version of one may tell something else."""


class _Kept(msgspec.Struct):
    """The digest of those modules, how files looked, and what they gave."""

    judges: bytes
    seen: dict[str, Seen]
    media: dict[str, ParsedFile[media.Media]]


class MediaMemory:
    """The pictures and documents of one content folder as the last ``check`` found them."""

    def __init__(self, cache: Path, content: Path) -> None:
        self._file = cache / "media" / f"{state_name(content)}.seen"
        self._judges = _judges()
        self._before = self._read()
        self.files = SourceFiles(self._before.seen)
        """Tells digests of files that look as they did."""

    @property
    def library(self) -> Library:
        """The pictures and documents that were found, and nothing else."""
        return Library(media=dict(self._before.media))

    def keep(self, library: Library, content: Path) -> None:
        """Remember what was found, where anything is new; a folder that cannot be written costs only time."""
        paths = {f"{content}/{path}" for path in library.media}
        seen = {path: one for path, one in self.files.seen.items() if path in paths}
        now = _Kept(self._judges, seen, library.media)
        if now == self._before or not library.media:
            return
        with suppress(OSError, UnicodeEncodeError):
            write_checked(self._file, msgspec.msgpack.encode(now))

    def _read(self) -> _Kept:
        stored = read_checked(self._file)
        if stored is not None:
            with suppress(ValueError):
                kept = msgspec.msgpack.decode(stored[0], type=_Kept)
                if kept.judges == self._judges:
                    return kept
        return _Kept(self._judges, {}, {})


def _judges() -> bytes:
    digest = blake2b(digest_size=20)
    for module in _JUDGES:
        file: Any = module.__file__
        digest.update(Path(file).read_bytes())
    return digest.digest()
