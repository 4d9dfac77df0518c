"""The head of a feed: what it is called, where it lies, which page it follows."""

from __future__ import annotations

import msgspec


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """The head of a feed.

    ``folder`` is the address, ending in a slash, in which its three files lie, ``page`` that of the page it follows.
    ``number`` is that of an archive page, counted from the oldest, or 0 for the feed itself; ``older`` and ``newer``
    are numbers of its neighbours (0 for none).  ``since`` is the day of a feed in which nothing has happened yet.
    """

    id: str
    title: str
    description: str
    folder: str
    page: str
    site_url: str
    publisher: str
    lang: str
    since: str
    number: int = 0
    older: int = 0
    newer: int = 0

    def url(self, name: str, number: int | None = None) -> str:
        """Return the absolute address of the feed's file (``rss.xml``), or of one of its archive pages."""
        return self.site_url + self.folder + file_name(name, self.number if number is None else number)


def file_name(name: str, number: int = 0) -> str:
    """Return the file of an archive page: ``atom-3.xml``; with number 0 of the feed itself: ``atom.xml``."""
    stem, _dot, ending = name.partition(".")
    return f"{stem}-{number}.{ending}" if number else name
