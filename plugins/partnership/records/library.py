"""The library: what every file gave, kept by its content, so that a file is read again only when its bytes change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

import msgspec

from partnership.problems import Problem
from partnership.records.accessibility import Accessibility
from partnership.records.content import Document
from partnership.records.elsewhere import Elsewhere
from partnership.records.figures import Figure, Indicator, Source
from partnership.records.glossary import Term
from partnership.records.institution import Institution
from partnership.records.lexicon import Lexicon
from partnership.records.localities import Locality
from partnership.records.media import Media
from partnership.records.offer import Offer
from partnership.records.partner import Partner, WorkingGroup
from partnership.records.profile import SiteProfile
from partnership.records.redundancies import Redundancies
from partnership.records.taxonomy import County, InstitutionType, Service
from partnership.records.translated import NotedTranslation

T = TypeVar("T")


class ParsedFile(msgspec.Struct, Generic[T]):
    """What one file gave: the digest of its bytes, its records and the problems found in reading it."""

    digest: bytes
    records: tuple[T, ...]
    problems: tuple[Problem, ...] = ()


class Library(msgspec.Struct):
    """Every file by its kind and its path relative to the content or data folder; ``documents`` by their kind, too."""

    site: dict[str, ParsedFile[SiteProfile]] = {}
    counties: dict[str, ParsedFile[County]] = {}
    services: dict[str, ParsedFile[Service]] = {}
    institution_types: dict[str, ParsedFile[InstitutionType]] = {}
    indicators: dict[str, ParsedFile[Indicator]] = {}
    sources: dict[str, ParsedFile[Source]] = {}
    glossary: dict[str, ParsedFile[Term]] = {}
    institutions: dict[str, ParsedFile[Institution]] = {}
    partners: dict[str, ParsedFile[Partner]] = {}
    working_groups: dict[str, ParsedFile[WorkingGroup]] = {}
    offers: dict[str, ParsedFile[Offer]] = {}
    lexicon: dict[str, ParsedFile[Lexicon]] = {}
    redundancies: dict[str, ParsedFile[Redundancies]] = {}
    elsewhere: dict[str, ParsedFile[Elsewhere]] = {}
    accessibility: dict[str, ParsedFile[Accessibility]] = {}
    figures: dict[str, ParsedFile[Figure]] = {}
    localities: dict[str, ParsedFile[Locality]] = {}
    translations: dict[str, ParsedFile[NotedTranslation]] = {}
    media: dict[str, ParsedFile[Media]] = {}
    documents: dict[str, dict[str, ParsedFile[Document[Any]]]] = {}

    def files_of(self, kind: str) -> dict[str, ParsedFile[Any]]:
        """Return the files of one kind by the kind's name: its folder (``working-groups``), or that of its file."""
        name = kind.replace("-", "_")
        if name in _RECORDS:
            files: dict[str, ParsedFile[Any]] = getattr(self, name)
            return files
        return self.documents.setdefault(kind, {})

    def record_files(self) -> Iterator[tuple[str, dict[str, ParsedFile[Any]]]]:
        """Iterate over all kinds of records and their files."""
        for name in _RECORDS:
            yield name, getattr(self, name)

    def all_files(self) -> Iterator[tuple[str, dict[str, ParsedFile[Any]]]]:
        """Iterate over all kinds and their files, those of documents last."""
        yield from self.record_files()
        yield from self.documents.items()


_RECORDS: Final = tuple(name for name in Library.__struct_fields__ if name != "documents")
"""Fields of the library that hold records, figures and published files."""


def all_records(files: dict[str, ParsedFile[T]]) -> Iterable[T]:
    """Iterate over all records of a kind, files in order of their paths."""
    for path in sorted(files):
        yield from files[path].records
