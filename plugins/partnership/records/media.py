"""Files below the content folder that can be published: pictures and documents to download."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from partnership.records.fields import Part

Danger = Literal["", "active", "unshown", "private", "mislabelled", "reference"]


class Media(Part, frozen=True, kw_only=True):
    """One file: path relative to the content folder, digest of its bytes, size in bytes.

    And for pictures their size in pixels, and whether they move.  ``danger`` says why it is not published as it is:
    "active" (a browser would run it as a part of the site), "unshown" (a picture that browsers do not show), "private"
    (such a picture, with notes that cannot be taken out), "mislabelled" (a picture by what it holds, not by its name),
    "reference" (Git LFS has the file, here is only its name).
    """

    path: str
    digest: str
    size: int
    width: Annotated[int, Meta(ge=1)] | None = None
    height: Annotated[int, Meta(ge=1)] | None = None
    moves: bool = False
    danger: Danger = ""
