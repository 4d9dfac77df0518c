"""From a picture's own colours and depth to eight bits of sRGB, which every browser shows alike."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

_DEEP: Final = ("I;16", "I;16L", "I;16B", "I;16N", "I")
"""Modes in which a grey picture has 16 bits."""


def load_upright(data: bytes) -> Image:
    """Return a picture turned as it is meant to be seen, in RGB or RGBA of sRGB, with nothing else of the file."""
    from PIL import Image as Images

    with Images.open(io.BytesIO(data)) as opened:
        profile = opened.info.get("icc_profile")
        turned = upright(opened)
    return _in_srgb(turned, profile) if profile else turned.convert("RGBA" if _see_through(turned) else "RGB")


def upright(opened: Image) -> Image:
    """Return a picture turned as it is meant to be seen, with eight bits a channel and its own colours."""
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(opened)
    if turned.mode in _DEEP:
        # Converting would cut off what is brighter than 255 of 65,535: nearly everything becomes white.
        opaque = turned.info.get("transparency") is None
        turned = turned.convert("I").point(lambda value: value * (255 / 65535) + 0.5).convert("L")
        return turned if opaque else turned.convert("RGB")
    if turned.mode in ("F", "1"):
        return turned.convert("L")
    if turned.mode in ("P", "PA", "La", "RGBa") or "transparency" in turned.info:
        return turned.convert("RGBA" if _see_through(turned) else "RGB")
    return turned


def _see_through(image: Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info


def _in_srgb(image: Image, profile: bytes) -> Image:
    """Return a picture whose colours are meant by a profile in sRGB; a profile that does not fit says nothing."""
    from PIL import ImageCms

    alpha = image.getchannel("A") if "A" in image.getbands() else None
    plain = image.convert({"LA": "L", "RGBA": "RGB"}.get(image.mode, image.mode)) if alpha is not None else image
    try:
        shown = ImageCms.profileToProfile(
            plain,
            ImageCms.ImageCmsProfile(io.BytesIO(profile)),
            _srgb(),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        shown = None
    shown = shown if shown is not None else plain.convert("RGB")
    if alpha is not None:
        shown.putalpha(alpha)
    return shown


def _srgb() -> Any:
    """Return the profile of sRGB."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
