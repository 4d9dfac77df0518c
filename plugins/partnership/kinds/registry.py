"""The kinds of content that every site has, and how those of a site are looked through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from partnership.kinds.kind import Kind, Section
from partnership.kinds.meetings import MEETINGS
from partnership.kinds.news import NEWS
from partnership.kinds.pages import PAGES
from partnership.kinds.reports import REPORTS
from partnership.records.content import Front

KINDS: Final[tuple[Kind, ...]] = (NEWS, REPORTS, MEETINGS, PAGES)
"""Kinds of every site, in the order in which its pages name them; a site's own come after them."""


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
    return ("page", "service", "institution", "county", "group", "partner", *common, "issue", *own)


def sections(kinds: Iterable[Kind]) -> tuple[tuple[Kind, Section], ...]:
    """Return the kinds that have a section, each with it."""
    return tuple((kind, kind.section) for kind in kinds if kind.section is not None)


def own_sections(kinds: Iterable[Kind]) -> tuple[tuple[Kind, Section], ...]:
    """Return those of the kinds with a section that a site declares itself."""
    return tuple((kind, section) for kind, section in sections(kinds) if kind not in KINDS)


def by_name(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    """Return kinds by their names."""
    return {kind.name: kind for kind in kinds}
