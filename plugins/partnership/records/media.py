"""Files below the content folder that are published as they are: pictures and documents to download."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from partnership.records.fields import Part


class Media(Part, frozen=True, kw_only=True):
    """One file: path relative to the content folder, digest of its bytes, size in bytes.

    And for pictures their size in pixels.
    """

    path: str
    digest: str
    size: int
    width: Annotated[int, Meta(ge=1)] | None = None
    height: Annotated[int, Meta(ge=1)] | None = None
