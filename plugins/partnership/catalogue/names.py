"""Names of records, and whether a reference to one leads anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from partnership.catalogue.address_tables import SiteAddresses, site_addresses
from partnership.catalogue.places import Places
from partnership.kinds.registry import RECORD_KIND
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Severity
from partnership.sources.strict_yaml import KeyPath


@dataclass(frozen=True, slots=True)
class Where:
    """The file that refers: its root ("content" or "data"), path, and for lists the record's own key."""

    root: str
    path: str
    item: tuple[str, str] | None = None


@dataclass(slots=True)
class Names:
    """Ids by kind.

    ``open_kinds`` are kinds with a broken file: a name that is unknown may stand there, so it is not told.
    """

    places: Places
    addresses: SiteAddresses = field(default_factory=lambda: site_addresses(("pl",)))
    known: dict[str, set[str]] = field(default_factory=dict)
    open_kinds: set[str] = field(default_factory=set)

    def check(self, where: Where, key_path: KeyPath, kind: str, name: str, *, severity: Severity = "error") -> bool:
        """Tell whether ``name`` is a known id of ``kind``; add a problem at the reference when it is not."""
        if not name:
            return False  # missing or wrong, and told as such when the record was read
        known = self.known.get(kind, set())
        if name in known:
            return True
        if kind not in self.open_kinds:
            near, place = nearest(name, sorted(known)), RECORD_KIND[kind].place
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
