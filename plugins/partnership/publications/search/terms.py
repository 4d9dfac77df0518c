"""What a run of documents gives to the index: for each part of it, its words and in which documents they weigh how much.

The result of a run is one block of bytes with a table in front, from which a part is read without the rest, so that an
edit costs the run that it stands in and the parts that it changes, however many documents there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

import msgspec

from partnership.finder.folding import words
from partnership.prose.plain import whole_text
from partnership.publications.search.documents import Found
from partnership.search.tongues import tongue

START: Final = 4
"""So many letters of a word choose its part: words that begin alike stand together, for those who are still typing."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
"""Lists of all words, for misspelt ones, go by these first letters; one more holds all others."""

LISTS: Final = len(LETTERS) + 1

_LEVELS: Final = (0.36, 0.5, 0.62, 0.8, 1.5, 2.4, 3.6)
"""Bounds of the eight levels of weight; the browser has a weight for each."""

_USUAL: Final = 180
"""Words of a usual document, against which long and short ones are weighed."""

_DIGEST: Final = 8
_LEAST: Final = 3
_ENCODE: Final = msgspec.msgpack.Encoder().encode
_DECODE: Final = msgspec.msgpack.Decoder().decode
_pieces = msgspec.msgpack.Decoder(tuple[tuple[str, ...]]).decode


def text_of(one: Found) -> str:
    """Return what a document says, as one text without any mark."""
    if one.words is None:
        return one.text
    (pieces,) = _pieces(one.words.packed)
    said = whole_text("".join([part for pair in zip(pieces, (*_breaks(one.slots), ""), strict=True) for part in pair]))
    return f"{said} {one.text}" if one.text else said


def _breaks(slots: Sequence[int]) -> list[str]:
    return ["\n" if slot < 0 else "" for slot in slots]


@lru_cache(maxsize=65536)
def part_of_word(start: str, parts: int) -> int:
    """Return the number of the part that holds words with this beginning; the browser counts the same way."""
    code = 2166136261
    for char in start:
        code = ((code ^ ord(char)) * 16777619) & 0xFFFFFFFF
    return (code ^ (code >> 15)) % parts


def list_of_word(word: str) -> int:
    """Return the number of the list of words that holds a word."""
    number = LETTERS.find(word[0])
    return number if number >= 0 else len(LETTERS)


def weigh(one: Found, stem: Callable[[str], str], skip: frozenset[str]) -> dict[str, int]:
    """Return the level of each word of a document, 0 to 7."""
    counted = Counter(words(text_of(one)))
    said: dict[str, int] = {}
    for word, count in counted.items():
        if word not in skip:
            stemmed = stem(word)
            said[stemmed] = said.get(stemmed, 0) + count
    length = sum(said.values())
    slack = 1.1 * (0.35 + 0.65 * min(4.0, length / _USUAL))
    usual = [0.0] + [count / (count + slack) for count in range(1, 9)]
    levels = [bisect(_LEVELS, value) for value in usual]
    found = {word: levels[count] if count < 9 else levels[8] for word, count in said.items()}
    title = _stems(one.title, stem, skip)
    more: dict[str, float] = dict.fromkeys(title, 1.7 + 3.2 / max(1.6, len(title) ** 0.75))
    for word in _stems(one.strong, stem, skip):
        more[word] = more.get(word, 0.0) + 0.8
    for word in _stems(one.summary, stem, skip):
        more[word] = more.get(word, 0.0) + 0.7
    for word, value in more.items():
        found[word] = bisect(_LEVELS, value + usual[min(said.get(word, 0), 8)])
    return found


def _stems(text: str, stem: Callable[[str], str], skip: frozenset[str]) -> set[str]:
    return {stem(word) for word in words(text) if word not in skip} if text else set()


def run_terms(common: tuple[str, int], run: Sequence[Found]) -> bytes:
    """Return what a run of documents gives to ``parts`` parts and to the lists of words; ``common`` is (lang, parts).

    A part gets each word with pairs of bytes: a document's place in the run, and its level.  A list of words gets each
    word with the number of documents, 255 at most, more where it names something.
    """
    lang, parts = common
    speech = tongue(lang)
    postings: dict[str, bytearray] = {}
    named: set[str] = set()
    for place, one in enumerate(run):
        for word, level in weigh(one, speech.stem, speech.skip).items():
            pairs = postings.get(word)
            if pairs is None:
                pairs = postings[word] = bytearray()
            pairs.append(place)
            pairs.append(level)
            if level > 4:
                named.add(word)
    shares: list[list[Any]] = [[] for _each in range(parts)]
    lists: list[list[Any]] = [[] for _each in range(LISTS)]
    for word in sorted(postings):
        pairs = postings[word]
        shares[part_of_word(word[:START], parts)] += (word, bytes(pairs))
        if len(word) >= _LEAST and not word.isdigit():
            lists[list_of_word(word)] += (word, min(255, len(pairs) // 2 + (word in named)))
    return _block([_ENCODE(share) for share in (*shares, *lists)])


def _block(shares: Sequence[bytes]) -> bytes:
    """Return shares as one block: a digest of each, where each begins, then one after the other."""
    starts = array("I", [0])
    for share in shares:
        starts.append(starts[-1] + len(share))
    digests = b"".join([blake2b(share, digest_size=_DIGEST).digest() for share in shares])
    return digests + b"".join([start.to_bytes(4, "little") for start in starts]) + b"".join(shares)


def digests_of(blocks: Sequence[bytes], shares: int) -> list[bytes]:
    """Return for each share the digest of what all blocks give to it."""
    tables = [block[: shares * _DIGEST] for block in blocks]
    return [
        blake2b(b"".join([table[at : at + _DIGEST] for table in tables]), digest_size=20).digest()
        for at in range(0, shares * _DIGEST, _DIGEST)
    ]


def share_of(block: bytes, number: int, shares: int) -> list[Any]:
    """Return what a block gives to one share: words and what is told of each, by turns."""
    table = shares * _DIGEST + 4 * number
    start, end = int.from_bytes(block[table : table + 4], "little"), int.from_bytes(block[table + 4 : table + 8], "little")
    base = shares * _DIGEST + 4 * (shares + 1)
    share: list[Any] = _DECODE(memoryview(block)[base + start : base + end])
    return share


