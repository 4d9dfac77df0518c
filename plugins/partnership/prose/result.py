"""What is known of a text once it is converted."""

from __future__ import annotations

from hashlib import blake2b
from html import escape
from typing import Literal, Protocol

import msgspec

from partnership.digested import Digested
from partnership.language import _
from partnership.problems import Problem, Severity
from partnership.prose.plain import whole_text

FindingCode = Literal[
    "html-tag-dropped",
    "html-content-dropped",
    "html-attribute-dropped",
    "link-scheme-dropped",
    "link-missing",
    "link-fragment-missing",
    "image-missing",
    "image-external",
    "image-without-alt",
    "heading-level-one",
    "text-too-complex",
    "text-too-long",
]

DIGEST_BYTES = 16
"""Length of the digest by which the words of a text are known."""

_WARNINGS = frozenset((
    "html-tag-dropped", "html-content-dropped", "html-attribute-dropped", "link-scheme-dropped", "heading-level-one",
))  # fmt: skip


class Finding(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Something an editor should know, at a 1-based line and column of the text; ``subject`` is what it is about."""

    line: int
    column: int
    code: FindingCode
    subject: str

    @property
    def severity(self) -> Severity:
        """What was made harmless is a warning; what would be missing on the page is an error."""
        return "warning" if self.code in _WARNINGS else "error"

    def as_problem(self, path: str, first_line: int = 1, suggestion: str | None = None) -> Problem:
        """Return the finding as a problem of the file ``path``, in whose line ``first_line`` the text begins."""
        message, hint = _told(self.code, self.subject)
        return Problem(
            path=path,
            line=self.line + first_line - 1,
            column=self.column,
            severity=self.severity,
            code=self.code,
            message=message,
            hint=hint,
            suggestion=suggestion,
        )


def _told(code: FindingCode, what: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in the language of the person at work."""
    match code:
        case "html-tag-dropped":
            return (
                _("The tag <%(what)s> is not allowed in a text and was left out", what=what),
                _("say it in Markdown, or take the tag out"),
            )
        case "html-content-dropped":
            return (
                _("The tag <%(what)s> is not allowed in a text: it was left out with all that stands in it", what=what),
                _("write its words in Markdown, or take the tag out"),
            )
        case "html-attribute-dropped":
            return (
                _("The attribute %(what)s is not allowed in a text and was left out", what=what),
                _("take the attribute out"),
            )
        case "link-scheme-dropped":
            return (
                _("The address %(what)s is not allowed and was left out", what=what),
                _("link with https, http, mailto or tel"),
            )
        case "link-missing":
            return (
                _("The link leads to %(what)s, which does not exist", what=what),
                _("give the path of a file in content/, as seen from this file"),
            )
        case "link-fragment-missing":
            return (
                _("The link leads to %(what)s, but no heading here has this name", what=what),
                _("give the heading's name in small letters without diacritics, words joined by hyphens"),
            )
        case "image-missing":
            return (
                _("The picture %(what)s does not exist", what=what),
                _("put it into content/media/ and give its path as seen from this file"),
            )
        case "image-external":
            return (
                _("The picture %(what)s stands on another server", what=what),
                _("save it in content/media/ and give its path: the site loads nothing from elsewhere"),
            )
        case "image-without-alt":
            return (
                _("The picture %(what)s has no description", what=what),
                _("say in the brackets what it shows: ![description](path)"),
            )
        case "heading-level-one":
            return (
                _(
                    "The heading “%(what)s” is of the first level, the page title's, and was made one of the second",
                    what=what,
                ),
                _("begin the line with ## instead of #, or underline it with --- instead of ==="),
            )
        case "text-too-complex":
            return (
                _("The text is too tangled: brackets, quotes, lists or tags are nested or repeated too often"),
                _("look for a mark that is never closed, or divide the text by blank lines"),
            )
        case "text-too-long":
            return _("The text is longer than 1 MiB"), _("divide it into several files")


class Heading(msgspec.Struct, frozen=True, array_like=True):
    """A heading: the fragment that leads to it, its level on the page (2–6) and its plain text."""

    id: str
    level: int
    text: str


class Link(msgspec.Struct, frozen=True, array_like=True):
    """A link to something of the site: where the text says it leads.

    ``path`` is unquoted and without query and fragment, which keep their ``?`` and ``#``.
    """

    path: str
    query: str
    fragment: str
    line: int
    column: int


class Image(msgspec.Struct, frozen=True, array_like=True):
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


class Prose(msgspec.Struct, frozen=True, array_like=True):
    """A converted text, as yet without the addresses of its links: a function of the text and the options alone.

    It can be kept by the text's hash.  ``pieces`` are HTML; between the nth and the next stands ``slots[n]``: link
    number k ≥ 0 (only its address is left open) or picture number ~k.  ``words`` holds the long parts, packed: most
    builds look at few of them, and telling whether they are the same needs no unpacking.
    """

    words: StoredBody
    slots: tuple[int, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    external_links: tuple[str, ...]
    findings: tuple[Finding, ...]
    opening: str

    @property
    def first_paragraph(self) -> str:
        """The plain text of the first paragraph: words, too, though kept where it is quickly at hand."""
        return self.opening

    @property
    def opening_digest(self) -> bytes:
        """What stands for the first paragraph, as the digest of the words does for all of them."""
        return blake2b(self.opening.encode(), digest_size=DIGEST_BYTES).digest()

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


class SealedBody(msgspec.Struct, frozen=True, array_like=True):
    """A converted text without its words: what decides how it is linked, checked and listed.

    Planners see documents with sealed bodies only; the words are read through
    :class:`partnership.records.body_reader.BodyReader`, which knows who asked for which.
    """

    sealed: Prose

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings."""
        return self.sealed.headings

    @property
    def links(self) -> tuple[Link, ...]:
        """The links to something of the site."""
        return self.sealed.links

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures."""
        return self.sealed.images

    @property
    def external_links(self) -> tuple[str, ...]:
        """The addresses elsewhere."""
        return self.sealed.external_links

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What an editor should know."""
        return self.sealed.findings

    @property
    def stored(self) -> StoredBody:
        """The words where they lie, with the digest that stands for them."""
        return self.sealed.words

    @property
    def opening_digest(self) -> bytes:
        """What stands for the first paragraph."""
        return self.sealed.opening_digest


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
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    external_links: tuple[str, ...]
    findings: tuple[Finding, ...]
    first_paragraph: str

    @property
    def dropped(self) -> tuple[Finding, ...]:
        """The findings that tell what sanitising left out."""
        return tuple(finding for finding in self.findings if finding.code.endswith("-dropped"))


def image_html(image: Image, address: str) -> str:
    """Return the plain HTML of a picture: ``img``, or a figure when it stands alone and has a title."""
    role = ' role="presentation"' if image.decorative else ""
    img = f'<img src="{escape(address)}" alt="{escape(image.alt)}"{role} loading="lazy">'
    if not image.alone:
        return img
    if not image.title:
        return f"<p>{img}</p>"
    return f"<figure>{img}<figcaption>{escape(image.title)}</figcaption></figure>"
