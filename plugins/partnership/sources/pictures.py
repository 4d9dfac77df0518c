"""What a picture file really is: its format by content, its size in pixels upright, and what is wrong with it."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

import msgspec

from partnership.language import _
from partnership.problems import Problem
from partnership.sources.picture_parts import CutShort, check_whole

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAX_PIXELS: Final = 60_000_000
"""Largest picture that is opened, in pixels; more is a mistake or an attack."""
MAX_SIDE: Final = 16_383
"""Longest side in pixels: no WebP has a longer one, and no screen shows it."""
MAX_MOVING_PIXELS: Final = 400_000_000
"""Pixels of all steps of a moving picture together."""
MAX_SCANS: Final = 100
"""Passes in which a progressive JPEG may come: programs make about ten, and each costs a look at the whole picture."""

RASTER: Final = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".jfif": "JPEG", ".pjpeg": "JPEG", ".pjp": "JPEG",
    ".png": "PNG", ".apng": "PNG", ".webp": "WEBP", ".gif": "GIF", ".avif": "AVIF",
}  # fmt: skip
"""Endings of raster pictures that browsers show, and the format that each promises."""

UNSHOWN: Final = {
    "heic": "HEIC", "heif": "HEIC", "hif": "HEIC", "tif": "TIFF", "tiff": "TIFF", "bmp": "BMP", "dib": "BMP",
    "ico": "ICO", "cur": "ICO", "jp2": "JPEG 2000", "j2k": "JPEG 2000", "jpf": "JPEG 2000", "jxl": "JPEG XL",
    "psd": "PSD", "psb": "PSD", "ai": "AI", "eps": "EPS", "xcf": "XCF", "tga": "TGA", "pcx": "PCX", "svgz": "SVGZ",
    "emf": "EMF", "wmf": "WMF", "dng": "RAW", "cr2": "RAW", "cr3": "RAW", "crw": "RAW", "nef": "RAW", "nrw": "RAW",
    "arw": "RAW", "srf": "RAW", "sr2": "RAW", "orf": "RAW", "rw2": "RAW", "raf": "RAW", "pef": "RAW", "srw": "RAW",
    "3fr": "RAW", "iiq": "RAW", "raw": "RAW",
}  # fmt: skip
"""Endings of pictures that browsers do not show, and their formats as people name them."""

WITHOUT_NOTES: Final = ("BMP", "ICO", "TGA", "PCX", "EMF", "WMF", "EPS", "AI")
"""Formats among them that say nothing of camera and place, so that the file can be given away."""

_SIGNS: Final = (
    (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"BM", "BMP"), (b"\0\0\1\0", "ICO"), (b"8BPS", "PSD"), (b"%PDF", "PDF"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"), (b"\xff\x4f\xff\x51", "JPEG 2000"), (b"\xff\x0a", "JPEG XL"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"), (b"%!PS", "EPS"), (b"gimp xcf", "XCF"),
)  # fmt: skip
_SHOWN_SIGNS: Final = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF87a", "GIF"), (b"GIF89a", "GIF"))
_UNSURE: Final = ("", "PDF", "EPS", "BMP", "JPEG XL")
"""Formats that are documents, or whose files begin with so little that a text could begin alike."""
_HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
LFS_REFERENCE: Final = b"version https://git-lfs.github.com/spec/"
"""How a file begins that stands for one which Git LFS has not brought yet."""
_READABLE: Final = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")

_UPRIGHT_SWAPS = frozenset({5, 6, 7, 8})
_ORIENTATION_TAG = 0x0112


class Size(msgspec.Struct, frozen=True):
    """Width and height in pixels, as the picture is shown upright; whether it ``moves``."""

    width: int
    height: int
    moves: bool = False


def ending_of(path: str) -> str:
    """Return a file name's ending in lower case without its dot; empty when it has none."""
    return path.rpartition("/")[2].rpartition(".")[2].lower().strip() if "." in path.rpartition("/")[2] else ""


def raster_ending(path: str) -> str | None:
    """Return the ending of a raster picture in lower case, or None for any other file."""
    ending = f".{ending_of(path)}"
    return ending if ending in RASTER else None


def unshown_format(path: str, data: bytes) -> str:
    """Return the name of the format of a picture that browsers do not show, by its content; empty for any other."""
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS and b"avif" not in data[8:64]:
        return "HEIC"
    promised = UNSHOWN.get(ending_of(path), "")
    return promised or next((name for sign, name in _SIGNS if data.startswith(sign)), "")


def hidden_picture(path: str, data: bytes) -> str:
    """Return the format of a picture whose file's name does not say that it is one; empty for any other file."""
    if ending_of(path) in UNSHOWN or raster_ending(path) is not None:
        return ""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis"):
        return "AVIF"
    shown = next((name for sign, name in _SHOWN_SIGNS if data.startswith(sign)), "")
    unshown = unshown_format(path, data)
    return shown or ("" if unshown in _UNSURE else unshown)


