"""What a picture file really is: its format by content, its size in pixels upright, and what is wrong with it."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Final

from partnership.language import _
from partnership.problems import Problem

MAX_PIXELS: Final = 60_000_000
"""Largest picture that is opened, in pixels; more is a mistake or an attack."""

RASTER: Final = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF"}
"""Endings of raster pictures and the format that each promises."""

_UPRIGHT_SWAPS = frozenset({5, 6, 7, 8})
_ORIENTATION_TAG = 0x0112


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in pixels, as the picture is shown upright."""

    width: int
    height: int


def raster_ending(path: str) -> str | None:
    """Return the ending of a raster picture in lower case, or None for any other file."""
    dot = path.rfind(".")
    ending = path[dot:].lower() if dot >= 0 else ""
    return ending if ending in RASTER else None


def inspect_raster(path: str, data: bytes) -> tuple[Size | None, list[Problem]]:
    """Return the upright size of a raster picture and its problems; nothing is decoded beyond the header."""
    # Pillow is imported only where there are raster pictures at all.
    from PIL import Image, UnidentifiedImageError

    promised = RASTER[raster_ending(path) or ".jpg"]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                width, height = image.size
                kind = image.format or "?"
                turned = image.getexif().get(_ORIENTATION_TAG, 1) in _UPRIGHT_SWAPS
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = _("The file is no picture that can be opened")
        return None, [_problem(path, "not-a-picture", message, _("export it again as JPEG or PNG"))]
    if width * height > MAX_PIXELS:
        message = _("The picture has %(width)d × %(height)d pixels", width=width, height=height)
        return None, [_problem(path, "picture-too-large", message, _("make it at most 6000 pixels wide"))]
    problems = []
    if kind != promised and not (kind == "MPO" and promised == "JPEG"):
        message = _("The picture is %(kind)s, but its name says %(promised)s", kind=kind, promised=promised)
        problems.append(
            _problem(path, "wrong-ending", message, _("rename the file so that its ending tells the truth"))
        )
    return (Size(height, width) if turned else Size(width, height)), problems


def _problem(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, code=code, message=message, hint=hint)
