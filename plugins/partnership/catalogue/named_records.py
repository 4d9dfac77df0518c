"""Records that the head of a text names, as pages and feeds tell them."""

from __future__ import annotations

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.kind import Kind, Named, RecordKind
from partnership.records.content import Front


def named_records(catalogue: Catalogue, kind: Kind, front: Front) -> dict[str, Named]:
    """Return the records that the head of a text names, by key; what is not visible is left out."""
    named = {
        key: _record(catalogue, records, name)
        for key, records in kind.references
        if (name := getattr(front, key)) is not None
    }
    return {key: one for key, one in named.items() if one is not None}


def _record(catalogue: Catalogue, records: RecordKind, name: str) -> Named | None:
    if records == "institutions" and name in catalogue.institution:
        return Named(catalogue.institution[name].name, addresses.institution(name))
    if records == "services" and name in catalogue.service:
        return Named(catalogue.service[name].name, addresses.service(name))
    if records == "counties" and name in catalogue.county:
        return Named(catalogue.county[name].name, addresses.county(catalogue.county[name].slug))
    if records == "working-groups" and name in catalogue.group:
        return Named(catalogue.group[name].name, addresses.group(name))
    return None
