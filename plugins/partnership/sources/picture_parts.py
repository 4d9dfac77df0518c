"""The parts of which picture files are made: which of them draw, and whether the last one is there.

A picture is cleaned by leaving out whole parts, so its pixels stay what they were, byte for byte.  What is kept is
named here; everything else goes: notes of cameras and programs, places, comments, thumbnails, second pictures that
phones put behind the first.  Profiles of colours stay, since without them a picture shows other colours.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import Final


class CutShort(ValueError):
    """A file that ends before its picture does, or whose parts do not follow each other."""


_PNG_SIGN: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD acTL fcTL fdAT".split()
)
_WEBP_KEPT: Final = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_WEBP_NOTES: Final = 0b0000_1100
"""Bits of a WebP's head that announce EXIF and XMP."""
_GIF_LOOPS: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_JPEG_MARK: Final = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.DOTALL)
_JPEG_BARE: Final = frozenset((0x01, *range(0xD0, 0xD8)))
_AVIF_NOTES: Final = (b"uuid", b"udta", b"free", b"skip")


def without_notes(kind: str, data: bytes) -> bytes:
    """Return a picture of a ``kind`` ("JPEG", "PNG", "GIF", "WEBP") without the parts that do not draw.

    The same bytes where there are none.  Raises :class:`CutShort`.
    """
    return _WRITERS[kind](data)


def check_whole(kind: str, data: bytes) -> None:
    """Raise :class:`CutShort` when a picture's last part is missing; other kinds than those above and AVIF pass."""
    if kind in _WRITERS:
        _WRITERS[kind](data)
    elif kind == "AVIF":
        for _name, _body in _boxes(data):
            pass


def has_hidden_boxes(data: bytes) -> bool:
    """Tell whether an AVIF has boxes beside its picture that could hold notes."""
    return any(name in _AVIF_NOTES for name, _body in _boxes(data))


def _jpeg(data: bytes) -> bytes:
    if not data.startswith(b"\xff\xd8"):
        raise CutShort("no beginning")
    kept = [data[:2]]
    at = 2
    while True:
        found = _JPEG_MARK.match(data, at)
        if found is None:
            raise CutShort("no marker")
        mark, at = data[found.end() - 1], found.end()
        if mark == 0xD9:
            kept.append(b"\xff\xd9")
            return b"".join(kept)
        if mark in _JPEG_BARE:
            kept.append(bytes((0xFF, mark)))
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2 or end > len(data):
            raise CutShort("segment")
        body = data[at + 2 : end]
        if mark == 0xDA:  # the picture itself, up to the next marker that is none of its own
            following = _JPEG_MARK.search(data, end)
            if following is None:
                # Some programs leave the last two bytes out; whether the picture is whole, decoding tells.
                return b"".join((*kept, b"\xff\xda", data[at:], b"\xff\xd9"))
            end = following.start()
        if _jpeg_draws(mark, body):
            kept.append(b"\xff" + data[at - 1 : end])
        at = end


def _jpeg_draws(mark: int, body: bytes) -> bool:
    if mark == 0xE0:
        return body.startswith((b"JFIF\0", b"AVI1"))
    if mark == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if mark == 0xEE:
        return body.startswith(b"Adobe")
    return not (0xE0 <= mark <= 0xEF or mark == 0xFE)


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_SIGN):
        raise CutShort("no beginning")
    kept = [_PNG_SIGN]
    at = len(_PNG_SIGN)
    while True:
        if at + 12 > len(data):
            raise CutShort("chunk")
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        name = data[at + 4 : at + 8]
        if end > len(data):
            raise CutShort("chunk")
        if name in _PNG_KEPT:
            kept.append(data[at:end])
        if name == b"IEND":
            return b"".join(kept)
        at = end


def _gif(data: bytes) -> bytes:
    if len(data) < 13 or data[:6] not in (b"GIF87a", b"GIF89a"):
        raise CutShort("no beginning")
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while at < len(data):
        start, sign = at, data[at]
        if sign == 0x3B:
            return b"".join((*kept, b";"))
        if sign == 0x2C and at + 10 <= len(data):
            at = _blocks_end(data, at + 10 + _colours(data[at + 9]) + 1)
            kept.append(data[start:at])
        elif sign == 0x21 and at + 2 <= len(data):
            label = data[at + 1]
            at = _blocks_end(data, at + 2)
            if label in (0xF9, 0x01) or (label == 0xFF and data[start + 3 : start + 14] in _GIF_LOOPS):
                kept.append(data[start:at])
        else:
            raise CutShort("block")
    raise CutShort("no end")


def _colours(flags: int) -> int:
    """Return the bytes of the table of colours that the flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Return where a row of blocks ends, each beginning with its length, the last one empty."""
    while at < len(data):
        length = data[at]
        at += 1 + length
        if not length:
            return at
    raise CutShort("blocks")


def _webp(data: bytes) -> bytes:
    if len(data) < 12 or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise CutShort("no beginning")
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise CutShort("file")
    kept = b"".join(_webp_chunks(data[12:end]))
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + kept


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(data):
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body, at = data[at + 8 : at + 8 + length], at + 8 + length + length % 2
        if len(body) < length:
            raise CutShort("chunk")
        if name == b"VP8X" and body:
            body = bytes((body[0] & ~_WEBP_NOTES,)) + body[1:]
        elif name == b"ANMF":
            body = body[:16] + b"".join(_webp_chunks(body[16:]))
        if name in _WEBP_KEPT:
            yield name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and body of the outermost boxes of a file such as AVIF or HEIC."""
    at = 0
    while at < len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        head = 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = len(data) - at
        if size < head or at + size > len(data):
            raise CutShort("box")
        yield name, data[at + head : at + size]
        at += size


_WRITERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "JPEG": _jpeg,
    "MPO": _jpeg,
    "PNG": _png,
    "GIF": _gif,
    "WEBP": _webp,
}
