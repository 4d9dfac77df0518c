"""What texts are about, as their heads say: counties, services, institutions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.grouping import group_many
from partnership.records.content import Document, SubjectFront


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What one document is about: codes of counties, ids of services and of institutions."""

    counties: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()


NOTHING = Subject()


class Subjects:
    """The subject of each listed document, and the documents on each county, service and institution, newest first."""

    def __init__(self, catalogue: Catalogue) -> None:
        listed: tuple[Document[Any], ...] = catalogue.dated
        self._originals = {(one.kind, one.stem): one for one in listed}
        told = [one for one in listed if self.of(one) is not NOTHING]
        told.sort(key=lambda one: one.front.date.at, reverse=True)
        self.on_county = group_many(told, lambda one: self.of(one).counties)
        self.on_service = group_many(told, lambda one: self.of(one).services)
        self.on_institution = group_many(told, lambda one: self.of(one).institutions)

    def of(self, document: Document[Any]) -> Subject:
        """Return what a document is about; a translation that does not say it is about what its original is about."""
        own = _subject(document.front)
        if own is NOTHING and document.front.translation:
            original = self._originals.get((document.kind, document.front.translation))
            return _subject(original.front) if original is not None else NOTHING
        return own


def _subject(front: object) -> Subject:
    if not isinstance(front, SubjectFront) or not (front.counties or front.services or front.institutions):
        return NOTHING
    return Subject(
        counties=_once(front.counties), services=_once(front.services), institutions=_once(front.institutions)
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def subjects_of(catalogue: Catalogue) -> Subjects:
    """Return what the documents of a catalogue are about, the same to every area that asks."""
    return catalogue.derived(Subjects)
