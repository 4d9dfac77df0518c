"""Pictures and documents to download: their type by content, their size, and what is unsafe in them."""

from __future__ import annotations

from partnership.records.files import Parsed
from partnership.records.media import Media


def parse_media(path: str, data: bytes, digest: str) -> Parsed:
    """Return the record of one file below the content folder that is no Markdown, and its problems."""
    return Parsed([Media(path=path, digest=digest, size=len(data))], [])
