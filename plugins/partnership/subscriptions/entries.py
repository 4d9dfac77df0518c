"""An entry: one thing that happened, as every feed and the newsletter tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final

import msgspec

from partnership.locales.marks import unmarked
from partnership.patterns import pattern
from partnership.records.fields import Moment, encode_hook

_ENCODER = msgspec.msgpack.Encoder(enc_hook=encode_hook)

_UNFIT: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML cannot hold, or should not."""


class Enclosure(msgspec.Struct, frozen=True):
    """A file that comes with an entry: absolute address, media type, size in bytes, title."""

    url: str
    type: str
    length: int
    title: str = ""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry, whole: ``html`` is its full content with absolute addresses, ``summary`` plain text.

    ``id`` is a tag URI that survives a new title, a new address and a new domain.  ``url`` and ``image`` are absolute.
    ``published`` and ``updated`` are aware times; ``lang`` is empty where
    the entry is in the language of the feed; ``kind`` groups entries in the newsletter.
    """

    id: str
    title: str
    url: str
    published: datetime
    updated: datetime
    html: str
    summary: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    image: str = ""
    lang: str = ""
    kind: str = ""


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """Whom an entry concerns: the feeds that hold it are found by it.

    ``sections`` are addresses of sections (the home page's is "/"), ``labels`` addresses of categories, topics and
    authors. ``counties`` are codes, ``services``, ``types`` and ``groups`` ids.
    """

    sections: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    counties: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    pairs: bool = False


class Particulars(msgspec.Struct, frozen=True):
    """What a feed needs to know of a activity that it holds.

    ``digest`` is that of everything the entry shows: equal digests, equal entries.  ``make`` makes the entry.
    """

    digest: bytes
    scope: Scope
    make: Callable[[], Entry]


class Activity:
    """Something that happened, with the id and time of its entry.

    The rest is found out when a feed first asks for it: most feeds show the newest few of thousands.
    """

    __slots__ = ("_ask", "_known", "_note", "id", "published")

    def __init__(
        self,
        identifier: str,
        published: datetime,
        ask: Callable[[], Particulars],
        note: Callable[[], object] | None = None,
    ) -> None:
        """Take the id and time of an entry, what tells the rest, and what notes that the words of a text are shown."""
        self.id = identifier
        self.published = published
        self._ask = ask
        self._note = note
        self._known: Particulars | None = None

    @property
    def particulars(self) -> Particulars:
        """Digest, scope and entry; found out once, but whoever asks has asked for the words of the text told of."""
        if self._note is not None:
            self._note()
        known = self._known
        if known is None:
            known = self._known = self._ask()
        return known

    @property
    def digest(self) -> bytes:
        """Digest of everything that the entry shows."""
        return self.particulars.digest

    @property
    def scope(self) -> Scope:
        """Whom the entry concerns."""
        return self.particulars.scope

    def make(self) -> Entry:
        """Return the entry."""
        return self.particulars.make()


def digest_of(*parts: Any) -> bytes:
    """Return the digest of plain data: 16 bytes of BLAKE2b."""
    return blake2b(_ENCODER.encode(parts), digest_size=16).digest()


def tag_uri(tagging_entity: str, path: str) -> str:
    """Return the id ``tag:AUTHORITY,SINCE:PATH``; ``tagging_entity`` is the part ``AUTHORITY,SINCE``."""
    return f"tag:{tagging_entity}:{path}"


def stamp(moment: Moment, identifier: str) -> datetime:
    """Return the time of a moment; one without a time of day falls into the first hour of its day.

    Its second comes from the entry's id: so entries of one day keep different times, in every build the same.
    """
    if moment.timed:
        return moment.at
    return moment.at + timedelta(
        seconds=int.from_bytes(blake2b(identifier.encode(), digest_size=4).digest(), "big") % 3600
    )


def clean(text: str) -> str:
    """Return text without characters that XML cannot hold."""
    return _UNFIT.sub("", unmarked(text))


def one_line(text: str) -> str:
    """Return text on one line without characters that XML cannot hold."""
    return " ".join(clean(text).split())


def newest_first(activities: list[Activity]) -> list[Activity]:
    """Return activities in the order of every feed: newest first, those of one second by id."""
    by_id = sorted(activities, key=attrgetter("id"))
    return sorted(by_id, key=attrgetter("published"), reverse=True)
