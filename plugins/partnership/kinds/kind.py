"""The declaration of a kind of content, and its parts.

Folder, front matter, address, section, feed, search, open data, freshness, questions of ``new`` and navigation of a
kind are said here and nowhere else; whatever goes through the kinds of a site asks their declarations
(``settings.kinds``, ``catalogue.kinds``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

import msgspec

from partnership.kinds.parts import InEditor, RecordName, Text
from partnership.records.content import Front
from partnership.records.fields import Moment
from partnership.region_words import RegionWords

Due = tuple[Literal["held", "expired", "soon"], date]
"""Why somebody has to look at a text, and since or from when."""


class SectionWords(msgspec.Struct, frozen=True, kw_only=True):
    """What pages and feeds say of a section.

    ``title`` stands in headings, menu and breadcrumbs, ``intro`` below it, ``feed`` in the feed, ``empty`` where
    nothing is listed.  ``newest``, ``newer`` and ``older`` lead to other pages of the list, the last two with
    ``%(number)d``.
    """

    title: str
    intro: str
    feed: str
    empty: str = ""
    newest: str = ""
    newer: str = ""
    older: str = ""


class DayWords(msgspec.Struct, frozen=True, kw_only=True):
    """Headings of the two halves of a list of what takes place on a day, and what stands where one is empty."""

    upcoming: str
    past: str
    no_upcoming: str
    no_past: str


class Section(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """The section of a kind: its list, its feeds and its place in the site.

    ``addresses`` are the last part of its address by language; a language that is missing takes the English one.
    """

    addresses: Mapping[str, str]
    words: Callable[[RegionWords], SectionWords]
    by_year: bool = False
    """Whether addresses of texts have the year of their date."""
    navigation: bool = True
    """Whether the section stands in the menu of every page."""
    feeds_in_every_language: bool = False
    """Whether other languages' trees have its feeds, too."""
    days: Callable[[], DayWords] | None = None
    """Headings of what is to come and what is past, for kinds whose texts are over one day (``Kind.is_over``)."""

    def address(self, lang: str) -> str:
        """Return the last part of the section's address in a language, ending in a slash."""
        return self.addresses.get(lang) or self.addresses["en"]


class Named(msgspec.Struct, frozen=True):
    """A record that a text names: how it is called and where it stands; no address where it has no page."""

    title: str
    address: str = ""


class Fact(msgspec.Struct, frozen=True):
    """One thing that a head says, ready to print: a line, a record, or a list of lines; an empty one is not shown."""

    label: str
    value: str | Named | tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True):
    """What cannot be true in a head: the key, what is wrong, what to do."""

    key: str
    message: str
    hint: str


