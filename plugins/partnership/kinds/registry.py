"""The kinds of content and of records that every site has, and how those of a site are looked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from partnership.kinds.counties import COUNTIES, FIGURES, INDICATORS, LOCALITIES, OFFERS, SOURCES
from partnership.kinds.institutions import INSTITUTION_TYPES, INSTITUTIONS, SERVICES
from partnership.kinds.kind import Kind, Section
from partnership.kinds.meetings import MEETINGS
from partnership.kinds.news import NEWS
from partnership.kinds.pages import PAGES
from partnership.kinds.partners import PARTNERS, WORKING_GROUPS
from partnership.kinds.record_kind import RecordKind, RecordSection
from partnership.kinds.redundancies import LETTERS, REDUNDANCIES
from partnership.kinds.reports import REPORTS
from partnership.kinds.site_files import (
    ACCESSIBILITY,
    ELSEWHERE,
    GLOSSARY,
    LEXICON,
    SITE,
)
from partnership.kinds.translations import TRANSLATIONS
from partnership.records.content import Front

KINDS: Final[tuple[Kind, ...]] = (NEWS, REPORTS, MEETINGS, PAGES)
"""Kinds of every site, in the order in which its pages name them; a site's own come after them."""

RECORD_KINDS: Final[tuple[RecordKind, ...]] = (
    SITE, SERVICES, INSTITUTION_TYPES, COUNTIES, INDICATORS, SOURCES, GLOSSARY, INSTITUTIONS, PARTNERS, WORKING_GROUPS,
    OFFERS, ACCESSIBILITY, REDUNDANCIES, LEXICON, ELSEWHERE, FIGURES, LOCALITIES, TRANSLATIONS,
)  # fmt: skip
"""Kinds of records of every site, in the order in which they are read and named to editors."""

RECORDS_BY_FILE: Final = tuple(kind for kind in RECORD_KINDS if kind.by_file)
"""Kinds of records that have a file each: they are confirmed one by one."""

BEFORE_TEXTS: Final = (INSTITUTIONS, SERVICES, COUNTIES)
"""Kinds of records whose sections menu and maps name before those of texts."""

AFTER_TEXTS: Final = (WORKING_GROUPS, PARTNERS)
"""Kinds of records whose sections they name after them."""

IN_FEEDS: Final = (*AFTER_TEXTS, SERVICES, INSTITUTIONS, COUNTIES)
"""Kinds of records whose sections have feeds, in the order in which feeds are listed."""

_SEARCHED: Final = (SERVICES, INSTITUTIONS, COUNTIES, *AFTER_TEXTS)
"""Kinds of records in the order of the search's index, in which each has its number."""

RECORD_KIND: Final[Mapping[str, RecordKind]] = MappingProxyType({kind.name: kind for kind in RECORD_KINDS})
"""Kinds of records by name."""


def data_kind(path: str) -> tuple[RecordKind, str] | None:
    """Return the kind of a file by its path below the data folder, with the name it gives a record, or None."""
    for kind in RECORD_KINDS:
        name = kind.name_in(path)
        if name is not None:
            return kind, name
    return None


def record_schemas() -> Mapping[str, RecordKind]:
    """Return the kinds of records that have a JSON Schema, by its name: all that are written as YAML."""
    return {kind.schema or kind.name: kind for kind in RECORD_KINDS if kind.shape != "table"}


def record_sections(kinds: Iterable[RecordKind] = RECORD_KINDS) -> Iterator[tuple[RecordKind, RecordSection]]:
    """Yield the kinds of records that have a section, each with it."""
    for kind in kinds:
        if kind.section is not None:
            yield kind, kind.section


def fronts(kinds: Iterable[Kind]) -> Mapping[str, type[Front]]:
    """Return the type of heads of each kind by the kind's folder."""
    return {kind.name: kind.front for kind in kinds}


def search_kinds(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Return the names of everything that the search of a site finds, in the order of its index.

    New kinds come last, so that they change no number of another.
    """
    known = {kind.name for kind in KINDS}
    names = [(kind.search.name, kind.name in known) for kind in kinds if kind.search is not None and kind.section]
    common = (name for name, everywhere in names if everywhere)
    own = (name for name, everywhere in names if not everywhere)
    records = (kind.search.name for kind in _SEARCHED if kind.search is not None)
    return ("page", *records, *common, "issue", LETTERS.name, *own)


def sections(kinds: Iterable[Kind]) -> tuple[tuple[Kind, Section], ...]:
    """Return the kinds that have a section, each with it."""
    return tuple((kind, kind.section) for kind in kinds if kind.section is not None)


def own_sections(kinds: Iterable[Kind]) -> tuple[tuple[Kind, Section], ...]:
    """Return those of the kinds with a section that a site declares itself."""
    return tuple((kind, section) for kind, section in sections(kinds) if kind not in KINDS)


def by_name(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    """Return kinds by their names."""
    return {kind.name: kind for kind in kinds}
