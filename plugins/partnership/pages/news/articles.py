"""What every document has on its page: text, picture, files to download, who wrote it, what belongs to it.

The planner collects :class:`RelatedContent` from the catalogue, the view joins them with the document into an
:class:`Article`.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.catalogue.grouping import family
from partnership.items.bodies import NO_LINKS, BodyLinks, body_links, finish_body
from partnership.items.item import Image, Link
from partnership.items.wording import description
from partnership.kinds.kind import Kind
from partnership.locales.formats import language_in_itself
from partnership.pages.common.pictures import ShownPicture
from partnership.pages.common.tables import reachable_tables
from partnership.pages.news.cards import foreign, picture_of
from partnership.pages.news.downloads import Download, downloads
from partnership.records.content import Document, DocumentFrame, ReadableDocument
from partnership.records.fields import Moment
from partnership.region_words import RegionWords

SHARED_PICTURES: Final = (".jpg", ".jpeg", ".png", ".webp", ".gif")
"""Endings of pictures that the programs of social media can show."""

CONTENTS_FROM: Final = 4
"""From how many headings on a text has a table of contents."""


class Illustration(msgspec.Struct, frozen=True, kw_only=True):
    """The picture of a document with its caption and author."""

    picture: ShownPicture
    caption: str
    credit: str


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """The same text in another language; ``name`` is the language's name in that language."""

    lang: str
    name: str
    title: str
    address: str


class Anchor(msgspec.Struct, frozen=True):
    """A heading in the table of contents."""

    id: str
    title: str


