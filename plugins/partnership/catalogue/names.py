"""Names of records, and whether a reference to one leads anywhere."""

from __future__ import annotations

from typing import Any

import msgspec

from partnership.catalogue.address_tables import SiteAddresses, site_addresses
from partnership.catalogue.earlier_findings import EarlierFindings
from partnership.catalogue.places import Places
from partnership.catalogue.published_files import FilesByAddress
from partnership.kinds.registry import RECORD_KIND
from partnership.language import _
from partnership.nearest import nearest_id
from partnership.problems import Severity
from partnership.records.content import Document
from partnership.sources.strict_yaml import KeyPath


class Where(msgspec.Struct, frozen=True):
    """The file that refers: its root ("content" or "data"), path, and for lists the record's own key."""

    root: str
    path: str
    item: tuple[str, str] | None = None


class Names(msgspec.Struct):
    """Ids by kind, the documents, translations with the facts of their originals, and the ``files`` that all name.

    ``open_kinds`` are kinds with a broken file: a name that is unknown may stand there, so it is not told.
    ``earlier`` is what the last build found, where that still counts.  ``unread`` are the stems of texts whose files
    are there and could not be read, by kind: a translation may be of one.  ``misplaced`` are texts in a wrong folder,
    by the names of their files.
    """

    places: Places
    files: FilesByAddress
    addresses: SiteAddresses = msgspec.field(default_factory=lambda: site_addresses(("pl",)))
    known: dict[str, set[str]] = msgspec.field(default_factory=dict)
    open_kinds: set[str] = msgspec.field(default_factory=set)
    documents: tuple[Document[Any], ...] = ()
    earlier: EarlierFindings | None = None
    unread: dict[str, set[str]] = msgspec.field(default_factory=dict)
    misplaced: dict[str, str] = msgspec.field(default_factory=dict)
    _document_addresses: dict[str, str] = msgspec.field(default_factory=dict)

    def address_of(self, document: Document[Any]) -> str:
        """Return the address of one of the documents; each is made once for all that ask."""
        known = self._document_addresses.get(document.path)
        if known is None:
            known = self._document_addresses[document.path] = self.addresses.document(document)
        return known

    def check(self, where: Where, key_path: KeyPath, kind: str, name: str, *, severity: Severity = "error") -> bool:
        """Tell whether ``name`` is a known id of ``kind``; add a problem at the reference when it is not."""
        if not name:
            return False  # missing or wrong, and told as such when the record was read
        known = self.known.get(kind, set())
        if name in known:
            return True
        if kind not in self.open_kinds:
            near, place = nearest_id(name, sorted(known)), RECORD_KIND[kind].place
            if near:
                hint = _("did you mean “%(near)s”?", near=near)
            elif known:
                hint = _("use one of the ids in %(place)s, or add it there", place=place)
            else:
                hint = _("add it to %(place)s", place=place)
            message = _("“%(name)s” is not the id of any record in %(place)s", name=name, place=place)
            self.places.tell(
                where.root,
                where.path,
                key_path,
                "unknown-reference",
                message,
                hint,
                item=where.item,
                severity=severity,
                suggestion=near,
            )
        return False
