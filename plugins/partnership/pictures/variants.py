"""The sizes and formats in which a raster picture is published.

Upright, without EXIF and GPS, AVIF and WebP with a fallback.

A variant is named by the digest of the original, its width and format; the build keeps it across builds, since it is
slow to make.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

import msgspec

from partnership.pictures.colours import load_upright, upright
from partnership.prose.svg import clean
from partnership.records.media import Media
from partnership.sources.picture_parts import has_hidden_boxes, without_notes
from partnership.sources.pictures import raster_ending

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS: Final = (480, 800, 1200, 1600)
"""Widths in pixels that pages offer; a smaller original is offered at its own width."""

FORMATS: Final = (("avif", "image/avif"), ("webp", "image/webp"))
"""Modern formats, the smallest first, with their media types."""

_ORIENTATION_TAG = 0x0112
_NAMES: Final = {"MPO": "jpg", "JPEG": "jpg", "WEBP": "webp", "AVIF": "avif"}


class SourceSet(msgspec.Struct, frozen=True):
    """One line of a picture's choices: media type and srcset, as (address, width in pixels)."""

    type: str
    choices: tuple[tuple[str, int], ...]


class PictureVariants(msgspec.Struct, frozen=True):
    """A picture as pages show it.

    The fallback's address and size in pixels, and the better formats where there are any.
    """

    src: str
    width: int | None = None
    height: int | None = None
    sources: tuple[SourceSet, ...] = ()
    choices: tuple[tuple[str, int], ...] = ()


class Variant(msgspec.Struct, frozen=True):
    """One file to make.

    Its address, the original's path below the content folder and digest, width, height and format.
    """

    address: str
    path: str
    digest: str
    width: int
    height: int
    format: str


def is_raster(media: Media) -> bool:
    """Tell whether a file is a raster picture of which variants are made; one that moves is shown as it is."""
    return raster_ending(media.path) is not None and media.width is not None and not media.moves


def _fallback(media: Media) -> str:
    return "png" if raster_ending(media.path) in (".png", ".gif") else "jpg"


def _widths(media: Media) -> list[int]:
    width = media.width or 0
    return [one for one in WIDTHS if one < width] + ([width] if width <= WIDTHS[-1] else [])


def variants(media: Media) -> tuple[Variant, ...]:
    """Return every file that is published for a raster picture."""
    made = []
    for kind in (*(name for name, _type in FORMATS), _fallback(media)):
        for width in _widths(media):
            height = max(1, round((media.height or 1) * width / (media.width or 1)))
            address = f"/media/p/{media.digest[:16]}-{width}.{kind}"
            made.append(Variant(address, media.path, media.digest, width, height, kind))
    return tuple(made)


def picture(media: Media, address: str) -> PictureVariants:
    """Return how pages show a picture; ``address`` is where the file itself is published."""
    if not is_raster(media):
        return PictureVariants(address, media.width, media.height)
    by_format: dict[str, list[Variant]] = {}
    for variant in variants(media):
        by_format.setdefault(variant.format, []).append(variant)
    choices = {kind: tuple((one.address, one.width) for one in some) for kind, some in by_format.items()}
    middle = next((one for one in by_format[_fallback(media)] if one.width >= 800), by_format[_fallback(media)][-1])
    sources = tuple(SourceSet(media_type, choices[kind]) for kind, media_type in FORMATS)
    return PictureVariants(middle.address, middle.width, middle.height, sources, choices[_fallback(media)])


def make_variant(data: bytes, width: int, height: int, kind: str) -> bytes:
    """Return the bytes of a variant of the picture in ``data``: upright, sized, without any metadata."""
    from PIL import Image as Images

    sized = load_upright(data).resize((width, height), Images.Resampling.LANCZOS)
    return _encode(sized, kind)


def without_metadata(data: bytes) -> bytes:
    """Return a raster picture at its full size, upright and without EXIF, GPS, XMP and comments.

    Its pixels, steps and profile of colours stay as they are wherever it lies upright already; a picture that has
    nothing of all that stays the same file.
    """
    from PIL import Image as Images

    with Images.open(io.BytesIO(data)) as opened:
        kind = opened.format or "PNG"
        moves = kind != "MPO" and getattr(opened, "n_frames", 1) > 1
        turned = opened.getexif().get(_ORIENTATION_TAG, 1) != 1
        noted = bool({"exif", "xmp"} & opened.info.keys())
        profile = opened.info.get("icc_profile")
        if turned and not moves:
            return _encode(upright(opened), _NAMES.get(kind, "png"), high=True, profile=profile)
        if kind != "AVIF":
            return without_notes(kind, data)
        if not noted and not has_hidden_boxes(data):
            return data
        out = io.BytesIO()
        opened.save(out, "AVIF", save_all=moves, quality=80, speed=6, max_threads=1, exif=b"", xmp=b"",
                    icc_profile=profile)  # fmt: skip
        return out.getvalue()


def clean_drawing(data: bytes) -> bytes:
    """Return an SVG without anything that runs, loads or tells of its maker, pictures inside it included."""
    return clean(data, without_metadata)


def _encode(image: Image, kind: str, *, high: bool = False, profile: bytes | None = None) -> bytes:
    """Return a picture in a format, with a profile of its colours where they are not sRGB."""
    from PIL import Image as Images

    if kind == "jpg" and image.mode == "RGBA":
        paper = Images.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    image.info.clear()
    out = io.BytesIO()
    colours = {"icc_profile": profile} if profile else {}
    if kind == "avif":
        image.save(out, "AVIF", quality=80 if high else 55, speed=6, max_threads=1, **colours)
    elif kind == "webp":
        image.save(out, "WEBP", quality=90 if high else 76, method=5, **colours)
    elif kind == "jpg":
        image.save(out, "JPEG", quality=92 if high else 80, optimize=True, progressive=True, **colours)
    else:
        image.save(out, "PNG", optimize=True, **colours)
    return out.getvalue()