class RelatedContent(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What a document's page shows from outside the document itself."""

    address: str
    links: BodyLinks = NO_LINKS
    illustration: Illustration | None = None
    downloads: tuple[Download, ...] = ()
    related: tuple[Link, ...] = ()
    versions: tuple[Version, ...] = ()
    author: Link | None = None
    category: Link | None = None
    tags: tuple[Link, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A document on its page.  ``lang`` is set where the text is not in Polish."""

    title: str
    lang: str | None
    lead: str
    body: str
    contents: tuple[Anchor, ...]
    illustration: Illustration | None
    downloads: tuple[Download, ...]
    related: tuple[Link, ...]
    versions: tuple[Version, ...]
    published: Moment | None
    modified: Moment | None
    author: Link | None
    category: Link | None
    tags: tuple[Link, ...]


def surroundings(
    catalogue: Catalogue,
    document: Document[Any],
    earlier: tuple[Link, ...] = (),
    at_least: int = 0,
    labels: Labels | None = None,
) -> RelatedContent:
    """Collect what a document's page shows from outside the document.

    Where the editor put fewer than ``at_least`` documents beside it, ``earlier`` ones fill up.  Whoever collects for
    thousands asks the catalogue for the ``labels`` once.
    """
    front = document.front
    if labels is None:
        labels = catalogue.derived(Labels)
    beside = related(catalogue, document) if front.related else ()
    if not beside:
        beside = earlier[:at_least]
    elif len(beside) < at_least:
        beside = (*beside, *(one for one in earlier if one not in beside))[:at_least]
    return RelatedContent(
        address=catalogue.document_addresses[document.path],
        links=body_links(catalogue, document),
        illustration=_illustration(catalogue, document),
        downloads=downloads(catalogue, document) if front.attachments else (),
        related=beside,
        versions=versions(catalogue, document),
        author=_label(front.author, labels.authors),
        category=_label(front.category, labels.categories),
        tags=tuple([one for tag in dict.fromkeys(front.tags) if (one := _label(tag, labels.tags))])
        if front.tags
        else (),
    )


def stands_alone(catalogue: Catalogue, document: Document[Any]) -> bool:
    """Tell whether nothing on a listed document's page but its labels follows from what it names or who names it."""
    front = document.front
    return not (
        front.related
        or document.body.refers
        or front.image is not None
        or front.attachments
        or front.translation is not None
        or len(catalogue.versions[family(document)]) > 1
    )


def surroundings_alone(document: Document[Any], address: str, earlier: tuple[Link, ...] = ()) -> RelatedContent:
    """Return what :func:`surroundings` collects of a listed document that stands alone: its labels are listed, too."""
    front = document.front
    return RelatedContent(
        address=address,
        related=earlier,
        author=Link(front.author, addresses.author(front.author)) if front.author else None,
        category=Link(front.category, addresses.category(front.category)) if front.category else None,
        tags=tuple([Link(tag, addresses.tag(tag)) for tag in dict.fromkeys(front.tags) if tag]),
    )


class Labels:
    """The labels that listed posts carry, each as a link to its archive, by name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.authors = {name: Link(name, addresses.author(name)) for name in catalogue.authors}
        self.categories = {name: Link(name, addresses.category(name)) for name in catalogue.categories}
        self.tags = {name: Link(name, addresses.tag(name)) for name in catalogue.tags}


def _label(name: str | None, listed: dict[str, Link]) -> Link | None:
    """Return a label as a link to its archive; without an address when no listed post carries it."""
    return (listed.get(name) or Link(name, "")) if name else None


def _illustration(catalogue: Catalogue, document: Document[Any]) -> Illustration | None:
    image = document.front.image
    alt = "" if image is None or image.decorative else image.alt or ""
    found = picture_of(catalogue, document, alt)
    if found is None:
        return None
    return Illustration(picture=found, caption=image.caption or "", credit=image.credit or "")


def related(catalogue: Catalogue, document: Document[Any]) -> tuple[Link, ...]:
    """Return the documents that the editor put beside this one, in the editor's order."""
    titles, known = catalogue.titles, catalogue.document_addresses
    paths = [path for target in document.front.related if (path := resolve(document.path, target))]
    return tuple(Link(titles[path], known[path]) for path in dict.fromkeys(paths) if path in titles)


def versions(catalogue: Catalogue, document: Document[Any]) -> tuple[Version, ...]:
    """Return the same text in other languages, the Polish original first; hidden texts are not among them."""
    family = catalogue.versions.get((document.kind, document.front.translation or document.stem), ())
    if len(family) == 1 and family[0] is document:
        return ()
    return tuple(
        Version(
            lang=one.front.lang,
            name=language_in_itself(one.front.lang),
            title=one.front.title,
            address=catalogue.document_addresses[one.path],
        )
        for one in family
        if one.path != document.path
    )


def hidden_documents(catalogue: Catalogue, kind: str) -> tuple[Document[Any], ...]:
    """Return the documents of a kind that are built and listed nowhere."""
    return tuple(one for one in catalogue.unlisted if one.kind == kind)


def article(document: ReadableDocument[Any], around: RelatedContent) -> Article:
    """Return a document ready for its page."""
    front = document.front
    headings = tuple(Anchor(one.id, one.text) for one in document.body.headings if one.level == 2)
    return Article(
        title=front.title,
        lang=foreign(front.lang),
        lead=front.summary or "",
        body=reachable_tables(finish_body(document.body, around.links), front.lang),
        contents=headings if len(headings) >= CONTENTS_FROM else (),
        illustration=around.illustration,
        downloads=around.downloads,
        related=around.related,
        versions=around.versions,
        published=getattr(front, "date", None),
        modified=front.modified,
        author=around.author,
        category=around.category,
        tags=around.tags,
    )


def head_description(document: ReadableDocument[Any], fallback: str = "") -> str:
    """Return the description of a document's page."""
    return description(document.front.summary, document.body.first_paragraph, fallback, document.front.title)


def head_image(around: RelatedContent) -> Image | None:
    """Return the picture for sharing, where the document has one that other programs can show."""
    one = around.illustration
    if one is None or not one.picture.address.lower().endswith(SHARED_PICTURES):
        return None
    return Image(one.picture.address, one.picture.alt or one.caption, one.picture.width, one.picture.height)


def head_translations(document: DocumentFrame[Any], around: RelatedContent) -> tuple[tuple[str, str], ...]:
    """Return (language, address) of all versions of a text, itself among them, or nothing when there is only one."""
    if not around.versions:
        return ()
    return ((document.front.lang, around.address), *((one.lang, one.address) for one in around.versions))


def head_modified(document: DocumentFrame[Any]) -> str | None:
    """Return the ISO date of the last change of a document that has any date."""
    moment = document.front.modified or getattr(document.front, "date", None)
    return moment.day.isoformat() if moment is not None else None


def section_link(kind: Kind, region: RegionWords) -> Link:
    """Return the link to the section of a kind of document."""
    return Link(kind.words(region).title, addresses.section(kind.name))
