"""Posts, reports and meetings as entries."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Any

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.catalogue.subjects import subjects_of
from partnership.items.bodies import BodyLinks, body_links
from partnership.items.wording import shortened
from partnership.language import _
from partnership.locales import formats
from partnership.pictures.variants import picture
from partnership.records.content import Document, MeetingFront, ReadableDocument, ReportFront
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

SUMMARY_LENGTH = 400


class Extras(msgspec.Struct, frozen=True):
    """What an entry shows of other files: files to download, the picture's address and size.

    The working group's name.
    """

    enclosures: tuple[Enclosure, ...] = ()
    picture: str = ""
    width: int | None = None
    height: int | None = None
    group: str = ""


NO_EXTRAS = Extras()


def document_activities(catalogue: Catalogue, site_url: str, tagging_entity: str) -> Iterator[Activity]:
    """Yield every listed post, report and meeting as something that happened."""
    formatter = _Teller(catalogue, site_url)
    for documents in (catalogue.news, catalogue.reports, catalogue.meetings):
        for document in documents:
            identifier = tag_uri(tagging_entity, f"{document.kind}/{document.stem}")
            tell = partial(formatter.tell, document, identifier)
            note = partial(catalogue.bodies.open, document)
            yield Activity(identifier, stamp(document.front.date, identifier), tell, note)


class _Teller:
    """Tells of documents what feeds need to know."""

    def __init__(self, catalogue: Catalogue, site_url: str) -> None:
        self._catalogue = catalogue
        self._site_url = site_url
        self._concerns = Concerns(catalogue)
        self._subjects = subjects_of(catalogue)
        self._groups = {one.id: one.name for one in catalogue.groups}
        self._counties = {one.teryt: one.name for one in catalogue.counties}
        self._services = {one.id: one.name for one in catalogue.services}
        self._institutions = {one.id: one.type for one in catalogue.institutions}

    def tell(self, document: Document[Any], identifier: str) -> Particulars:
        """Return what the entry of a document shows, whom it concerns, and how it is made."""
        front = document.front
        links = body_links(self._catalogue, document)
        extras = _extras(self._catalogue, document, self._site_url, self._groups)
        address = self._catalogue.document_addresses[document.path]
        labels: list[str] = []
        if document.kind == "news":
            labels += [addresses.category(front.category)] if front.category else []
            labels += [addresses.tag(name) for name in front.tags]
            labels += [addresses.author(front.author)] if front.author else []
        counties, services = self._concerns.of((*front.tags, *((front.category,) if front.category else ())))
        subject = self._subjects.of(document)
        counties, services = counties.union(subject.counties), services.union(subject.services)
        about = [self._institutions[one] for one in subject.institutions if one in self._institutions]
        group = getattr(front, "group", None)
        scope = Scope(
            sections=(addresses.of("home"), addresses.section(document.kind)),
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
        digest = digest_of(identifier, address, document.content_digest or document, links, extras, topics)
        site_url = self._site_url
        opened = self._catalogue.bodies.open(document)
        make = partial(document_entry, opened, links, extras, site_url, address, identifier, topics)
        return Particulars(digest, scope, make)


def _extras(catalogue: Catalogue, document: Document[Any], site_url: str, groups: dict[str, str]) -> Extras:
    if document.front.image is None and not document.front.attachments and document.kind != "meetings":
        return NO_EXTRAS
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
    group = groups.get(getattr(document.front, "group", None) or "", "")
    if media is None:
        return Extras(tuple(enclosures), group=group)
    shown = picture(media, catalogue.document_addresses[media.path])
    return Extras(tuple(enclosures), site_url + shown.src, shown.width, shown.height, group)


def document_entry(
    document: ReadableDocument[Any],
    links: BodyLinks,
    extras: Extras,
    site_url: str,
    address: str,
    identifier: str,
    topics: tuple[str, ...] = (),
) -> Entry:
    """Return the whole entry of a document; ``topics`` are names of the counties and services it is about."""
    front = document.front
    published = stamp(front.date, identifier)
    updated = max(published, stamp(front.modified, identifier)) if front.modified else published
    parts = []
    if extras.picture:
        alt = front.image.alt or ""
        caption = ". ".join(one.rstrip(".") for one in (front.image.caption, front.image.credit) if one)
        shown = picture_html(extras.picture, alt, caption, extras.width, extras.height)
        parts.append(shown if caption else f"<p>{shown}</p>")
    if isinstance(front, MeetingFront):
        parts.append(_meeting_head(front, extras))
    if isinstance(front, ReportFront):
        parts.append(_report_head(front))
    parts.append(full_html(document.body, links, site_url, address))
    parts.append(_downloads(extras))
    authors = (
        front.authors if isinstance(front, ReportFront) and front.authors else (front.author,) if front.author else ()
    )
    title = one_line(front.title)
    if isinstance(front, MeetingFront) and front.held == "cancelled":
        title = _("Cancelled: %(title)s", title=title)
    return Entry(
        id=identifier,
        title=title,
        url=site_url + address,
        published=published,
        updated=updated,
        html=clean("\n".join(part for part in parts if part)) or f"<p>{title}</p>",
        summary=one_line(shortened(front.summary or document.body.first_paragraph, SUMMARY_LENGTH)),
        authors=tuple(one_line(name) for name in authors),
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


def _meeting_head(front: MeetingFront, extras: Extras) -> str:
    parts = [
        paragraph_html(_("State"), _("cancelled")) if front.held == "cancelled" else "",
        paragraph_html(_("When"), when(front)),
        paragraph_html(_("Where"), front.place or ""),
        paragraph_html(_("Working group"), extras.group),
        list_html(_("Agenda"), front.agenda),
        list_html(_("Decisions"), front.decisions),
    ]
    return "".join(parts)


def when(front: MeetingFront) -> str:
    """Return when a meeting is held in words, with hours where they are known."""
    starts = front.starts.at if front.starts.timed else front.starts.day
    if front.ends is None:
        return formats.event_time(starts)
    return formats.event_time(starts, front.ends.at if front.ends.timed and front.starts.timed else front.ends.day)


def _report_head(front: ReportFront) -> str:
    states = {"open": _("open"), "accepted": _("accepted"), "done": _("done"), "rejected": _("rejected")}
    recommendations = tuple(f"{one.text} ({states[one.state]})" for one in front.recommendations)
    return (
        paragraph_html(_("Method"), front.method or "")
        + list_html(_("Findings"), front.findings)
        + list_html(_("Recommendations"), recommendations)
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


_TYPES = mimetypes.MimeTypes(filenames=())
for _ending, _kind in {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".avif": "image/avif",
    ".webp": "image/webp",
}.items():
    _TYPES.add_type(_kind, _ending)


def media_type(path: str) -> str:
    """Return the media type of a file by its ending; the same on every machine."""
    return _TYPES.guess_type(path)[0] or "application/octet-stream"
