"""What a page is before it is rendered: a pure function of a template and of the inputs of its view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from partnership.chunks import ChunkCache


class Link(msgspec.Struct, frozen=True, array_like=True):
    """A title and the address it leads to."""

    title: str
    address: str


class FeedLink(msgspec.Struct, frozen=True):
    """A feed of a page, for readers' autodiscovery: title, address and media type."""

    title: str
    address: str
    type: str


class Image(msgspec.Struct, frozen=True):
    """A picture for sharing: address, description, size in pixels where it is known."""

    address: str
    alt: str
    width: int | None = None
    height: int | None = None


class PageHead(msgspec.Struct, frozen=True, kw_only=True):
    """What the layout needs of every page.

    ``title`` is without the site's name.  ``trail`` are the pages above this one, the nearest last, home and the
    page itself not among them.  ``section`` is the address of the navigation item that the page belongs to.
    ``json_ld`` are schema.org objects without
    ``@context``.  ``modified`` is an ISO date.  ``listed`` is False for pages that search engines and the sitemap
    leave out.
    """

    title: str
    description: str
    trail: tuple[Link, ...] = ()
    section: str = ""
    feeds: tuple[FeedLink, ...] = ()
    json_ld: tuple[dict[str, Any], ...] = ()
    kind: str = "website"
    modified: str | None = None
    image: Image | None = None
    listed: bool = True
    scripts: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()


class Page(msgspec.Struct, frozen=True):
    """An HTML page.

    ``view`` is a function of a module's top level; called with ``inputs`` and nothing else it returns plain data
    with a ``head`` (:class:`PageHead`).  The page's key is the digest of its template's closure, the view's name and
    the inputs, so everything that the page shows must be among these.  ``source`` names the file that an editor
    changes to change the page, for previews.  ``lang`` is the language of the page and ``alternates`` are (language,
    address) of the same page in the site's other languages; the engine fills both when it plans an area.
    """

    address: str
    template: str
    view: Callable[..., Any]
    inputs: tuple[Any, ...]
    source: str = ""
    lang: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


class Publication(msgspec.Struct, frozen=True):
    """A file that is no HTML page: a feed, a calendar, an index. ``make(*inputs)`` returns its bytes.

    ``lang`` is its language, filled by the engine when it plans an area.
    """

    address: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...]
    lang: str = ""

    def made(self, chunks: ChunkCache) -> bytes:
        """Return the bytes of the file; ``chunks`` makes the chunks of a big one."""
        return self.make(*self.inputs)


class ChunkedPublication(Publication, frozen=True):
    """A big file that is joined of chunks: ``make(chunk_cache, *inputs)`` returns its bytes.

    With or without what the cache keeps, the bytes are the same.
    """

    def made(self, chunks: ChunkCache) -> bytes:
        """Return the bytes of the file, joined of the chunks that ``chunks`` keeps or makes."""
        return self.make(chunks, *self.inputs)


class Copy(msgspec.Struct, frozen=True):
    """A file made from another: ``source`` is that file's absolute path, ``digest`` that of its bytes in hexadecimal.

    Without ``change`` it is published as it is; else ``change(data, *how)`` returns the bytes.  What is ``costly``
    to make is kept across builds.
    """

    address: str
    source: str
    digest: str
    change: Callable[..., bytes] | None = None
    how: tuple[Any, ...] = ()
    costly: bool = False


Item = Page | Publication | Copy
