"""The documents that are visible: in which order, of which year and topic, in which languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, TypeVar

from partnership.catalogue.grouping import family, group_by, group_many, newest_first
from partnership.catalogue.visible_records import VisibleRecords
from partnership.kinds.kind import Kind, Section
from partnership.kinds.registry import by_name, sections
from partnership.locales.collation import sort_key_in
from partnership.locales.marks import marked
from partnership.records.content import ContentPage, Document, Meeting, News, Report
from partnership.records.fields import Moment
from partnership.records.media import Media

T = TypeVar("T")


class VisibleDocuments(VisibleRecords, frozen=True, kw_only=True):
    """Beside the records, the documents of one language's tree of pages, by their ``kinds``' names, the newest first.

    ``in_other_trees`` are listed ones elsewhere.  ``issues`` are archived newsletters, newest first.  ``unlisted`` are
    hidden documents: built, listed nowhere.  ``document_addresses`` gives the address of every visible document and
    published file by its path below the content folder.
    """

    kinds: tuple[Kind, ...]
    documents: dict[str, tuple[Document[Any], ...]]
    pages: dict[str, ContentPage]
    issues: tuple[ContentPage, ...]
    unlisted: tuple[Document[Any], ...]
    media: dict[str, Media]
    document_addresses: dict[str, str]
    lang: str = "pl"
    in_other_trees: tuple[Document[Any], ...] = ()

    @cached_property
    def kind(self) -> Mapping[str, Kind]:
        """Kinds of content by name."""
        return by_name(self.kinds)

    @cached_property
    def sections(self) -> tuple[tuple[Kind, Section], ...]:
        """Kinds of content that have a section, each with it, in the order in which pages name them."""
        return sections(self.kinds)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """Posts of this language's tree, newest first."""
        return self.documents["news"]

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Reports of this language's tree, newest first."""
        return self.documents["reports"]

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Meetings of this language's tree, newest first."""
        return self.documents["meetings"]

    @cached_property
    def dated(self) -> tuple[Document[Any], ...]:
        """All documents of this language's tree that have a section, kind by kind."""
        return tuple(one for documents in self.documents.values() for one in documents)

    def moment(self, document: Document[Any]) -> Moment:
        """Return when a document with a section counts from."""
        return self.kind[document.kind].moment(document.front)

    @cached_property
    def listed(self) -> tuple[Document[Any], ...]:
        """All listed documents of every language: posts, reports, meetings, pages, issues of the newsletter."""
        return (*self.dated, *self.pages.values(), *self.issues, *self.in_other_trees)

    @cached_property
    def listed_by_kind(self) -> dict[str, tuple[Document[Any], ...]]:
        """Documents in this language and, in their own, those that nobody translated into it, newest first, by kind."""
        return {name: self._with_untranslated(self.kind[name], own) for name, own in self.documents.items()}

    @property
    def listed_news(self) -> tuple[News, ...]:
        """Posts among them."""
        return self.listed_by_kind["news"]

    @property
    def listed_reports(self) -> tuple[Report, ...]:
        """Reports among them."""
        return self.listed_by_kind["reports"]

    @property
    def listed_meetings(self) -> tuple[Meeting, ...]:
        """Meetings among them."""
        return self.listed_by_kind["meetings"]

    def _with_untranslated(self, kind: Kind, own: tuple[Document[Any], ...]) -> tuple[Document[Any], ...]:
        here = {id(one) for one in own}
        others = [
            one
            for one in self.in_other_trees
            if one.kind == kind.name and not any(id(version) in here for version in self.versions[family(one)])
        ]
        return newest_first((*own, *others), kind) if others else own

    @cached_property
    def titles(self) -> dict[str, str]:
        """Title of each listed document by its path below the content folder, marked as one of another language."""
        return {
            one.path: one.front.title if one.front.lang == self.lang else marked(one.front.title, one.front.lang)
            for one in self.listed
        }

    @cached_property
    def document_at(self) -> dict[str, Document[Any]]:
        """Listed documents by their addresses."""
        return {self.document_addresses[one.path]: one for one in self.listed}

    @cached_property
    def versions(self) -> dict[tuple[str, str], tuple[Document[Any], ...]]:
        """Listed documents by (kind, stem of the original), the original first, then by language."""
        families = group_by(self.listed, family)
        return {key: tuple(sorted(some, key=_original_first)) if some[1:] else some for key, some in families.items()}

    def original(self, document: Document[Any]) -> Document[Any] | None:
        """Return what a document translates; None for an original, or where that is not listed."""
        if document.front.translation is None:
            return None
        first = self.versions[family(document)][0]
        return first if first.front.translation is None else None

    @cached_property
    def years(self) -> dict[int, tuple[News, ...]]:
        """Posts of each year, newest year first."""
        return group_by(self.news, lambda one: one.front.date.year)

    @cached_property
    def categories(self) -> dict[str, tuple[News, ...]]:
        """Posts of each category, categories by collation."""
        return self._sorted_groups(
            group_many(self.news, lambda one: (one.front.category,) if one.front.category else ())
        )

    @cached_property
    def tags(self) -> dict[str, tuple[News, ...]]:
        """Posts of each topic, topics by collation."""
        return self._sorted_groups(group_many(self.news, lambda one: dict.fromkeys(one.front.tags)))

    @cached_property
    def authors(self) -> dict[str, tuple[News, ...]]:
        """Posts of each author, authors by collation."""
        return self._sorted_groups(group_many(self.news, lambda one: (one.front.author,) if one.front.author else ()))

    def _sorted_groups(self, groups: dict[str, tuple[T, ...]]) -> dict[str, tuple[T, ...]]:
        return {name: groups[name] for name in sorted(groups, key=lambda name: sort_key_in(self.lang, name))}

    @cached_property
    def group_meetings(self) -> dict[str, tuple[Meeting, ...]]:
        """Meetings of each working group, newest first."""
        return group_many(self.listed_meetings, lambda one: (one.front.group,) if one.front.group else ())


def _original_first(document: Document[Any]) -> tuple[bool, str, str]:
    return document.front.translation is not None, document.front.lang, document.path
