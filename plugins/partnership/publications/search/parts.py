"""Parts of the index as the browser loads them: words with their documents, lists of words, texts, and the contents.

Numbers are written as letters, see :mod:`partnership.publications.search.numbers`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate, pairwise
from operator import sub
from typing import Final

import msgspec

from partnership.digested import Digested
from partnership.publications.search.documents import SearchDocument
from partnership.publications.search.numbers import LEVELS, NUMBERS, number_text
from partnership.publications.search.pairs import PLACES, distances, places_of
from partnership.publications.search.terms import (
    LETTERS,
    POSTINGS,
    digests_of,
    forget_words,
    share_of,
    text_of,
)
from partnership.search.tongues import tongue

FORMAT: Final = 1
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Numbers of kinds, a letter each: those of every site are below ten."""

STRETCH: Final = 64
"""So many documents of the index are checked together: a part of an older index must not be read by a newer one."""

LONGEST: Final = 30_000
"""Characters of a text that excerpts are taken from; all of its words are found, however long it is."""


class Blocks:
    """What all runs give, found out when somebody asks: planning needs the number of parts and no more."""

    def __init__(self, find: Callable[[], Sequence[bytes]], shares: int) -> None:
        self._find = find
        self.shares = shares

    @cached_property
    def found(self) -> Sequence[bytes]:
        """The block of each run."""
        try:
            return self._find()
        finally:
            forget_words()

    @cached_property
    def digests(self) -> list[bytes]:
        """For each share the digest of what all runs give to it."""
        return digests_of(self.found, self.shares)


class RunShare(Digested):
    """What all runs give to one part: known by its digest, read from their blocks when the part is made."""

    __slots__ = ("_blocks", "number")

    slow = True

    def __init__(self, blocks: Blocks, number: int) -> None:
        self._blocks = blocks
        self.number = number

    def input_digest(self) -> bytes:
        """Return the digest of what all runs give."""
        return self._blocks.digests[self.number]

    def of_runs(self) -> list[bytes]:
        """Return what each run gives, as :func:`partnership.publications.search.terms.run_terms` tells."""
        return [share_of(block, self.number, self._blocks.shares) for block in self._blocks.found]


class Texts(Digested):
    """Documents whose texts lie in one part, and the kinds of the index; known by their digest."""

    __slots__ = ("_digest", "documents", "kinds")

    def __init__(self, documents: Sequence[SearchDocument], kinds: tuple[str, ...], digest: bytes) -> None:
        self.documents = documents
        self.kinds = kinds
        self._digest = digest

    def input_digest(self) -> bytes:
        """Return the digest of the documents."""
        return self._digest


def words_part(share: RunShare, starts: tuple[int, ...], checks: tuple[str, ...]) -> bytes:
    """Return a part with words: ``starts`` are the numbers of the first document of each run.

    ``checks`` are those of :func:`stretches`; the part carries the one up to which its documents reach.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for start, given in zip(starts, share.of_runs(), strict=True):
        words, _end, postings = given.partition(POSTINGS)
        first = start * LEVELS
        for word, posting in zip(words.decode().split(), postings, strict=True):
            found[word].append(first + posting)
    ordered = sorted(found)
    codes = [found[word] for word in ordered]
    most = max([some[-1] for some in codes], default=0) // LEVELS if codes else -1
    part = {
        "check": _check(most, checks),
        "words": " ".join(ordered),
        "documents": list(map(_postings, codes)),
    }
    return msgspec.json.encode(part)


def _postings(codes: Sequence[int]) -> str:
    """Return where a word stands as letters: distances between documents, times the levels, and the levels."""
    after = [0, *[(code | LEVELS - 1) + 1 for code in codes]]
    return "".join(map(NUMBERS.__getitem__, map(sub, codes, after)))


def _check(most: int, checks: tuple[str, ...]) -> tuple[int, str]:
    """Return the check up to which documents of a part reach, ``most`` being the last of them, and its number."""
    whole = min((most + 1) // STRETCH, len(checks))
    return whole, checks[whole - 1] if whole else ""


def pairs_part(share: RunShare, starts: tuple[int, ...], checks: tuple[str, ...]) -> bytes:
    """Return a part with pairs: where the documents of each bucket stand in their runs, see :func:`distances`."""
    some = places_of(share.of_runs())
    run, place = divmod(max(map(int.bit_length, some), default=0) - 1, PLACES)
    most = starts[run] + place if run >= 0 else -1
    return msgspec.json.encode({"check": _check(most, checks), "documents": list(map(distances, some))})


def list_part(share: RunShare) -> bytes:
    """Return a list of words, each with a capital letter for how many documents have it (A: one, B: two or three …).

    A word that stands in one document, and names nothing there, is left out: it would rather mislead a misspelt one.
    """
    counts = Counter(b" ".join(share.of_runs()).decode().split())
    kept = [f"{word}{chr(64 + min(26, count.bit_length()))}" for word, count in sorted(counts.items()) if count > 1]
    return msgspec.json.encode({"words": " ".join(kept)})


def texts_part(texts: Texts) -> bytes:
    """Return a part with texts: address, title, kind, date, summary and text of each document."""
    rows = [
        (
            one.address,
            told.title,
            texts.kinds.index(one.kind),
            date.fromordinal(one.day).isoformat() if one.day else "",
            told.summary,
            text_of(told)[:LONGEST],
        )
        for one in texts.documents
        for told in (one.told(),)
    ]
    return msgspec.json.encode({"texts": rows})


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What the browser loads first: of each document its kind and day, and which texts lie in which part.

    ``known`` are the names of all kinds, ``kinds`` for each document the number of its own.
    ``runs`` are the lengths of the runs that parts with pairs count by.
    ``names`` are the parts with texts, ``sizes`` how many documents each holds, ``own_region`` the folded words that
    name the site's region.
    """

    lang: str
    parts: int
    pairs: int
    runs: tuple[int, ...]
    known: tuple[str, ...]
    kinds: bytes
    days: tuple[int, ...]
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    checks: tuple[str, ...]
    said: dict[str, str]
    others: dict[str, str]
    own_region: tuple[str, ...] = ()


def contents_part(about: Contents) -> bytes:
    """Return the contents of the index."""
    days = "".join([number_text(day - before) for before, day in pairwise((0, *about.days))])
    contents = {
        "v": FORMAT,
        "lang": about.lang,
        "language": tongue(about.lang).shipped(about.own_region),
        "said": about.said,
        "others": about.others,
        "kinds": about.known,
        "parts": about.parts,
        "pairs": about.pairs,
        "runs": "".join(map(number_text, about.runs)),
        "lists": LETTERS,
        "stretch": STRETCH,
        "checks": "".join(about.checks),
        "kind": "".join([_DIGITS[kind] for kind in about.kinds]),
        "day": days,
        "names": " ".join(about.names),
        "sizes": "".join([number_text(size) for size in about.sizes]),
    }
    return msgspec.json.encode(contents)


def starts_of(lengths: Sequence[int]) -> tuple[int, ...]:
    """Return the number of the first document of each run, by the lengths of the runs."""
    return tuple(accumulate(lengths[:-1], initial=0)) if lengths else ()
