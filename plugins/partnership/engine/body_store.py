"""The long parts of texts, in one file that mostly grows: a build reads of them only what it shows anew.

The file is a cache like the state beside it.  Each text is known by its digest, which is compared when it is read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from partnership.cache_files import write_whole
from partnership.prose.result import DIGEST_BYTES, BodyMissing, StoredBody

SPARE_BYTES = 1 << 20
"""Bytes of texts that nobody needs any more which are left lying before the file is written anew."""


class BodyStore:
    """The file of texts beside one state."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def recall(self, digest: bytes, offset: int, length: int) -> StoredBody:
        """Return the words with a digest that lie at a place in bytes; they are read when somebody asks for them."""
        return StoredBody(digest, None, self, (offset, length))

    def read(self, words: StoredBody) -> bytes:
        """Return what lies at the place of words; raises :class:`BodyMissing` when it is not what was kept there."""
        offset, length = words.place
        try:
            if self._handle is None:
                self._handle = os.open(self.path, os.O_RDONLY)
            packed = os.pread(self._handle, length, offset)
        except OSError:
            raise BodyMissing from None
        if blake2b(packed, digest_size=DIGEST_BYTES).digest() != words.digest:
            raise BodyMissing
        return packed

    def keep(self, live: Sequence[StoredBody]) -> bool:
        """Write what does not lie in the file yet, and let all words in use know their places.

        Returns whether all have new places, since the file was written anew.  Raises OSError when the file cannot be
        written; what the words know is then as it was.
        """
        stored = [one for one in live if one.home is self]
        size = os.stat(self.path).st_size if stored else 0
        if size == 0 or size > 2 * sum(one.place[1] for one in stored) + SPARE_BYTES:
            self._write_anew(live)
            return True
        if len(stored) < len(live):
            new = [one for one in live if one.home is not self]
            places: list[tuple[int, int]] = []
            with open(self.path, "ab") as file:
                file.writelines(_packed(new, file.tell(), places))
            _note_places(new, self, places)
        return False

    def _write_anew(self, live: Sequence[StoredBody]) -> None:
        places: list[tuple[int, int]] = []
        write_whole(self.path, _packed(live, 0, places))
        # Another object: this one may hold the old file open for words that are still being read.
        _note_places(live, BodyStore(self.path), places)


def _packed(words: Sequence[StoredBody], offset: int, places: list[tuple[int, int]]) -> Iterator[bytes]:
    """Yield what is to be written of words one after the other from ``offset`` on, and note their ``places``."""
    for one in words:
        packed = one.packed
        places.append((offset, len(packed)))
        offset += len(packed)
        yield packed


def _note_places(words: Sequence[StoredBody], home: BodyStore, places: Sequence[tuple[int, int]]) -> None:
    for one, place in zip(words, places, strict=True):
        one.stored_at(home, place)
