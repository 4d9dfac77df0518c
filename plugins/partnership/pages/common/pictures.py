"""Pictures as the theme's ``picture`` component takes them."""

from __future__ import annotations

import msgspec

from partnership.pictures.variants import PictureVariants


class Candidate(msgspec.Struct, frozen=True):
    """One file of a picture: address and width in pixels."""

    address: str
    width: int


class PictureSource(msgspec.Struct, frozen=True):
    """The files of a picture in one format, named by its media type."""

    type: str
    candidates: tuple[Candidate, ...]


class ShownPicture(msgspec.Struct, frozen=True, kw_only=True):
    """A picture ready to print: the fallback and better formats; ``alt`` is empty when it decorates."""

    address: str
    width: int | None
    height: int | None
    alt: str = ""
    sources: tuple[PictureSource, ...] = ()


def shown(picture: PictureVariants, alt: str = "") -> ShownPicture:
    """Return a picture as the theme's component takes it."""
    sources = tuple(
        PictureSource(one.type, tuple(Candidate(address, width) for address, width in one.choices))
        for one in picture.sources
    )
    return ShownPicture(address=picture.src, width=picture.width, height=picture.height, alt=alt, sources=sources)
