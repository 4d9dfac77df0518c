"""What is known of a text once it is converted."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from html import escape
from typing import Protocol

import msgspec

from partnership.digested import Digested
from partnership.prose.findings import Finding
from partnership.prose.plain import whole_text

DIGEST_BYTES = 16
"""Length of the digest by which the words of a text are known."""


class Heading(msgspec.Struct, frozen=True, array_like=True):
    """A heading: the fragment that leads to it, its level on the page (2–6) and its plain text."""

    id: str
    level: int
    text: str


class TextLink(msgspec.Struct, frozen=True, array_like=True):
    """A link to something of the site: where the text says it leads.

    ``path`` is unquoted and without query and fragment, which keep their ``?`` and ``#``.
    """

    path: str
    query: str
    fragment: str
    line: int
    column: int


class TextImage(msgspec.Struct, frozen=True, array_like=True):
    """A picture: path as written (unquoted), alternative text, title (the caption, or ""), and whether it stands alone.

    One that stands alone is a paragraph of its own, so that what is rendered for it is a block: ``<figure>`` or
    ``<p>``.
    """

    path: str
    alt: str
    title: str
    alone: bool
    decorative: bool
    line: int
    column: int


class BodyMissing(Exception):
    """Words are no longer where they were kept: what was remembered of them is worth nothing."""


class BodySource(Protocol):
    """Where words lie that are not in memory."""

    def read(self, words: StoredBody) -> bytes:
        """Return the packed form of words; raises :class:`BodyMissing` when it is gone."""


class StoredBody(Digested):
    """The long parts of a text, packed: in memory, or at a ``place`` (offset and length in bytes) of their ``home``.

    ``digest`` stands for them.
    """

    __slots__ = ("_packed", "digest", "home", "place")

    def __init__(
        self, digest: bytes, packed: bytes | None, home: BodySource | None = None, place: tuple[int, int] = (0, 0)
    ) -> None:
        self.digest = digest
        self.home = home
        self.place = place
        self._packed = packed

    @property
    def packed(self) -> bytes:
        """The packed form; raises :class:`BodyMissing` when it is no longer where it was kept."""
        if self._packed is not None:
            return self._packed
        assert self.home is not None
        return self.home.read(self)

    def __len__(self) -> int:
        """Return the size of the packed form in bytes."""
        return self.place[1] if self._packed is None else len(self._packed)

    def __bool__(self) -> bool:
        """Words are something, however few."""
        return True

    def input_digest(self) -> bytes:
        """Return what stands for the words."""
        return self.digest

    def stored_at(self, home: BodySource, place: tuple[int, int]) -> None:
        """Take note of where the words lie now, and hold them in memory no longer."""
        self.home, self.place, self._packed = home, place, None

    def __eq__(self, other: object) -> bool:
        """Words are equal when their digests are."""
        return isinstance(other, StoredBody) and self.digest == other.digest

    def __hash__(self) -> int:
        """Return a hash that fits equality."""
        return hash(self.digest)


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """All of a converted text but its words: what decides how it is linked, checked and listed."""

    slots: tuple[int, ...]
    headings: tuple[Heading, ...]
    links: tuple[TextLink, ...]
    images: tuple[TextImage, ...]
    external_links: tuple[str, ...]
    findings: tuple[Finding, ...]
    opening: str


class Prose(Frame, frozen=True, array_like=True):
    """A converted text, as yet without the addresses of its links: a function of the text and the options alone.

    It can be kept by the text's hash.  ``pieces`` are HTML; between the nth and the next stands ``slots[n]``: link
    number k ≥ 0 (only its address is left open) or picture number ~k.  ``words`` holds the long parts, packed: most
    builds look at few of them, and telling whether they are the same needs no unpacking.
    """

    words: StoredBody

    @property
    def first_paragraph(self) -> str:
        """The plain text of the first paragraph: words, too, though kept where it is quickly at hand."""
        return self.opening

    @property
    def pieces(self) -> tuple[str, ...]:
        """The HTML around the slots."""
        return _unpack(self.words.packed).pieces

    @property
    def text(self) -> str:
        """The whole text without any mark, made of the pieces on each demand: next to nobody asks for it."""
        pieces = self.pieces
        alone = ("\n" if slot < 0 and self.images[~slot].alone else "" for slot in self.slots)
        html = "".join(part for pair in zip(pieces, (*alone, ""), strict=True) for part in pair)
        return whole_text(html)


class SealedBody(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """A converted text without its words: what decides how it is linked, checked and listed.

    Planners see documents with sealed bodies only; the words are read through
    :class:`partnership.records.body_reader.BodyReader`, which knows who asked for which.  ``stored`` are the words
    where they lie, with the digest that stands for them.  All else is kept ``packed``, since most builds ask for it
    of few texts; ``refers`` tells whether there are links to something of the site, or pictures.
    """

    stored: StoredBody
    packed: msgspec.Raw
    refers: bool

    @cached_property
    def _frame(self) -> Frame:
        return _unpack_frame(self.packed)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings."""
        return self._frame.headings

    @property
    def links(self) -> tuple[TextLink, ...]:
        """The links to something of the site."""
        return self._frame.links

    @property
    def images(self) -> tuple[TextImage, ...]:
        """The pictures."""
        return self._frame.images

    @property
    def external_links(self) -> tuple[str, ...]:
        """The addresses elsewhere."""
        return self._frame.external_links

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What an editor should know."""
        return self._frame.findings

    @property
    def sealed_opening(self) -> str:
        """The first paragraph, for those alone who note that they show it."""
        return self._frame.opening

    @property
    def opening_digest(self) -> bytes:
        """What stands for the first paragraph, as the digest of the words does for all of them."""
        return blake2b(self._frame.opening.encode(), digest_size=DIGEST_BYTES).digest()


def seal(prose: Prose) -> SealedBody:
    """Return a converted text with its words sealed."""
    frame = Frame(*[getattr(prose, name) for name in Frame.__struct_fields__])
    return SealedBody(prose.words, msgspec.Raw(_pack_frame(frame)), bool(prose.links or prose.images))


def unseal(body: SealedBody) -> Prose:
    """Return the converted text of a body with its words."""
    return Prose(**msgspec.structs.asdict(_unpack_frame(body.packed)), words=body.stored)


_pack_frame = msgspec.msgpack.Encoder().encode
_unpack_frame = msgspec.msgpack.Decoder(Frame).decode


class _Parts(msgspec.Struct, array_like=True):
    pieces: tuple[str, ...]


_unpack = msgspec.msgpack.Decoder(_Parts).decode


def words(pieces: tuple[str, ...]) -> StoredBody:
    """Pack the long parts of a text."""
    packed = msgspec.msgpack.encode(_Parts(pieces))
    return StoredBody(blake2b(packed, digest_size=DIGEST_BYTES).digest(), packed)


class ProseResult(msgspec.Struct, frozen=True):
    """A finished text: safe HTML and all that is known of it; ``findings``, sorted, has those of the links too."""

    html: str
    headings: tuple[Heading, ...]
    links: tuple[TextLink, ...]
    images: tuple[TextImage, ...]
    external_links: tuple[str, ...]
    findings: tuple[Finding, ...]
    first_paragraph: str


def image_html(image: TextImage, address: str) -> str:
    """Return the plain HTML of a picture: ``img``, or a figure when it stands alone and has a title."""
    role = ' role="presentation"' if image.decorative else ""
    img = f'<img src="{escape(address)}" alt="{escape(image.alt)}"{role} loading="lazy">'
    if not image.alone:
        return img
    if not image.title:
        return f"<p>{img}</p>"
    return f"<figure>{img}<figcaption>{escape(image.title)}</figcaption></figure>"
