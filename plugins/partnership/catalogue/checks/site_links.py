"""Links that name an address of the site itself, such as ``/uslugi/staz/``: whether there is such a page.

Only addresses are judged whose neighbours are all known here; ``check`` looks at the others when all pages are planned.
"""

from __future__ import annotations

from typing import Any, Final

from partnership.catalogue.address_tables import AddressTable
from partnership.catalogue.addresses import media
from partnership.catalogue.checks.uniqueness import normal_alias
from partnership.catalogue.names import Names
from partnership.kinds.institutions import INSTITUTIONS
from partnership.kinds.record_kind import RecordKind, RecordSection
from partnership.kinds.registry import record_sections, sections
from partnership.language import _
from partnership.nearest import nearest, nearest_id
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.records.reading import UNKNOWN_DAY

_FILES: Final = (".xml", ".json", ".ics", ".opml", ".csv", ".html")


def check_site_links(library: Library, names: Names) -> None:
    """Tell links in texts to addresses that no page of the site has."""
    linking = [one for one in names.documents if one.body.refers and _leads_within(one)]
    if not linking:
        return
    known = _Known(library, names)
    for document in linking:
        for link in document.body.links:
            if not link.path.startswith("/"):
                continue
            near = known.wrong(link.path)
            if near is None:
                continue
            message = _("There is no page at %(address)s", address=link.path)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("correct the address or remove the link")
            names.places.tell_in_text(
                document.path, link.line, link.column, "missing-page", message, hint, near or None
            )


def _leads_within(document: Document[Any]) -> bool:
    return any(link.path.startswith("/") for link in document.body.links)


class _Known:
    """The addresses that can be judged."""

    def __init__(self, library: Library, names: Names) -> None:
        self._names = names
        documents = [one for one in names.documents if getattr(one.front, "date", None) != UNKNOWN_DAY]
        self._pages = {names.address_of(one) for one in documents}
        self._pages |= {normal_alias(alias) for one in documents for alias in one.front.aliases}
        self._years: dict[str, set[int]] = {}
        for one in documents:
            if one.front.date is not None:
                self._years.setdefault(one.kind, set()).add(one.front.date.year)
        self._media = {media(path) for path in library.media}
        self._library = library

    def wrong(self, address: str) -> str | None:
        """Return None for an address that is right or cannot be judged; else the nearest address, perhaps empty."""
        if address in self._pages or address in self._media:
            return None
        if address.startswith("/media/"):
            return nearest(address, sorted(self._media)) or ""
        if f"{address}/" in self._pages:
            return f"{address}/"
        table = self._names.addresses.tree_of(address)
        steps = address.removeprefix(table.prefix).strip("/").split("/")
        lists = {table.part(one) for one in ("category", "tag", "author", "page")}
        if address.endswith(_FILES) or steps[-1] in lists or len(steps) < 2:
            return None
        section, name = f"{table.prefix}/{steps[0]}/", steps[1]
        for kind, told in record_sections():
            if section == f"{table.prefix}/{told.address(table.lang)}":
                return self._record(table, kind, told, name, address)
        for own, of_texts in sections(table.site.kinds):
            if section != table.section(own.name):
                continue
            if not of_texts.by_year:
                return self._near(address) if len(steps) == 2 else None
            if name in lists or len(steps) > 3:
                return None
            if len(steps) == 2 and name.isdigit():
                return None if int(name) in self._years.get(own.name, ()) else ""
            return self._near(address)
        return None

    def _record(
        self, table: AddressTable, kind: RecordKind, section: RecordSection, name: str, address: str
    ) -> str | None:
        ids = {kind.slug(one) for one in all_records(self._library.files_of(kind.name))}
        ids |= self._names.known.get(kind.name, set()) if kind.by_file else set()
        place = f"{table.prefix}/{section.address(table.lang)}"
        beside = {table.part("type")} if kind is INSTITUTIONS else set()
        beside |= {one.removeprefix(place).strip("/") for one in self._names.addresses.fixed() if one.startswith(place)}
        if name in ids or name in beside or kind.name in self._names.open_kinds:
            return None if address.endswith("/") or "." in address.rpartition("/")[2] else f"{address}/"
        near = nearest_id(name, sorted(ids))
        return f"{place}{near}/" if near else ""

    def _near(self, address: str) -> str:
        return nearest(address, sorted(self._pages)) or ""
