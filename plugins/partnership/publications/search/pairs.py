"""Which documents may say two words one after the other: what a phrase of very common words is found by.

A pair of words falls into one of :data:`BUCKETS`, so that a bucket stands for many pairs: a document that is not in it
does not say the pair, one that is in it may.  Words that only connect are left out on both sides.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import xor
from sys import byteorder
from typing import Final
from zlib import crc32

from partnership.publications.search.numbers import NUMBERS

BUCKETS: Final = 4096
"""A usual document says about two hundred pairs: one document in twenty is in a bucket by chance."""

PLACES: Final = 32
"""Documents of a run, at most: its mask of a bucket has a bit for each of them."""

_MASK: Final = "I"


class PairCounter:
    """Finds the buckets of texts; it remembers the words that it has met."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def buckets(self, said: Sequence[str]) -> Iterator[int]:
        """Yield the bucket of each two words of a text that stand one after the other."""
        codes = list(map(self._codes.__getitem__, said))
        return map(xor, codes, codes[1:])


class _Codes(dict[str, int]):
    """What each word adds to the bucket of a pair; which of two words is the first is not told."""

    def __missing__(self, word: str) -> int:
        code = self[word] = crc32(word.encode()) % BUCKETS
        return code


def packed(masks: Sequence[int]) -> bytes:
    """Return the masks of all buckets in one run, one after the other."""
    return array(_MASK, masks).tobytes()


def places_of(runs: Sequence[bytes]) -> list[int]:
    """Return the masks of all runs as one number for each bucket of a part: :data:`PLACES` bits for each run."""
    masks = array(_MASK, b"".join(runs))
    buckets = len(masks) // len(runs) if runs else 0
    return [int.from_bytes(masks[bucket::buckets].tobytes(), byteorder) for bucket in range(buckets)]


def distances(places: int) -> str:
    """Return a number's bits as letters: how many others stand between each and the one before it."""
    if not places:
        return ""
    return "".join(map(NUMBERS.__getitem__, map(len, bin(places)[:1:-1].split("1")[:-1])))
