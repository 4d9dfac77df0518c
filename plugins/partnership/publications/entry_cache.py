"""Cache of feed entries: each made once, in each format once, however many feeds hold it.

A feed's inputs are its head and the digests of its entries; the cache knows the entry of each digest.  So the key of a
feed is small and tells exactly what the feed shows, and an entry that no feed needs to show anew is never made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from partnership.items.item import Item, Publication
from partnership.publications.feed import Feed, file_name
from partnership.subscriptions.entries import Activity, Entry

KEPT = 300
"""Pieces of XML and JSON that are kept at once; they are made again when a feed asks for an older one."""


class EntryCache:
    """Entries by the digest of what they show."""

    def __init__(self) -> None:
        self._makers: dict[bytes, Callable[[], Entry]] = {}
        self._entries: dict[bytes, Entry] = {}
        self._pieces: dict[tuple[str, bytes], bytes] = {}

    def put(self, activities: Iterable[Activity]) -> None:
        """Learn how the entries of activities are made."""
        for one in activities:
            self._makers[one.digest] = one.make

    def entry(self, digest: bytes) -> Entry:
        """Return the entry of a digest."""
        if digest not in self._entries:
            if len(self._entries) >= KEPT:
                self._entries.clear()
            self._entries[digest] = self._makers[digest]()
        return self._entries[digest]

    def _piece(self, form: str, digest: bytes, make: Callable[[Entry], bytes]) -> bytes:
        key = (form, digest)
        if key not in self._pieces:
            if len(self._pieces) >= KEPT:
                self._pieces.clear()
            self._pieces[key] = make(self.entry(digest))
        return self._pieces[key]

    def rss(self, feed: Feed, digests: tuple[bytes, ...]) -> bytes:
        """Return the RSS document of a feed."""
        from partnership.publications.feed_xml import rss_feed, rss_item

        updated = max((self.entry(one).updated for one in digests), default=None)
        return rss_feed(feed, [self._piece("rss", one, rss_item) for one in digests], updated)

    def atom(self, feed: Feed, digests: tuple[bytes, ...]) -> bytes:
        """Return the Atom document of a feed."""
        from partnership.publications.feed_xml import atom_entry, atom_feed

        updated = max((self.entry(one).updated for one in digests), default=None)
        return atom_feed(feed, [self._piece("atom", one, atom_entry) for one in digests], updated)

    def json(self, feed: Feed, digests: tuple[bytes, ...]) -> bytes:
        """Return the JSON Feed document of a feed."""
        from partnership.publications.feed_json import json_feed, json_item

        return json_feed(feed, [self._piece("json", one, json_item) for one in digests])

    def plan(self, feed: Feed, activities: list[Activity], length: int, *, archived: bool = False) -> Iterator[Item]:
        """Plan a feed's three files with its newest ``length`` entries; ``archived``: with older ones on archive pages.

        Archive pages are counted from the oldest entry and always full, so that a page once published stays as it is.
        """
        digests = tuple(one.digest for one in activities)
        oldest_first = digests[::-1]
        pages = archive_pages(len(digests), length) if archived else 0
        for number in range(pages + 1):
            older = number - 1 if number else pages
            newer = number + 1 if 0 < number < pages else 0
            shown = oldest_first[(number - 1) * length : number * length][::-1] if number else digests[:length]
            one = _page(feed, number, older, newer)
            yield Publication(feed.folder + file_name("rss.xml", number), self.rss, (one, shown))
            yield Publication(feed.folder + file_name("atom.xml", number), self.atom, (one, shown))
            yield Publication(feed.folder + file_name("feed.json", number), self.json, (one, shown))


def archive_pages(entries: int, length: int) -> int:
    """Return how many archive pages a feed with so many entries has, ``length`` entries on each."""
    return max(0, (entries - 1) // length)


def _page(feed: Feed, number: int, older: int, newer: int) -> Feed:
    return replace(feed, number=number, older=older, newer=newer) if number or older else feed
