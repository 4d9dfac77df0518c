"""Texts as entries: posts, reports, meetings and whatever else has a section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from html import escape
from typing import TYPE_CHECKING, Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.catalogue.named_records import named_records
from partnership.catalogue.subjects import Subject, subjects_of
from partnership.items.bodies import BodyLinks, body_links
from partnership.items.wording import shortened
from partnership.kinds.kind import Fact, Kind, Named
from partnership.language import _
from partnership.locales import formats
from partnership.pictures.variants import picture
from partnership.records.content import Document, ReadableDocument
from partnership.records.fields import Moment
from partnership.subscriptions.concerns import Concerns
from partnership.subscriptions.entries import (
    Activity,
    Enclosure,
    Entry,
    Particulars,
    Scope,
    clean,
    digest_of,
    one_line,
    stamp,
    tag_uri,
)
from partnership.subscriptions.texts import full_html, list_html, paragraph_html, picture_html

if TYPE_CHECKING:
    from mimetypes import MimeTypes

SUMMARY_LENGTH = 400


class Extras(msgspec.Struct, frozen=True):
    """What an entry shows of other files: files to download, the picture's address and size.

    ``named`` are the names of records that the head names, by key.
    """

    enclosures: tuple[Enclosure, ...] = ()
    picture: str = ""
    width: int | None = None
    height: int | None = None
    named: tuple[tuple[str, str], ...] = ()


NO_EXTRAS = Extras()


def document_activities(catalogue: Catalogue, site_url: str, tagging_entity: str) -> Iterator[Activity]:
    """Yield every listed text that has a section as something that happened."""
    tell, note = _Teller(catalogue, site_url).tell, catalogue.bodies.shown
    head = tag_uri(tagging_entity, "")
    for document in catalogue.dated:
        identifier = f"{head}{document.kind}/{document.stem}"
        published = stamp(document.front.date, identifier)
        yield Activity(identifier, published, partial(tell, document, identifier), partial(note, document))


class _Teller:
    """Tells of documents what feeds need to know."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self._catalogue = catalogue
        self._site_url = site_url
        self._concerns = Concerns(catalogue)
        self._subjects = subjects_of(catalogue)
        self._counties = {one.teryt: one.name for one in catalogue.counties}
        self._services = {one.id: one.name for one in catalogue.services}
        self._institutions = {one.id: one.type for one in catalogue.briefs.values() if one.status == "active"}
        self._reaches: dict[tuple[Any, ...], tuple[Scope, tuple[str, ...]]] = {}

    def tell(self, document: Document[Any], identifier: str) -> Particulars:
        """Return what the entry of a document shows, whom it concerns, and how it is made."""
        front = document.front
        links = body_links(self._catalogue, document)
        kind = self._catalogue.kind[document.kind]
        named = named_records(self._catalogue, kind, front)
        extras = _extras(self._catalogue, document, self._site_url, named)
        address = self._catalogue.document_addresses[document.path]
        group = getattr(front, "group", None)
        # Thousands of posts have few heads but for their titles and days.
        head = (document.kind, front.category, front.tags, front.author, group, self._subjects.of(document))
        reach = self._reaches.get(head)
        if reach is None:
            reach = self._reaches[head] = self._reach(*head)
        scope, topics = reach
        original = self._catalogue.original(document)
        changed = original.front.modified if original is not None else None
        digest = digest_of(identifier, address, document.content_digest or document, links, extras, topics, changed)
        site_url = self._site_url
        opened = self._catalogue.bodies.open(document)
        make = partial(document_entry, kind, opened, links, extras, site_url, address, identifier, topics, changed)
        return Particulars(digest, scope, make)

    def _reach(
        self,
        kind: str,
        category: str | None,
        tags: tuple[str, ...],
        author: str | None,
        group: str | None,
        subject: Subject,
    ) -> tuple[Scope, tuple[str, ...]]:
        """Return whom texts concern that say this in their heads, and the names of the counties and services."""
        labels: list[str] = []
        if kind == "news":
            labels += [addresses.category(category)] if category else []
            labels += [addresses.tag(name) for name in tags]
            labels += [addresses.author(author)] if author else []
        counties, services = self._concerns.of((*tags, *((category,) if category else ())))
        counties, services = counties.union(subject.counties), services.union(subject.services)
        about = [self._institutions[one] for one in subject.institutions if one in self._institutions]
        scope = Scope(
            sections=(addresses.of("home"), addresses.section(kind)),
            labels=tuple(dict.fromkeys(labels)),
            counties=counties,
            services=services,
            types=frozenset(about),
            groups=frozenset((group,)) if group else frozenset(),
            pairs=bool(counties and services),
        )
        topics = (
            *(name for code, name in self._counties.items() if code in counties),
            *(name for one, name in self._services.items() if one in services),
        )
        return scope, topics


