"""The head of Markdown files: posts, reports, meetings and pages, each with its text already converted."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Generic, Literal, TypeVar

import msgspec
from msgspec import Meta

from partnership.locales.slugs import slug
from partnership.prose.result import Prose, SealedBody, unseal
from partnership.records.fields import (
    CountyCode,
    Id,
    Language,
    Line,
    Moment,
    Owner,
    Part,
    ReviewAfterMonths,
    Slug,
    Text,
    Verified,
)
from partnership.records.shared import Shared

State = Literal["published", "draft", "hidden"]
Path = Annotated[str, Meta(min_length=1, max_length=400)]


class Picture(Part, frozen=True, kw_only=True):
    """The picture of a document."""

    src: Annotated[Path, Meta(description="Path of the picture, relative to this file")]
    alt: Annotated[str | None, Meta(description="What the picture shows, for those who do not see it")] = None
    decorative: Annotated[bool, Meta(description="true when the picture only decorates; then alt is empty")] = False
    caption: Annotated[Text | None, Meta(description="Caption, different from alt")] = None
    credit: Annotated[Line | None, Meta(description="Author of the picture")] = None


class Attachment(Part, frozen=True, kw_only=True):
    """A file to download."""

    file: Annotated[Path, Meta(description="Path of the file, relative to this file")]
    title: Annotated[Line, Meta(description="Name of the document")]
    description: Annotated[Text | None, Meta(description="What is in it")] = None
    lang: Annotated[Language | None, Meta(description="Language of the document")] = None


class Front(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Keys that every Markdown file may carry."""

    title: Annotated[Line, Meta(description="Title")]
    modified: Annotated[Moment | None, Meta(description="Date of the last important change")] = None
    author: Annotated[Line | None, Meta(description="Author")] = None
    summary: Annotated[Text | None, Meta(description="Summary in one or two sentences")] = None
    category: Annotated[Line | None, Meta(description="Category")] = None
    tags: Annotated[tuple[Line, ...], Meta(description="Topics")] = ()
    slug: Annotated[Slug | None, Meta(description="Last part of the address; without it the file's name")] = None
    lang: Annotated[Language, Meta(description="Language of the text; without it the site's first language")] = ""
    translation: Annotated[Line | None, Meta(description="File name (without .md) of the original")] = None
    translates: Annotated[
        Moment | None, Meta(description="Day of the last change of the original that this translation knows")
    ] = None
    image: Annotated[Picture | None, Meta(description="Picture")] = None
    attachments: Annotated[tuple[Attachment, ...], Meta(description="Files to download")] = ()
    aliases: Annotated[tuple[Path, ...], Meta(description="Old addresses that lead here")] = ()
    state: Annotated[State, Meta(description="published, draft or hidden")] = "published"
    related: Annotated[tuple[Path, ...], Meta(description="Paths of related documents, relative to this file")] = ()
    owner: Owner = None
    verified: Verified = None
    review_after_months: ReviewAfterMonths = None


class SubjectFront(Front, frozen=True, kw_only=True):
    """What a text is about: it then stands on those pages and in their feeds."""

    counties: Annotated[tuple[CountyCode, ...], Meta(description="Codes of the counties it is about, in quotes")] = ()
    services: Annotated[tuple[Id, ...], Meta(description="Ids of the services it is about")] = ()
    institutions: Annotated[tuple[Id, ...], Meta(description="Ids of the institutions it is about")] = ()


class DatedFront(SubjectFront, frozen=True, kw_only=True):
    """A text with a date: every kind that has a section."""

    date: Annotated[Moment, Meta(description="Date, with a time if you like")]


class NewsFront(DatedFront, frozen=True, kw_only=True):
    """Head of ``content/news/**/*.md``."""


class Recommendation(Part, frozen=True, kw_only=True):
    """What a report recommends and what became of it."""

    text: Annotated[Text, Meta(description="The recommendation")]
    state: Annotated[
        Literal["open", "accepted", "done", "rejected"], Meta(description="State: open, accepted, done or rejected")
    ]
    note: Annotated[Text | None, Meta(description="A remark on its state")] = None


class ReportFront(DatedFront, frozen=True, kw_only=True):
    """Head of ``content/reports/**/*.md``."""

    authors: Annotated[tuple[Line, ...], Meta(description="Authors of the report")] = ()
    method: Annotated[Text | None, Meta(description="Method")] = None
    findings: Annotated[tuple[Text, ...], Meta(description="Main findings")] = ()
    recommendations: Annotated[tuple[Recommendation, ...], Meta(description="Recommendations and their state")] = ()


class MeetingFront(DatedFront, frozen=True, kw_only=True):
    """Head of ``content/meetings/**/*.md``."""

    starts: Annotated[Moment, Meta(description="When the meeting starts")]
    ends: Annotated[Moment | None, Meta(description="When the meeting ends")] = None
    place: Annotated[Line | None, Meta(description="Place")] = None
    agenda: Annotated[tuple[Text, ...], Meta(description="Agenda")] = ()
    decisions: Annotated[tuple[Text, ...], Meta(description="Decisions")] = ()
    participants: Annotated[str | int | tuple[Line, ...] | None, Meta(description="Who took part")] = None
    group: Annotated[Id | None, Meta(description="Id of the working group")] = None
    held: Annotated[Literal["planned", "held", "cancelled"] | None, Meta(description="planned, held or cancelled")] = (
        None
    )


class PageFront(Front, frozen=True, kw_only=True):
    """Head of ``content/pages/**/*.md``."""

    date: Annotated[Moment | None, Meta(description="Date, with a time if you like")] = None


FrontT = TypeVar("FrontT", bound=Front, covariant=True)


class DocumentFrame(Shared, Generic[FrontT], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A Markdown file but for its text: its kind (the folder), stem, path relative to the content folder and head.

    ``digest`` is that of the file's bytes: with the path it stands for all the rest, which is read from them.
    """

    kind: str
    stem: str
    path: str
    front: FrontT
    digest: bytes = b""

    @property
    def content_digest(self) -> bytes:
        """Path and digest of the file: a document is a function of these alone."""
        return self.path.encode() + b"\0" + self.digest if self.digest else b""

    @property
    def slug(self) -> str:
        """Last part of the address."""
        return self.front.slug or slug(self.stem)


class Document(DocumentFrame[FrontT], Generic[FrontT], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A Markdown file whose text is sealed: planners see what it links, names and says in its head.

    ``left_out`` are places in its head, keys joined by dots, that a translation leaves to its original: until the two
    are joined, something else stands there.
    """

    body: SealedBody
    left_out: tuple[str, ...] = ()


class ReadableDocument(DocumentFrame[FrontT], Generic[FrontT], frozen=True, kw_only=True, dict=True):
    """A Markdown file with its text, for the page or entry that shows it."""

    kept: SealedBody

    @cached_property
    def body(self) -> Prose:
        """The text; taken apart only where it is shown, since most of what is planned lies there already."""
        return unseal(self.kept)


def readable(document: Document[FrontT]) -> ReadableDocument[FrontT]:
    """Return a document with its text, unrecorded: for commands and previews that plan nothing."""
    return ReadableDocument(
        kind=document.kind,
        stem=document.stem,
        path=document.path,
        front=document.front,
        digest=document.digest,
        kept=document.body,
    )


News = Document[NewsFront]
Report = Document[ReportFront]
Meeting = Document[MeetingFront]
ContentPage = Document[PageFront]
ReadableReport = ReadableDocument[ReportFront]
ReadableMeeting = ReadableDocument[MeetingFront]
ReadablePage = ReadableDocument[PageFront]
