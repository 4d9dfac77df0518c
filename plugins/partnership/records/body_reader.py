"""Reading the words of documents, with a note of who asked for which.

A build plans an area again after an edit of words only where the area asked for those words.  So words are read
through a reader that takes note; a document as the catalogue has it does not give them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from partnership.records.content import Document, FrontT, ReadableDocument, readable

F = TypeVar("F")
T = TypeVar("T")


class BodyReader:
    """Reads words for planners and notes the digests of those that were asked for; one for each build.

    A first paragraph has a digest of its own, since lists show no more of a text.
    """

    def __init__(self) -> None:
        self._asked: set[bytes] = set()
        self._opened: dict[str, tuple[Document[Any], ReadableDocument[Any]]] = {}
        self._made: dict[tuple[object, str], tuple[object, tuple[bytes, ...], Any]] = {}

    @contextmanager
    def recording(self) -> Iterator[set[bytes]]:
        """Give a new set, which receives the digests of the words that are asked for inside; the outer one, too."""
        outer, asked = self._asked, set[bytes]()
        self._asked = asked
        try:
            yield asked
        finally:
            self._asked = outer
            outer |= asked

    def note(self, digests: Iterable[bytes]) -> None:
        """Take note of words that were asked for before and are shown again."""
        self._asked.update(digests)

    def shown(self, document: Document[Any]) -> None:
        """Take note that a document's words are shown, though nobody reads them now."""
        self._asked.add(document.body.stored.digest)

    def open(self, document: Document[FrontT]) -> ReadableDocument[FrontT]:
        """Return a document with its words; the same object for the same document."""
        self._asked.add(document.body.stored.digest)
        known = self._opened.get(document.path)
        if known is not None and known[0] is document:
            return known[1]
        opened = readable(document)
        self._opened[document.path] = (document, opened)
        return opened

    def opening(self, document: Document[FrontT]) -> str:
        """Return the plain text of a document's first paragraph."""
        self._asked.add(document.body.opening_digest)
        return document.body.sealed_opening

    def once(self, make: Callable[[BodyReader, Any, F], T], document: Document[Any], given: F) -> T:
        """Return ``make(self, document, given)``, made once; whoever gives the same object asks for the same words."""
        place = make, document.path
        known = self._made.get(place)
        if known is None or known[0] is not given:
            with self.recording() as asked:
                made = make(self, document, given)
            known = self._made[place] = given, tuple(asked), made
        self.note(known[1])
        result: T = known[2]
        return result

    def forget(self) -> None:
        """Let go of what :meth:`once` made: nobody plans any more."""
        self._made.clear()
