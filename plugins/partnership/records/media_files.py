"""Pictures and documents to download: their type by content, their size, and what is unsafe in them."""

from __future__ import annotations

from partnership.sources.pictures import inspect_raster, raster_ending, svg_size
from partnership.records.files import Parsed
from partnership.records.media import Media
from partnership.sources.text import Unreadable, decode


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
    try:
        text = decode(media.path, data)
    except Unreadable as error:
        return Parsed([media], [error.problem])
    size = svg_size(text)
    if size is None:
        return Parsed([media], [])
    return Parsed(
        [Media(path=media.path, digest=media.digest, size=media.size, width=size.width, height=size.height)], []
    )
