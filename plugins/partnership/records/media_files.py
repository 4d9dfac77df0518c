"""Pictures and documents to download: their type by content, their size, and what is unsafe in them."""

from __future__ import annotations

import msgspec

from partnership.language import _
from partnership.problems import Problem
from partnership.records.files import Parsed
from partnership.records.media import Danger, Media
from partnership.sources.active_files import is_active
from partnership.sources.pictures import (
    LFS_REFERENCE,
    UNSHOWN,
    WITHOUT_NOTES,
    ending_of,
    hidden_picture,
    inspect_raster,
    raster_ending,
    unshown_format,
)

LARGEST = 100_000
"""Pixels of a drawing's width or height beyond which its size says nothing that a page could use."""


def parse_media(path: str, data: bytes, digest: str) -> Parsed:
    """Return the record of one file below the content folder that is not Markdown, and its problems."""
    media = Media(path=path, digest=digest, size=len(data))
    if path.lower().endswith(".svg"):
        return _svg(media, data)
    if raster_ending(path) is None:
        return _document(media, data)
    size, problems = inspect_raster(path, data)
    if size is None:
        return Parsed([media], problems)
    return Parsed([msgspec.structs.replace(media, width=size.width, height=size.height, moves=size.moves)], problems)


def _document(media: Media, data: bytes) -> Parsed:
    """Return a file to download; whether it may be published is asked only where a text names it."""
    return Parsed([msgspec.structs.replace(media, danger=_danger(media.path, data))], [])


def _danger(path: str, data: bytes) -> Danger:
    if data.startswith(LFS_REFERENCE):
        return "reference"
    if is_active(path, data):
        return "active"
    if hidden_picture(path, data):
        return "mislabelled"
    if ending_of(path) not in UNSHOWN:
        return ""
    return "unshown" if unshown_format(path, data) in WITHOUT_NOTES else "private"


def _svg(media: Media, data: bytes) -> Parsed:
    if not data:
        hint = _("export it again from the program")
        problem = Problem(path=media.path, code="empty", message=_("The file is empty"), hint=hint)
        return Parsed([media], [problem])
    # The reader of SVG is imported only where there is one.
    from partnership.prose.svg import inspect, size

    problems = [finding.as_problem(media.path) for finding in inspect(data)]
    shown = size(data)
    if shown is None or min(shown) < 0.5 or max(shown) > LARGEST:
        return Parsed([media], problems)
    return Parsed([msgspec.structs.replace(media, width=round(shown[0]), height=round(shown[1]))], problems)
