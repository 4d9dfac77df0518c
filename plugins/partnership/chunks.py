"""ParsedFile parts of big files: what some records give to a file is made again only when those records change.

A file that holds every institution is a joint of parts, each a function of a few records and of what is common to
all.  Parts are kept in the cache from one build to the next under the digest of exactly what their function gets, so
that one edited record costs one chunk and not the whole file.  It is a memory of a pure function's results and nothing
more: with it, without it, or after damage to it the same bytes come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, TypeVar
from zlib import crc32

import msgspec

from partnership.cache_files import CHECKSUM_BYTES, checksum, checksum_of, write_whole
from partnership.digested import Digested
from partnership.parallel_map import parallel_map
from partnership.records.fields import encode_hook

C = TypeVar("C")
P = TypeVar("P")

Row = tuple[Any, ...]
"""What a file needs of one record, as plain data; its id stands first."""

RUN = 32
"""Rows of a chunk, about: fewer, and finding chunks takes as long as making them; more, and one edit makes many."""

SPREAD: Final = 8
"""From so many new chunks on, those made while planning are spread over the processors."""

_SIZE: Final = 20
_LENGTH: Final = 8
_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=encode_hook)
_PAIR: Final = b"\x92"
"""Begins two values in msgpack."""
_LONG_MAP: Final = b"\xdf"
"""Begins a map in msgpack; four bytes tell how many keys it has."""
_DECODER: Final = msgspec.msgpack.Decoder(tuple[bytes, dict[bytes, Any]])


class Rows(Digested):
    """What files need of some records: a row of each, divided into runs.

    Among the inputs of an item it stands by its digest, which is computed once for all files that are made of it.
    """

    __slots__ = ("_boundaries", "_digest", "_rows", "_runs")

    def __init__(self, rows: Sequence[Row], boundaries: Sequence[int] | None = None) -> None:
        self._rows = rows
        self._boundaries = boundaries_of([row[0] for row in rows]) if boundaries is None else boundaries
        self._runs: list[tuple[bytes, Sequence[Row]]] | None = None
        self._digest = b""

    @property
    def all(self) -> Sequence[Row]:
        """Every row, in order."""
        return self._rows

    @classmethod
    def of_records(cls, records: Sequence[Any]) -> Rows:
        """Return records as they are for rows; each has an ``id``."""
        return cls(records, boundaries_of([record.id for record in records]))

    def __len__(self) -> int:
        return len(self._rows)

    def runs(self) -> list[tuple[bytes, Sequence[Row]]]:
        """Return runs of rows, each with the digest of what stands in it."""
        if self._runs is None:
            runs = [self._rows[start:end] for start, end in pairwise(self._boundaries)]
            self._runs = [(blake2b(_ENCODER.encode(run), digest_size=_SIZE).digest(), run) for run in runs]
        return self._runs

    def input_digest(self) -> bytes:
        """Return the digest of all rows in their order."""
        runs = self.runs()
        if not self._digest:
            digests = b"".join([digest for digest, _run in runs])
            self._digest = blake2b(digests, digest_size=_SIZE).digest()
        return self._digest


def rows_of(records: Sequence[Any], fields: Sequence[str], boundaries: Sequence[int] | None = None) -> Rows:
    """Return the ``fields`` of records, of which the first is their ``id``."""
    return Rows(tuple(map(attrgetter(*fields), records)), boundaries)


def boundaries_of(ids: Sequence[str]) -> list[int]:
    """Return where runs begin and end.

    Ids say where, not numbers: one more or less changes the run that it stands in and no other.
    """
    ends = [number for number, one in enumerate(ids, 1) if not crc32(one.encode()) % RUN]
    return [0, *ends] if (ends and ends[-1] == len(ids)) or not ids else [0, *ends, len(ids)]


class ChunkCache:
    """Makes chunks, and keeps them in files of a folder from one build to the next.

    ``salt`` is the digest of what all chunks depend on besides what they are given: the program's code.  Without a
    folder nothing is kept.
    """

    def __init__(self, folder: Path | None = None, salt: bytes = b"") -> None:
        self._folder = folder
        self._salt = salt

    def chunks_of(self, name: str, make: Callable[[C, Sequence[Row]], P], common: C, rows: Rows) -> list[P]:
        """Return ``make(common, some)`` for one run of ``rows`` after the other, in order.

        A chunk is ``bytes`` or other plain data that msgpack brings back as it was: texts, numbers, lists, dicts.
        ``name`` is that of the file in the cache, of which at least half are chunks that the last build needed.
        """
        return self._chunks(name, make, common, rows.runs(), lambda some: make(common, some))

    def chunk_of(self, name: str, make: Callable[[C], P], common: C) -> P:
        """Return ``make(common)``, a chunk that is made of no records, kept as those of :meth:`chunks_of` are."""
        return self._chunks(name, make, common, [(b"", ())], lambda _none: make(common))[0]

    def chunks_of_runs(
        self,
        name: str,
        make: Callable[[C, Sequence[Any]], P],
        common: C,
        runs: Sequence[tuple[bytes, Sequence[Any]]],
    ) -> list[P]:
        """Return ``make(common, some)`` for runs that were divided elsewhere, each with the digest of what is in it.

        It is meant for planning: what has to be made is spread over the processors.
        """

        def make_all(some: Sequence[Sequence[Any]]) -> list[P]:
            return [make(common, run) for run in some]

        return self._chunks(name, make, common, runs, lambda run: make(common, run), make_all)

    def _chunks(
        self,
        name: str,
        named: Callable[..., P],
        common: Any,
        runs: Sequence[tuple[bytes, Sequence[Row]]],
        make: Callable[[Sequence[Row]], P],
        make_all: Callable[[Sequence[Sequence[Row]]], list[P]] | None = None,
    ) -> list[P]:
        if self._folder is None:
            return [make(some) for _digest, some in runs]
        head = blake2b(self._salt, digest_size=_SIZE)
        head.update(_ENCODER.encode((named.__module__, named.__qualname__, common)))
        store = _Store(self._folder / f"{name}.chunks", head.digest())
        found: dict[bytes, P] = {}
        if make_all is not None:
            new = {digest: some for digest, some in runs if digest not in store.chunks}
            found.update(zip(new, parallel_map(make_all, list(new.values()), least=SPREAD), strict=True))
        for digest, some in runs:
            if digest not in found:
                found[digest] = store.chunks[digest] if digest in store.chunks else make(some)
        store.keep(found)
        return [found[digest] for digest, _some in runs]


NO_CACHE: Final = ChunkCache()
"""Keeps nothing."""


class _Store:
    """A file of kept chunks: blocks of length, digest and content, each written after those before.

    A block counts when it is whole, so that adding one is a single step.  ``chunks`` are those made with ``head``; none
    where the file is missing, or made by other code or of something else.
    """

    def __init__(self, path: Path, head: bytes) -> None:
        self._path = path
        self._head = head
        self.chunks: dict[bytes, Any] = {}
        self._sound = False
        self._first = self._end = 0
        with suppress(OSError):
            self._read(memoryview(path.read_bytes()))

    def _read(self, stored: memoryview) -> None:
        start = 0
        while start < len(stored):
            body = start + _LENGTH + CHECKSUM_BYTES
            end = body + int.from_bytes(stored[start : start + _LENGTH], "little")
            if end > len(stored) or checksum(stored[body:end]) != stored[start + _LENGTH : body]:
                self._sound = False
                return
            try:
                head, chunks = _DECODER.decode(stored[body:end])
            except (msgspec.DecodeError, ValueError, RecursionError):
                self._sound = False
                return
            if head != self._head:
                self._sound = False
                return
            self.chunks |= chunks
            self._sound = True
            self._first = self._first or end
            self._end = start = end

    def keep(self, used: dict[bytes, Any]) -> None:
        """Keep the chunks that this build used: add what is new, or write anew when more than half would be old.

        A folder that cannot be written costs only the time of the next build.
        """
        new = {digest: chunk for digest, chunk in used.items() if digest not in self.chunks}
        few = self._sound and len(self.chunks) + len(new) <= 2 * len(used)
        if few and not new:
            return
        with suppress(OSError):
            if few:
                block = b"".join(self._block(new))
                if self._end + len(block) <= 2 * self._first:
                    with self._path.open("ab", buffering=0) as file:
                        file.write(block)
                    return
            if used:
                write_whole(self._path, self._block(used))

    def _block(self, chunks: dict[bytes, Any]) -> Iterator[bytes]:
        """Yield a block in pieces: the first of a large file would be as large as all of its chunks in memory."""
        digest, length = checksum_of(self._body(chunks))
        yield length.to_bytes(_LENGTH, "little") + digest
        yield from self._body(chunks)

    def _body(self, chunks: dict[bytes, Any]) -> Iterator[bytes]:
        """Yield in pieces what msgpack makes of head and chunks."""
        yield _PAIR + _ENCODER.encode(self._head) + _LONG_MAP + len(chunks).to_bytes(4, "big")
        for digest, chunk in chunks.items():
            yield _ENCODER.encode(digest) + _ENCODER.encode(chunk)
