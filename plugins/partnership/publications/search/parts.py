"""Parts of the index as the browser loads them: words with their documents, lists of words, texts, and the contents.

Numbers are written as letters: base 60 for the last digit, so that the commonest take one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import Any, Final

import msgspec

from partnership.digested import Digested
from partnership.publications.search.documents import KINDS, Found
from partnership.publications.search.terms import LETTERS, share_of, text_of
from partnership.search.tongues import tongue

FORMAT: Final = 1
LEVELS: Final = 8
STRETCH: Final = 64
"""So many documents of the index are checked together: a part of an older index must not be read by a newer one."""

LONGEST: Final = 30_000
"""Characters of a text that excerpts are taken from; all of its words are found, however long it is."""

_DIGITS: Final = "".join(chr(code) for code in range(35, 127) if code != 92)
_LAST: Final = 60
_MORE: Final = len(_DIGITS) - _LAST


def number_text(number: int) -> str:
    """Return a number from 0 on as letters: the last one is below 60, those before it carry 31 each."""
    text = ""
    while number >= _LAST:
        text += _DIGITS[_LAST + number % _MORE]
        number //= _MORE
    return text + _DIGITS[number]


_COMMON: Final = [number_text(number) for number in range(4096)]


class Share(Digested):
    """What all runs give to one part: known by its digest, read from their blocks when the part is made."""

    __slots__ = ("_blocks", "_digest", "number", "shares")

    def __init__(self, blocks: Sequence[bytes], number: int, shares: int, digest: bytes) -> None:
        self._blocks = blocks
        self.number = number
        self.shares = shares
        self._digest = digest

    def input_digest(self) -> bytes:
        """Return the digest of what all runs give."""
        return self._digest

    def of_runs(self) -> list[list[Any]]:
        """Return what each run gives: words and what is told of each, by turns."""
        return [share_of(block, self.number, self.shares) for block in self._blocks]


class Texts(Digested):
    """Documents whose texts lie in one part; known by their digest."""

    __slots__ = ("_digest", "documents")

    def __init__(self, documents: Sequence[Found], digest: bytes) -> None:
        self.documents = documents
        self._digest = digest

    def input_digest(self) -> bytes:
        """Return the digest of the documents."""
        return self._digest


def words_part(share: Share, starts: tuple[int, ...], checks: tuple[str, ...]) -> bytes:
    """Return a part with words: ``starts`` are the numbers of the first document of each run.

    ``checks`` are those of :func:`stretches`; the part carries the one up to which its documents reach.
    """
    found: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    most = 0
    common = _COMMON
    size = len(common)
    for start, given in zip(starts, share.of_runs(), strict=True):
        for word, pairs in zip(given[::2], given[1::2], strict=True):
            texts = found.get(word)
            if texts is None:
                texts, before = found.setdefault(word, []), -1
            else:
                before = last[word]
            for place, level in zip(pairs[::2], pairs[1::2], strict=True):
                number = start + place
                code = (number - before - 1) * LEVELS + level
                texts.append(common[code] if code < size else number_text(code))
                before = number
            last[word] = before
            if before > most:
                most = before
    whole = min((most + 1) // STRETCH, len(checks))
    ordered = sorted(found)
    part = {
        "check": [whole, checks[whole - 1] if whole else ""],
        "words": " ".join(ordered),
        "documents": ["".join(found[word]) for word in ordered],
    }
    return msgspec.json.encode(part)


def list_part(share: Share) -> bytes:
    """Return a list of words, each with a capital letter for how many documents have it (A: one, B: two or three …).

    A word that stands in one document, and names nothing there, is left out: it would rather mislead a misspelt one.
    """
    counts: dict[str, int] = {}
    for given in share.of_runs():
        for word, count in zip(given[::2], given[1::2], strict=True):
            counts[word] = counts.get(word, 0) + count
    kept = [f"{word}{chr(64 + min(26, count.bit_length()))}" for word, count in sorted(counts.items()) if count > 1]
    return msgspec.json.encode({"words": " ".join(kept)})


def texts_part(texts: Texts) -> bytes:
    """Return a part with texts: address, title, kind, date, summary and text of each document."""
    rows = [
        (
            one.address,
            one.title,
            KINDS.index(one.kind),
            date.fromordinal(one.day).isoformat() if one.day else "",
            one.summary,
            text_of(one)[:LONGEST],
        )
        for one in texts.documents
    ]
    return msgspec.json.encode({"texts": rows})


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """What the browser loads first: of each document its kind and day, and which texts lie in which part.

    ``names`` are the parts with texts, ``sizes`` how many documents each holds.
    """

    lang: str
    parts: int
    kinds: bytes
    days: tuple[int, ...]
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    checks: tuple[str, ...]
    said: dict[str, str]
    others: dict[str, str]


def contents_part(about: Contents) -> bytes:
    """Return the contents of the index."""
    days = "".join([number_text(day - before) for before, day in pairwise((0, *about.days))])
    contents = {
        "v": FORMAT,
        "lang": about.lang,
        "language": tongue(about.lang).shipped(),
        "said": about.said,
        "others": about.others,
        "kinds": KINDS,
        "parts": about.parts,
        "lists": LETTERS,
        "stretch": STRETCH,
        "checks": "".join(about.checks),
        "kind": "".join([str(kind) for kind in about.kinds]),
        "day": days,
        "names": " ".join(about.names),
        "sizes": "".join([number_text(size) for size in about.sizes]),
    }
    return msgspec.json.encode(contents)


def starts_of(lengths: Sequence[int]) -> tuple[int, ...]:
    """Return the number of the first document of each run, by the lengths of the runs."""
    return tuple(accumulate(lengths[:-1], initial=0)) if lengths else ()
