"""Kept parts of big files: what some records give to a file is made again only when those records change.

A file that holds every institution is a joint of parts, each a function of a few records and of what is common to
all.  Parts are kept in the cache from one build to the next under the digest of exactly what their function gets, so
that one edited record costs one part and not the whole file.  It is a memory of a pure function's results and nothing
more: with it, without it, or after damage to it the same bytes come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, TypeVar
from zlib import crc32

import msgspec

from partnership.digested import Digested
from partnership.kept_files import CHECKSUM_BYTES, checksum, write_whole
from partnership.once import once
from partnership.prose.result import Witness
from partnership.records.fields import encode_hook
from partnership.workers import spread

C = TypeVar("C")
P = TypeVar("P")

Row = tuple[Any, ...]
"""What a file needs of one record, as plain data; its id stands first."""

RUN: Final = 32
"""Rows of a part, about: fewer, and finding parts takes as long as making them; more, and one edit makes many."""

SPREAD: Final = 8
"""From so many new parts on, those made while planning are spread over the processors."""

_SIZE: Final = 20
_LENGTH: Final = 8
_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=encode_hook)
_DECODER: Final = msgspec.msgpack.Decoder(tuple[bytes, dict[bytes, Any]])

_shelf: tuple[Path, bytes] | None = None


@contextmanager
def keeping_parts(folder: Path, salt: bytes) -> Iterator[None]:
    """Keep the parts that are made inside in files of ``folder``, and use those that lie there.

    ``salt`` is the digest of what all parts depend on besides what they are given: the program's code.  Outside of
    this nothing is kept.
    """
    global _shelf
    before, _shelf = _shelf, (folder, salt)
    try:
        yield
    finally:
        _shelf = before


class Rows(Digested):
    """What files need of some records: a row of each, divided into runs.

    Among the inputs of an item it stands by its digest, which is computed once for all files that are made of it.
    """

    __slots__ = ("_cuts", "_digest", "_rows", "_runs", "_words")

    def __init__(self, rows: Sequence[Row], cuts: Sequence[int] | None = None) -> None:
        self._rows = rows
        self._cuts = _cuts([row[0] for row in rows]) if cuts is None else cuts
        self._runs: list[tuple[bytes, Sequence[Row]]] | None = None
        self._digest = b""
        self._words: set[bytes] = set()

    @classmethod
    def of_records(cls, records: Sequence[Any]) -> Rows:
        """Return records as they are for rows; each has an ``id``."""
        return cls(records, _cuts([record.id for record in records]))

    def __len__(self) -> int:
        return len(self._rows)

    def runs(self) -> list[tuple[bytes, Sequence[Row]]]:
        """Return runs of rows, each with the digest of what stands in it."""
        if self._runs is None:
            before, self._words = Witness.words, Witness.fresh()
            runs = [self._rows[start:end] for start, end in pairwise(self._cuts)]
            self._runs = [(blake2b(_ENCODER.encode(run), digest_size=_SIZE).digest(), run) for run in runs]
            Witness.words = before
        # Rows of words are words to every file that is made of them.
        Witness.words |= self._words
        return self._runs

    def input_digest(self) -> bytes:
        """Return the digest of all rows in their order."""
        runs = self.runs()
        if not self._digest:
            digests = b"".join([digest for digest, _run in runs])
            self._digest = blake2b(digests, digest_size=_SIZE).digest()
        return self._digest


def rows_of(records: Sequence[Any], fields: Sequence[str]) -> Rows:
    """Return the ``fields`` of records, of which the first is their ``id``; the same are the same rows to all files."""
    cuts, known = _shared(records)
    named = tuple(fields)
    if named not in known:
        known[named] = Rows(tuple(map(attrgetter(*fields), records)), cuts)
    return known[named]


@once
def _shared(records: Sequence[Any]) -> tuple[list[int], dict[tuple[str, ...], Rows]]:
    return _cuts([record.id for record in records]), {}


def _cuts(ids: Sequence[str]) -> list[int]:
    """Return where runs begin and end.

    Ids say where, not numbers: one more or less changes the run that it stands in and no other.
    """
    ends = [number for number, one in enumerate(ids, 1) if not crc32(one.encode()) % RUN]
    return [0, *ends] if (ends and ends[-1] == len(ids)) or not ids else [0, *ends, len(ids)]


def parts_of(name: str, make: Callable[[C, Sequence[Row]], P], common: C, rows: Rows) -> list[P]:
    """Return ``make(common, some)`` for one run of ``rows`` after the other, in order.

    A part is ``bytes`` or other plain data that msgpack brings back as it was: texts, numbers, lists, dicts.  ``name``
    is that of the file in the cache, of which at least half are parts that the last build needed.
    """
    return _kept(name, make, common, rows.runs(), lambda some: make(common, some))


def part_of(name: str, make: Callable[[C], P], common: C) -> P:
    """Return ``make(common)``, a part that is made of no records, kept as those of :func:`parts_of` are."""
    return _kept(name, make, common, [(b"", ())], lambda _none: make(common))[0]


def parts_of_runs(
    name: str, make: Callable[[C, Sequence[Any]], P], common: C, runs: Sequence[tuple[bytes, Sequence[Any]]]
) -> list[P]:
    """Return ``make(common, some)`` for runs that were divided elsewhere, each with the digest of what stands in it.

    It is meant for planning: what has to be made is spread over the processors.
    """

    def make_all(some: Sequence[Sequence[Any]]) -> list[P]:
        return [make(common, run) for run in some]

    return _kept(name, make, common, runs, lambda run: make(common, run), make_all)


def _kept(
    name: str,
    named: Callable[..., P],
    common: Any,
    runs: Sequence[tuple[bytes, Sequence[Row]]],
    make: Callable[[Sequence[Row]], P],
    make_all: Callable[[Sequence[Sequence[Row]]], list[P]] | None = None,
) -> list[P]:
    if _shelf is None:
        return [make(some) for _digest, some in runs]
    folder, salt = _shelf
    head = blake2b(salt, digest_size=_SIZE)
    head.update(_ENCODER.encode((named.__module__, named.__qualname__, common)))
    store = _Store(folder / f"{name}.parts", head.digest())
    found: dict[bytes, P] = {}
    if make_all is not None:
        new = {digest: some for digest, some in runs if digest not in store.parts}
        found.update(zip(new, spread(make_all, list(new.values()), least=SPREAD), strict=True))
    for digest, some in runs:
        if digest not in found:
            found[digest] = store.parts[digest] if digest in store.parts else make(some)
    store.keep(found)
    return [found[digest] for digest, _some in runs]


class _Store:
    """A file of kept parts: blocks of length, digest and content, each written after those before.

    A block counts when it is whole, so that adding one is a single step.  ``parts`` are those made with ``head``; none
    where the file is missing, or made by other code or of something else.
    """

    def __init__(self, path: Path, head: bytes) -> None:
        self._path = path
        self._head = head
        self.parts: dict[bytes, Any] = {}
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
                head, parts = _DECODER.decode(stored[body:end])
            except (msgspec.DecodeError, ValueError, RecursionError):
                self._sound = False
                return
            if head != self._head:
                self._sound = False
                return
            self.parts |= parts
            self._sound = True
            self._first = self._first or end
            self._end = start = end

    def keep(self, used: dict[bytes, Any]) -> None:
        """Keep the parts that this build used: add what is new, or write anew when more than half would be old.

        A folder that cannot be written costs only the time of the next build.
        """
        new = {digest: part for digest, part in used.items() if digest not in self.parts}
        few = self._sound and len(self.parts) + len(new) <= 2 * len(used)
        if few and not new:
            return
        block = self._block(new)
        with suppress(OSError):
            if few and self._end + len(block) <= 2 * self._first:
                with self._path.open("ab", buffering=0) as file:
                    file.write(block)
            elif used:
                self._write_anew(self._block(used))

    def _write_anew(self, block: bytes) -> None:
        write_whole(self._path, (block,))

    def _block(self, parts: dict[bytes, Any]) -> bytes:
        body = _ENCODER.encode((self._head, parts))
        return len(body).to_bytes(_LENGTH, "little") + checksum(body) + body
