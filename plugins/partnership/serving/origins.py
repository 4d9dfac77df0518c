"""Where a page comes from: the file and line that an editor opens to change it, and whether the public sees it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from partnership.catalogue.address_tables import SiteAddresses
from partnership.catalogue.originals import documents_of
from partnership.records.library import Library
from partnership.settings import Settings
from partnership.sources import front_matter
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, read_text


class UnseenMark(msgspec.Struct, frozen=True):
    """Why the public does not find a page: a draft, of the future (from ``day`` on), or hidden."""

    kind: Literal["draft", "future", "hidden"]
    day: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the mark as a page gets it."""
        return {"kind": self.kind, "day": self.day}


def marks_of(library: Library, build_date: date, addresses: SiteAddresses) -> dict[str, UnseenMark]:
    """Return the marks of all documents by their addresses."""
    marks: dict[str, UnseenMark] = {}
    for document in documents_of(library):
        front = document.front
        published = getattr(front, "date", None)
        if front.state == "draft":
            marks[addresses.document(document)] = UnseenMark("draft")
        elif published is not None and published.day > build_date:
            marks[addresses.document(document)] = UnseenMark("future", published.day.isoformat())
        elif front.state == "hidden":
            marks[addresses.document(document)] = UnseenMark("hidden")
    return marks


class Origin(msgspec.Struct, frozen=True):
    """The file of a page and the 1-based line in it where its text begins."""

    path: Path
    line: int


def origin_of(settings: Settings, source: str, address: str) -> Origin | None:
    """Return where the page at ``address`` is edited; ``source`` is what its plan says. None when nothing says it."""
    if not source:
        return None
    folder, _slash, rest = source.partition("/")
    path = settings.data / rest if folder == "data" else settings.content / source.removeprefix("content/")
    try:
        text = read_text(str(path))
    except Unreadable:
        return None
    return Origin(path, _line(path, text, address))


def _line(path: Path, text: str, address: str) -> int:
    if path.suffix == ".md":
        try:
            parts = front_matter.split(text)
        except YamlMistakes:
            return 1
        blank = len(parts.body) - len(parts.body.lstrip("\n"))
        return parts.body_line + (blank if parts.body.strip() else 0)
    # A record of a list: the line that names it.
    name = re.escape(address.rstrip("/").rpartition("/")[2])
    found = re.search(rf"^\s*-?\s*(?:id|slug):\s*[\"']?{name}[\"']?\s*$", text, re.MULTILINE) if name else None
    return text.count("\n", 0, found.end()) + 1 if found else 1
