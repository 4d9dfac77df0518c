"""The library: what every file gave, kept by its content, so that a file is read again only when its bytes change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import msgspec

from partnership.problems import Problem
from partnership.records.accessibility import Accessibility
from partnership.records.content import ContentPage, Meeting, News, Report
from partnership.records.elsewhere import Elsewhere
from partnership.records.figures import Figure, Indicator, Source
from partnership.records.institution import Institution
from partnership.records.lexicon import Lexicon
from partnership.records.localities import Locality
from partnership.records.media import Media
from partnership.records.offer import Offer
from partnership.records.partner import Partner, WorkingGroup
from partnership.records.taxonomy import County, InstitutionType, Service

T = TypeVar("T")


class Kept(msgspec.Struct, Generic[T]):
    """What one file gave: the digest of its bytes, its records and the problems found in reading it."""

    digest: bytes
    records: tuple[T, ...]
    problems: tuple[Problem, ...] = ()


class Library(msgspec.Struct):
    """Every file by its kind and its path relative to the content or data folder."""

    counties: dict[str, Kept[County]] = {}
    services: dict[str, Kept[Service]] = {}
    institution_types: dict[str, Kept[InstitutionType]] = {}
    indicators: dict[str, Kept[Indicator]] = {}
    sources: dict[str, Kept[Source]] = {}
    institutions: dict[str, Kept[Institution]] = {}
    partners: dict[str, Kept[Partner]] = {}
    working_groups: dict[str, Kept[WorkingGroup]] = {}
    offers: dict[str, Kept[Offer]] = {}
    lexicon: dict[str, Kept[Lexicon]] = {}
    elsewhere: dict[str, Kept[Elsewhere]] = {}
    accessibility: dict[str, Kept[Accessibility]] = {}
    figures: dict[str, Kept[Figure]] = {}
    localities: dict[str, Kept[Locality]] = {}
    news: dict[str, Kept[News]] = {}
    reports: dict[str, Kept[Report]] = {}
    meetings: dict[str, Kept[Meeting]] = {}
    pages: dict[str, Kept[ContentPage]] = {}
    media: dict[str, Kept[Media]] = {}

    def shelf(self, kind: str) -> dict[str, Kept[Any]]:
        """Return the files of one kind by the kind's name in file names (``working-groups``)."""
        shelf: dict[str, Kept[Any]] = getattr(self, kind.replace("-", "_"))
        return shelf

    def shelves(self) -> Iterator[tuple[str, dict[str, Kept[Any]]]]:
        """Iterate over all kinds and their files."""
        for name in self.__struct_fields__:
            yield name, getattr(self, name)


def all_records(shelf: dict[str, Kept[T]]) -> Iterable[T]:
    """Iterate over all records of a kind, files in order of their paths."""
    for path in sorted(shelf):
        yield from shelf[path].records
