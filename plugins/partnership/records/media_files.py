"""Pictures and documents to download: their type by content, their size, and what is unsafe in them."""

from __future__ import annotations

import msgspec

from partnership.records.files import Parsed
from partnership.records.media import Media
from partnership.sources.pictures import inspect_raster, raster_ending

LARGEST = 100_000
"""Pixels of a drawing's width or height beyond which its size says nothing that a page could use."""


def parse_media(path: str, data: bytes, digest: str) -> Parsed:
    """Return the record of one file below the content folder that is no Markdown, and its problems."""
    media = Media(path=path, digest=digest, size=len(data))
    if path.lower().endswith(".svg"):
        return _svg(media, data)
    if raster_ending(path) is None:
        return Parsed([media], [])
    size, problems = inspect_raster(path, data)
    if size is None:
        return Parsed([media], problems)
    return Parsed([Media(path=path, digest=digest, size=len(data), width=size.width, height=size.height)], problems)


def _svg(media: Media, data: bytes) -> Parsed:
    # The reader of SVG is imported only where there is one.
    from partnership.prose.svg import inspect, size

    problems = [finding.as_problem(media.path) for finding in inspect(data)]
    shown = size(data)
    if shown is None or min(shown) < 0.5 or max(shown) > LARGEST:
        return Parsed([media], problems)
    return Parsed([msgspec.structs.replace(media, width=round(shown[0]), height=round(shown[1]))], problems)