def inspect_raster(path: str, data: bytes) -> tuple[Size | None, list[Problem]]:
    """Return the upright size of a raster picture and its problems.

    It is decoded whole, since nothing else tells a picture that was cut short; of a JPEG an eighth of its size is
    enough for that.
    """
    # Pillow is imported only where there are raster pictures at all, and only those of its readers that are needed.
    from PIL import AvifImagePlugin, GifImagePlugin, Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401

    promised = RASTER[raster_ending(path) or ".jpg"]
    early = _not_opened(path, data)
    if early is not None:
        return None, [early]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_READABLE) as image:
                kind = "JPEG" if image.format == "MPO" else image.format or "?"
                width, height = image.size
                too_large = _too_large(path, image, data)
                if too_large is not None:
                    return None, [too_large]
                turned = image.getexif().get(_ORIENTATION_TAG, 1) in _UPRIGHT_SWAPS
                steps = getattr(image, "n_frames", 1) if kind != "JPEG" else 1
                if steps * width * height > MAX_MOVING_PIXELS:
                    message = _("The moving picture has %(steps)d steps of %(width)d × %(height)d pixels",
                                steps=steps, width=width, height=height)  # fmt: skip
                    hint = _("make it shorter or smaller, or put in a still picture")
                    return None, [_problem(path, "picture-too-large", message, hint)]
                check_whole(kind, data)
                _decode(image, kind, steps)
    except Image.DecompressionBombError:
        message = _("The picture has more than %(number)d million pixels", number=MAX_PIXELS // 10**6)
        return None, [_problem(path, "picture-too-large", message, _("make it at most 6000 pixels wide and high"))]
    except Exception as error:
        # Pillow's decoders raise whatever their formats' libraries do; here all of it means one thing.
        if isinstance(error, MemoryError | RecursionError):
            raise
        return None, [_unreadable(path, error)]
    problems = []
    if kind != promised:
        message = _("The picture is %(kind)s, but its name says %(promised)s", kind=kind, promised=promised)
        problems.append(
            _problem(path, "wrong-ending", message, _("rename the file so that its ending tells the truth"))
        )
    turned = turned and steps == 1
    return (Size(height, width) if turned else Size(width, height, moves=steps > 1)), problems


def _not_opened(path: str, data: bytes) -> Problem | None:
    """Return what is wrong with a file that Pillow need not be asked about."""
    if not data:
        return _problem(path, "empty", _("The file is empty"), _("export the picture again as JPEG or PNG"))
    if data.startswith(LFS_REFERENCE):
        message = _("The file holds only a reference to Git LFS, not the picture")
        return _problem(path, "not-a-picture", message, _("run git lfs install and git lfs pull"))
    found = unshown_format(path, data)
    return _problem(path, "unshown-picture", *not_shown(found)) if found else None


def not_shown(kind: str) -> tuple[str, str]:
    """Return message and advice for a picture in a format that browsers do not show."""
    return (
        _("The picture is %(kind)s, which browsers do not show", kind=kind),
        _("open it and save or export it as JPEG or PNG, and use that file"),
    )


def _too_large(path: str, image: ImageFile, data: bytes) -> Problem | None:
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        message = _("The picture has %(width)d × %(height)d pixels", width=width, height=height)
        return _problem(path, "picture-too-large", message, _("make it at most 6000 pixels wide and high"))
    if image.format in ("JPEG", "MPO") and data.count(b"\xff\xda") > MAX_SCANS:
        message = _("The picture comes in more than %(number)d passes", number=MAX_SCANS)
        return _problem(path, "picture-too-large", message, _("save it again as a plain JPEG"))
    return None


def _decode(image: ImageFile, kind: str, steps: int) -> None:
    if kind == "JPEG":
        image.draft(None, (1, 1))
    image.load()
    for step in range(1, steps):
        image.seek(step)
        image.load()


def _unreadable(path: str, error: Exception) -> Problem:
    from PIL import UnidentifiedImageError

    if isinstance(error, CutShort) or "truncated" in str(error).lower() or isinstance(error, EOFError):
        message = _("The picture is cut short: its end is missing")
        return _problem(path, "picture-cut-short", message, _("copy or export it again; the file was not saved whole"))
    hint = _("export it again as JPEG or PNG")
    if isinstance(error, UnidentifiedImageError):
        return _problem(path, "not-a-picture", _("The file is not a picture that can be opened"), hint)
    return _problem(path, "not-a-picture", _("The picture is damaged and cannot be shown"), hint)


def _problem(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, code=code, message=message, hint=hint)