class SearchFacet(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A kind in the search of the site.

    ``name`` stands in addresses, ``one`` and ``many`` say it in words.  ``strong`` are names in a head that weigh as
    much as headings, ``text`` is what else it says.
    """

    name: str
    one: Text
    many: Text
    strong: Callable[[Any], Iterable[str]] = lambda front: ()
    text: Callable[[Any], Iterable[str]] = lambda front: ()


class FinderFacet(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A facet of the finder: institutions by what texts of a kind say of them.

    ``parameter`` stands in the address.  ``choice`` is what a text counts for, ``institutions`` are the ids of those
    that it counts for.
    """

    parameter: str
    label: Text
    choice: Callable[[Any], str | None]
    institutions: Callable[[Any], Iterable[str]]


class TableColumn(msgspec.Struct, frozen=True):
    """A column of open data: name, type (as Frictionless names it) and what stands in it."""

    name: str
    type: Literal["string", "integer", "number", "boolean", "date"]
    title: str


class OpenTable(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A table of open data of a kind's own, a row for each listed text.

    ``files`` is what its files are called by language; a language that is missing takes the English name.
    Every row begins with ``id``, ``title`` and ``date`` and ends with ``language`` and ``page``; ``columns`` and
    ``row`` say what stands between.
    """

    files: Mapping[str, str]
    title: Text
    description: Text
    columns: Callable[[], Sequence[TableColumn]]
    row: Callable[[Any], Sequence[str | int | float | bool | date | None]]

    def file(self, lang: str) -> str:
        """Return what the files are called in a language, without their endings."""
        return self.files.get(lang) or self.files["en"]


class Freshness(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """When somebody has to look at a text again.

    ``review_after_months`` counts from its day of confirmation where the head does not say otherwise; with it, a text
    that nobody has confirmed is told, too.  ``due`` finds what the day of the build makes of a head.
    """

    due: Callable[[Any, date], Due | None] = lambda front, today: None
    review_after_months: int | None = None


class Question(msgspec.Struct, frozen=True, eq=False):
    """What ``new`` asks for a key of the head.

    ``reads`` says what an answer is: a text, a day or time, or the name of a record of a kind (its id is written).  A
    question that is not ``asked`` is answered by option only; a ``needed`` one is asked until it is answered.
    """

    key: str
    text: Text
    reads: Literal["text", "moment"] | RecordName = "text"
    needed: bool = False
    asked: bool = True


class Authoring(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """How ``new`` makes a file of a kind.

    ``command`` is what the author calls the kind.  ``signed`` is the key that takes the author's name, ``derived``
    are keys that follow from the answers and the day of publication, ``more`` names keys that may be added, each with
    a remark behind it where one is needed.
    """

    command: str
    more: tuple[str, ...]
    by_year: bool = False
    signed: Literal["author", "authors", ""] = ""
    signed_like_most: bool = False
    questions: tuple[Question, ...] = ()
    derived: Callable[[Mapping[str, Any], date], Mapping[str, str]] = lambda answers, day: {}


class Kind(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A kind of content: Markdown files in one folder, whose heads are of one type."""

    name: str
    """Folder below the content folder, and the kind's name in the ids of feeds."""
    front: type[Front]
    """Type of the heads: what may stand in them, and in which form."""
    schema: str = ""
    """Name of the JSON Schema for editors' programs; without it the folder's."""
    section: Section | None = None
    """List, feeds and address; None for texts that stand by themselves at ``/slug/``."""
    template: str = "pages/document.html"
    """Template of the page of a text."""
    schema_org: str = "Article"
    """Type of a text in the words of schema.org.

    An event (``Event``, ``EducationEvent`` …) tells its moment, the head's ``ends`` and ``place`` and the office that
    holds it; what is written (``Article``, ``Report`` …) its authors; anything else its name and the office.
    """
    thing: Callable[[Any, Mapping[str, Named]], Mapping[str, Any]] = lambda front, named: {}
    """What a text tells programs besides or instead, in the words of schema.org.

    Records of ``named`` become organizations with their pages, days and moments are written out, and what is empty is
    left out.
    """
    moment: Callable[[Any], Moment] = lambda front: front.date
    """When a text counts from: lists are sorted by it, cards show it."""
    is_over: Callable[[Any, date], bool] | None = None
    """Tells on a day whether what a text is about is over; None for kinds to which this does not apply."""
    announced: bool = False
    """Whether a text dated on its own moment is shown before that day."""
    references: tuple[tuple[str, RecordName], ...] = ()
    """Keys of the head that hold the id of a record, each with the record's kind."""
    authors: Callable[[Any], tuple[str, ...]] = lambda front: (front.author,) if front.author else ()
    """Who wrote a text."""
    heading: Callable[[Any, str], str] = lambda front, title: title
    """The title of a text in feeds."""
    facts: Callable[[Any, Mapping[str, Named]], Sequence[Fact]] = lambda front, named: ()
    """What a head says, for the page and the feeds; ``named`` are the records that :attr:`references` name, by key."""
    note: Callable[[Any, Mapping[str, Named]], str] = lambda front, named: ""
    """What lists say of a text below its summary."""
    contradictions: Callable[[Any], Iterable[Contradiction]] = lambda front: ()
    """What in a head cannot be true."""
    search: SearchFacet | None = None
    """How the search finds it; None keeps it out."""
    finder: FinderFacet | None = None
    """A facet of the finder that its texts give."""
    table: OpenTable | None = None
    """Open data of its own; kinds with a section and without a table share one."""
    freshness: Freshness = Freshness()
    """When somebody has to look at a text again."""
    authoring: Authoring | None = None
    """How ``new`` makes a file."""
    editor: InEditor = msgspec.field(default_factory=InEditor)
    """How it stands in the browser editor."""

    def words(self, region: RegionWords) -> SectionWords:
        """Return what is said of the kind's section; raises ValueError where it has none."""
        if self.section is None:
            raise ValueError(f"{self.name} has no section")
        return self.section.words(region)
