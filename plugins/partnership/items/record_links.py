"""Links to the pages of records."""

from __future__ import annotations

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.named_records import listed_records
from partnership.items.item import Link
from partnership.kinds.record_kind import RecordKind


def record_links(catalogue: Catalogue, kind: RecordKind) -> tuple[Link, ...]:
    """Return links to the pages of the records of a kind that are still valid, in their order."""
    return tuple(Link(one.title, one.address) for one in listed_records(catalogue, kind))
