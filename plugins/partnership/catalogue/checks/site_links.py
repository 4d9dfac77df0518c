"""Links that name an address of the site itself, such as ``/uslugi/staz/``: whether there is such a page.

Only addresses are judged whose neighbours are all known here; what is left is found by ``publish`` in the built site.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from partnership.catalogue import addresses
from partnership.catalogue.checks.documents import documents_of
from partnership.catalogue.checks.uniqueness import normal_alias
from partnership.catalogue.names import Names
from partnership.language import _
from partnership.nearest import nearest
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.records.reading import UNKNOWN_DAY
from partnership.sources import front_matter
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, read_text

_KINDS: Final = {
    "uslugi": "services",
    "instytucje": "institutions",
    "powiaty": "counties",
    "partnerzy": "partners",
    "grupy-robocze": "working-groups",
}
"""Sections whose pages are records, with the kinds of these."""

_BESIDE: Final = {"instytucje": ("typ", "indeks.json"), "powiaty": ("porownanie",)}
"""What stands beside the records in a section."""

_LISTS: Final = ("kategoria", "temat", "autor", "strona")
_FILES: Final = (".xml", ".json", ".ics", ".opml", ".csv", ".html")


def check_site_links(library: Library, names: Names) -> None:
    """Tell links in texts to addresses that no page of the site has."""
    linking = [one for one in documents_of(library) if any(link.path.startswith("/") for link in one.body.links)]
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
            line = link.line + _first_line(names, document) - 1
            names.places.tell_at(
                "content", document.path, line, link.column, "missing-page", message, hint, suggestion=near or None
            )


class _Known:
    """The addresses that can be judged."""

    def __init__(self, library: Library, names: Names) -> None:
        self._names = names
        documents = [one for one in documents_of(library) if getattr(one.front, "date", None) != UNKNOWN_DAY]
        self._pages = {addresses.document(one) for one in documents}
        self._pages |= {normal_alias(alias) for one in documents for alias in one.front.aliases}
        self._years = {one.front.date.year for one in documents if one.kind == "news"}
        self._media = {addresses.media(path) for path in library.media}
        self._slugs = {one.slug for one in all_records(library.counties)}

    def wrong(self, address: str) -> str | None:
        """Return None for an address that is right or cannot be judged; else the nearest address, perhaps empty."""
        if address in self._pages or address in self._media:
            return None
        steps = address.strip("/").split("/")
        if address.startswith("/media/"):
            return nearest(address, sorted(self._media)) or ""
        if f"{address}/" in self._pages:
            return f"{address}/"
        if address.endswith(_FILES) or steps[-1] in _LISTS or len(steps) < 2:
            return None
        section, name = steps[0], steps[1]
        kind = _KINDS.get(section)
        if kind is not None:
            return self._record(section, kind, name, address)
        if section in ("raporty", "spotkania") and len(steps) == 2:
            return self._near(address)
        if section == "aktualnosci" and name not in _LISTS and len(steps) <= 3:
            if len(steps) == 2 and name.isdigit():
                return None if int(name) in self._years else ""
            return self._near(address)
        return None

    def _record(self, section: str, kind: str, name: str, address: str) -> str | None:
        ids = self._slugs if kind == "counties" else self._names.known.get(kind, set())
        if name in ids or name in _BESIDE.get(section, ()) or kind in self._names.open_kinds:
            return None if address.endswith("/") or "." in address.rpartition("/")[2] else f"{address}/"
        near = nearest(name, sorted(ids))
        return f"/{section}/{near}/" if near else ""

    def _near(self, address: str) -> str:
        return nearest(address, _sorted(self._pages)) or ""


def _sorted(pages: Iterable[str]) -> list[str]:
    return sorted(pages)


def _first_line(names: Names, document: Document[Any]) -> int:
    """Return the line of the file in which the text begins: places in it count from there."""
    try:
        return front_matter.split(read_text(names.places.absolute("content", document.path))).body_line
    except (Unreadable, YamlMistakes):
        return 1
