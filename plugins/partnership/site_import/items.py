"""What an old site consists of, whatever program ran it: texts and files, and notes on what needs a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Literal, Protocol

import msgspec

Kind = Literal["news", "pages"]
State = Literal["published", "draft", "hidden"]
Severity = Literal["work", "changed", "left-out"]
"""A note tells of work for a person, of a change that was made, or of something that did not come along."""


class Note(msgspec.Struct, frozen=True):
    """What happened to one item: a code for programs, how the report names the item, and what happened in words."""

    severity: Severity
    code: str
    item: str
    message: str


class OldFile(msgspec.Struct):
    """A picture or a file of the old site, by its address there; ``parent`` is the id of the text it belongs to."""

    address: str
    title: str = ""
    alt: str = ""
    caption: str = ""
    parent: str = ""
    pages: tuple[str, ...] = ()
    """Addresses of pages that only show the file."""


class OldText(msgspec.Struct):
    """A post or page as the old site had it.

    ``id`` is its own there and stays the same from one import to the next; ``addresses`` are all under which it could
    be reached, the usual one first.  The text is HTML in ``html`` or Markdown in ``markdown``.
    """

    id: str
    kind: Kind
    title: str
    html: str = ""
    markdown: str | None = None
    date: datetime | None = None
    modified: datetime | None = None
    slug: str = ""
    author: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    state: State = "published"
    summary: str = ""
    image: str = ""
    lang: str = ""
    addresses: tuple[str, ...] = ()
    within: str = ""
    """Address that relative links of the text count from, where it is not the usual one."""
    notes: list[tuple[Severity, str, str]] = msgspec.field(default_factory=list)
    """Notes that reading it gave: severity, code and message."""

    @property
    def name(self) -> str:
        """How the report names it."""
        return f"{self.id} „{self.title}”" if self.title else self.id


class OldSite(Protocol):
    """A source that can be read again and again, an item at a time."""

    base: str
    """Address of the old site without a final slash; empty where it is not known."""

    def texts(self) -> Iterator[OldText]:
        """Yield every text; raises :class:`UserError` where the source cannot be read."""

    def files(self) -> Iterator[OldFile]:
        """Yield what is known of pictures and files."""

    def notes(self) -> list[Note]:
        """Return what reading the source itself gave."""


Tell = Callable[[Severity, str, str], None]
"""Takes a note on the item at hand: severity, code, message."""