def _extras(catalogue: Catalogue, document: Document[Any], site_url: str, known: Mapping[str, Named]) -> Extras:
    named = tuple((key, one.title) for key, one in known.items())
    if document.front.image is None and not document.front.attachments:
        return Extras(named=named) if named else NO_EXTRAS
    enclosures = []
    for attachment in document.front.attachments:
        path = resolve(document.path, attachment.file)
        media = catalogue.media.get(path) if path else None
        if media is not None:
            url = site_url + catalogue.document_addresses[media.path]
            enclosures.append(Enclosure(url, media_type(media.path), media.size, attachment.title))
    image = document.front.image
    path = resolve(document.path, image.src) if image is not None else None
    media = catalogue.media.get(path) if path else None
    if media is None:
        return Extras(tuple(enclosures), named=named)
    shown = picture(media, catalogue.document_addresses[media.path])
    return Extras(tuple(enclosures), site_url + shown.src, shown.width, shown.height, named)


def document_entry(
    kind: Kind,
    document: ReadableDocument[Any],
    links: BodyLinks,
    extras: Extras,
    site_url: str,
    address: str,
    identifier: str,
    topics: tuple[str, ...] = (),
    changed: Moment | None = None,
) -> Entry:
    """Return the whole entry of a document.

    ``topics`` are names of the counties and services it is about; ``changed`` is when the original of a translation,
    from which it has its facts, was changed last.
    """
    front = document.front
    published = stamp(front.date, identifier)
    updated = max([published, *(stamp(one, identifier) for one in (front.modified, changed) if one is not None)])
    parts = []
    if extras.picture:
        alt = front.image.alt or ""
        caption = ". ".join(one.rstrip(".") for one in (front.image.caption, front.image.credit) if one)
        shown = picture_html(extras.picture, alt, caption, extras.width, extras.height)
        parts.append(shown if caption else f"<p>{shown}</p>")
    parts.append(_facts(kind.facts(front, {key: Named(title) for key, title in extras.named})))
    parts.append(full_html(document.body, links, site_url, address))
    parts.append(_downloads(extras))
    title = kind.heading(front, one_line(front.title))
    return Entry(
        id=identifier,
        title=title,
        url=site_url + address,
        published=published,
        updated=updated,
        html=clean("\n".join(part for part in parts if part)) or f"<p>{title}</p>",
        summary=one_line(shortened(front.summary or document.body.first_paragraph, SUMMARY_LENGTH)),
        authors=tuple(one_line(name) for name in kind.authors(front)),
        categories=tuple(
            dict.fromkeys(
                one_line(name) for name in ((front.category,) if front.category else ()) + front.tags + topics
            )
        ),
        enclosures=extras.enclosures,
        image=extras.picture,
        lang=front.lang,
        kind=document.kind,
    )


def _facts(facts: Sequence[Fact]) -> str:
    """Return what a head says, each fact as a labelled line or list."""
    return "".join(
        list_html(one.label, one.value)
        if isinstance(one.value, tuple)
        else paragraph_html(one.label, one.value.title if isinstance(one.value, Named) else one.value)
        for one in facts
    )


def _downloads(extras: Extras) -> str:
    if not extras.enclosures:
        return ""
    items = "".join(
        f'<li><a href="{escape(one.url)}">{escape(one.title)}</a> ({escape(formats.file_size(one.length))})</li>'
        for one in extras.enclosures
    )
    heading = _("To download")
    return f"<h2>{escape(heading)}</h2><ul>{items}</ul>"


_TYPES_BY_ENDING: Final = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".avif": "image/avif",
    ".webp": "image/webp",
}
"""What not every version of Python knows."""


@lru_cache(maxsize=1)
def _types() -> MimeTypes:
    import mimetypes  # not at the top: few builds look at a file to download

    types = mimetypes.MimeTypes(filenames=())
    for ending, kind in _TYPES_BY_ENDING.items():
        types.add_type(kind, ending)
    return types


def media_type(path: str) -> str:
    """Return the media type of a file by its ending; the same on every machine."""
    return _types().guess_type(path)[0] or "application/octet-stream"
