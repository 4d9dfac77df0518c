"""Records by name: how pages, feeds and heads of texts tell them, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.kind import Kind, Named
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import RECORD_KIND
from partnership.records.content import Front


def named_records(catalogue: Catalogue, kind: Kind, front: Front) -> dict[str, Named]:
    """Return the records that the head of a text names, by key; what is not visible is left out."""
    return {
        key: _named(catalogue, RECORD_KIND[records], record)
        for key, records in kind.references
        if (record := catalogue.with_pages[records].get(getattr(front, key))) is not None
    }


def listed_records(catalogue: Catalogue, kind: RecordKind) -> Iterator[Named]:
    """Yield the records of a kind that lists and maps name: what is still valid, by name, with its page."""
    for record in catalogue.with_pages[kind.name].values():
        if getattr(record, "status", "current") in ("current", "active"):
            yield _named(catalogue, kind, record)


def _named(catalogue: Catalogue, kind: RecordKind, record: Any) -> Named:
    known = record
    if kind.stands_for is not None:
        known = catalogue.with_pages[kind.stands_for[1]][getattr(record, kind.stands_for[0])]
    return Named(known.name, addresses.here().record(kind, record))
