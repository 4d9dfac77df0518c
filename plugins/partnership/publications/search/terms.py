"""What a run of documents gives to the index: for each part its words, and how much they weigh in which documents.

The result of a run is one block of bytes with a table in front, from which a part is read without the rest, so that an
edit costs the run that it stands in and the parts that it changes, however many documents there are.
"""

from __future__ import annotations

from array import array
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import accumulate
from struct import Struct
from sys import byteorder
from typing import Final, NamedTuple

import msgspec

from partnership.prose.plain import parted_text
from partnership.publications.search.documents import SearchDocument, SearchText
from partnership.publications.search.numbers import LEVELS
from partnership.publications.search.pairs import BUCKETS, PairCounter, packed
from partnership.search.counting import all_stems, forget_stems, stems, with_joined
from partnership.search.synonyms import NO_SYNONYMS, Synonyms

START: Final = 4
"""So many letters of a word choose its part: words that begin alike stand together, for those who are still typing."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
"""Lists of all words, for misspelt ones, go by these first letters; one more holds all others."""

LISTS: Final = len(LETTERS) + 1

_LEVELS: Final = (0.36, 0.5, 0.62, 0.8, 1.5, 2.4, 3.6)
"""Bounds of the eight levels of weight; the browser has a weight for each."""

_USUAL: Final = 180
"""Words of a usual document, against which long and short ones are weighed."""

MOST_COUNTED: Final = 8
"""A word that stands more often in a text weighs no more."""

NAMING: Final = 5
"""From this level on a word names something: it stands in a title."""

POSTINGS: Final = b"\n"
"""Stands between the words of a share and how they stand: no word has one."""

_BOUNDS: Final = Struct("<2I")

_NEARLY: Final = 2
"""So many levels a word is below the one that means the same."""

_DIGEST: Final = 8
_LEAST: Final = 3
_pieces = msgspec.msgpack.Decoder(tuple[tuple[str, ...]]).decode


def text_of(one: SearchText) -> str:
    """Return what a document says, as one line without any mark."""
    lines = [line.strip() for line in _said(one).replace("\xa0", " ").split("\n")]
    text = " ".join(filter(None, lines))
    # Next to every text has single spaces by now; what else is white space is not printable.
    return text if "  " not in text and text.isprintable() else " ".join(text.split())


def _said(one: SearchText) -> str:
    """Return what a document says, with all its white space."""
    if one.words is None:
        return one.text
    (pieces,) = _pieces(one.words.packed)
    if len(pieces) > 1:
        html = "".join([part for pair in zip(pieces, (*_breaks(one.slots), ""), strict=True) for part in pair])
    else:
        html = pieces[0]
    said = parted_text(html)
    return f"{said} {one.text}" if one.text else said


def _breaks(slots: Sequence[int]) -> list[str]:
    return ["\n" if slot < 0 else "" for slot in slots]


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


Home = tuple[list[str], list[int], list[str]]
"""What a run gives to the part of a word: its words, how they stand, and the words of its list."""


class _Homes(dict[str, Home]):
    """Where each word goes, found at its first asking: the same lists for all words of a part, emptied for each run.

    ``words`` and ``postings`` are those of the parts, ``listed`` those of the lists; ``pairs`` finds buckets.
    """

    def __init__(self, parts: int) -> None:
        super().__init__()
        self.words: list[list[str]] = [[] for _each in range(parts)]
        self.postings: list[list[int]] = [[] for _each in range(parts)]
        self.listed: list[list[str]] = [[] for _each in range(LISTS)]
        self.pairs = PairCounter()
        self._unlisted: list[str] = []
        self._by_start: dict[str, int] = {}

    def __missing__(self, word: str) -> Home:
        start = word[:START]
        part = self._by_start.get(start)
        if part is None:
            part = self._by_start[start] = part_of_word(start, len(self.words))
        listed = len(word) >= _LEAST and not word.isdigit()
        words = self.listed[list_of_word(word)] if listed else self._unlisted
        home = self[word] = self.words[part], self.postings[part], words
        return home

    def empty(self) -> None:
        """Begin another run."""
        for words in (*self.words, *self.listed, self._unlisted):
            words.clear()
        for postings in self.postings:
            postings.clear()

    def shares(self) -> list[bytes]:
        """Return what the run gives to each part, then to each list."""
        parts = zip(self.words, self.postings, strict=True)
        shares = [" ".join(words).encode() + POSTINGS + bytes(postings) for words, postings in parts]
        return shares + [" ".join(words).encode() for words in self.listed]


@lru_cache(maxsize=1)
def _homes(parts: int) -> _Homes:
    return _Homes(parts)


def forget_words() -> None:
    """Remember no word any longer that :func:`run_terms` met."""
    _homes.cache_clear()
    forget_stems()


class Weighed(NamedTuple):
    """What the words of a text weigh.

    ``said`` tells how often each word stands in it, ``levels`` the level of each such number, the last one standing for
    all beyond; ``named`` are levels of words said elsewhere, which hold alone.  A level is from 0 to 7.  ``lines`` are
    stems as they follow each other, connecting words left out.
    """

    said: dict[str, int]
    levels: list[int]
    named: dict[str, int]
    lines: list[list[str]]


def weigh(one: SearchText, lang: str, synonyms: Synonyms = NO_SYNONYMS) -> Weighed:
    """Return what the words of a text weigh: titles, headings, names and the summary decide the levels of their words.

    What means the same as a word stands two levels below it.
    """
    text = all_stems(with_joined(_said(one)), lang)
    said: dict[str, int] = Counter(text)
    slack = 1.1 * (0.35 + 0.65 * min(4.0, len(text) / _USUAL))
    usual = [0.0] + [count / (count + slack) for count in range(1, MOST_COUNTED + 1)]
    title = all_stems(one.title, lang)
    lines = [text, title]
    worth = 1.7 + 3.2 / max(1.6, len(set(title)) ** 0.75)
    joined = with_joined(one.title)
    more: dict[str, float] = dict.fromkeys(title if joined == one.title else all_stems(joined, lang), worth)
    for word in stems(with_joined(one.strong), lang) if one.strong else ():
        more[word] = more.get(word, 0.0) + 0.8
    if one.lead and one.summary:
        lines.append(all_stems(with_joined(one.summary), lang))
        for word in dict.fromkeys(lines[-1]):
            more[word] = more.get(word, 0.0) + 0.7
    named = {word: bisect(_LEVELS, worth + usual[min(said.get(word, 0), MOST_COUNTED)]) for word, worth in more.items()}
    levels = [bisect(_LEVELS, value) for value in usual]
    if synonyms.words:
        _add_meant(said, levels, named, synonyms)
    return Weighed(said, levels, named, lines)


def _add_meant(said: dict[str, int], levels: Sequence[int], named: dict[str, int], synonyms: Synonyms) -> None:
    """Add to ``named`` what means the same as words of ``said`` and ``named``, unless it weighs as much itself."""

    def level_of(word: str) -> int:
        return named[word] if word in named else levels[min(said[word], MOST_COUNTED)]

    grouped = synonyms.words
    known = {*filter(grouped.__contains__, said), *filter(grouped.__contains__, named)}
    meant: dict[str, int] = {}
    for words, others in synonyms.met(known):
        level = min(map(level_of, words)) - _NEARLY
        for other in others:
            if level > meant.get(other, -1):
                meant[other] = level
    for other, level in meant.items():
        if (other not in said and other not in named) or level > level_of(other):
            named[other] = level


def run_terms(common: tuple[str, int, int, Synonyms], run: Sequence[SearchDocument]) -> bytes:
    """Return what a run of documents gives to parts with words, to the lists of words, and to parts with pairs.

    ``common`` is the language of the index, the number of its parts with words, of those with pairs, and words that
    mean the same.

    A part gets a word for every document that has it, and behind :data:`POSTINGS` a byte for each: the document's place
    in the run, times the levels, and the level.  A list of words gets each word for every document that has it, twice
    for one that it names.  Words have spaces between.  A part with pairs gets a mask for each of its buckets, whose
    bits are documents.
    """
    lang, parts, pair_parts, synonyms = common
    homes = _homes(parts)
    homes.empty()
    masks, buckets_of = [0] * BUCKETS, homes.pairs.buckets
    # One step after the other for all documents: each has tables of its own, which the processor then keeps at hand.
    weighed = [weigh(one.told(), lang, synonyms) for one in run]
    for place, (_said, _levels, _named, lines) in enumerate(weighed):
        bit = 1 << place
        for line in lines:
            for bucket in buckets_of(line):
                masks[bucket] |= bit
    for place, (said, levels, named, lines) in enumerate(weighed):
        first = place * LEVELS
        posting_of = [first + level for level in levels]
        posting_of += [posting_of[-1]] * len(lines[0])  # no word stands more often in the text than it has words
        for word in named:
            said.pop(word, None)
        for word, count in said.items():
            words, postings, listed = homes[word]
            words.append(word)
            postings.append(posting_of[count])
            listed.append(word)
        for word, level in named.items():
            words, postings, listed = homes[word]
            words.append(word)
            postings.append(first + level)
            listed.append(word)
            if level >= NAMING:
                listed.append(word)
    bits = packed(masks)
    size = len(bits) // pair_parts
    return _block([*homes.shares(), *[bits[start : start + size] for start in range(0, len(bits), size)]])


def _block(shares: Sequence[bytes]) -> bytes:
    """Return shares as one block: a digest of each, where each begins, then one after the other."""
    starts = array("I", accumulate(map(len, shares), initial=0))
    digests = b"".join([blake2b(share, digest_size=_DIGEST).digest() for share in shares])
    if byteorder == "big":
        starts.byteswap()
    return digests + starts.tobytes() + b"".join(shares)


def digests_of(blocks: Sequence[bytes], shares: int) -> list[bytes]:
    """Return for each share the digest of what all blocks give to it."""
    tables = memoryview(b"".join([block[: shares * _DIGEST] for block in blocks])).cast("Q")
    return [blake2b(tables[at::shares].tobytes(), digest_size=20).digest() for at in range(shares)]


def share_of(block: bytes, number: int, shares: int) -> bytes:
    """Return what a block gives to a part or a list, as :func:`run_terms` tells; texts are UTF-8."""
    table = shares * _DIGEST + 4 * number
    start, end = _BOUNDS.unpack_from(block, table)
    base = shares * _DIGEST + 4 * (shares + 1)
    return block[base + start : base + end]
