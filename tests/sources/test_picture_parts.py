"""Pictures of every format: what is cut short is told, and notes go without a change of the pixels."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageSequence, PngImagePlugin

from partnership.records.media_files import parse_media
from partnership.sources import pictures
from partnership.sources.picture_parts import CutShort, check_whole, without_notes

SECRET = b"Tajna notatka"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + SECRET + b"</x:xmpmeta>"
ENDINGS = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp", "AVIF": "avif"}


def drawn(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Return a picture with something in every corner."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    image.paste("red", (0, 0, size[0] // 3, size[1] // 2))
    return image


def noted(kind: str, *, moves: bool = False) -> bytes:
    """Return a picture of a kind with notes in every place where its format has one."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    options: dict[str, Any] = {"exif": exif, "comment": SECRET, "xmp": XMP}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", SECRET.decode())
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options = {"exif": exif, "pnginfo": text}
    elif kind == "GIF":
        options = {"comment": SECRET}
    elif kind in ("WEBP", "AVIF"):
        options = {"exif": exif, "xmp": XMP}
    if moves:
        options |= {"save_all": True, "append_images": [drawn().rotate(angle) for angle in (90, 180)], "duration": 100}
    out = io.BytesIO()
    drawn().save(out, kind, **options)
    data = out.getvalue()
    return data + SECRET if kind in ("JPEG", "PNG", "GIF") else data


def pixels(data: bytes) -> list[bytes]:
    """Return the pixels of every step of a picture."""
    with Image.open(io.BytesIO(data)) as image:
        return [step.convert("RGBA").tobytes() for step in ImageSequence.Iterator(image)]


@pytest.mark.parametrize("moves", [False, True])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_notes_go_and_pixels_stay(kind: str, moves: bool) -> None:
    """Nothing of camera, place, author or comment is left; every step shows what it showed; twice changes nothing."""
    data = noted(kind, moves=moves and kind != "JPEG")
    assert SECRET in data or kind == "PNG"
    bare = without_notes(kind, data)
    assert SECRET not in bare and b"Exif" not in bare and b"EXIF" not in bare and b"XMP" not in bare
    assert pixels(bare) == pixels(data)
    assert without_notes(kind, bare) == bare
    with Image.open(io.BytesIO(bare)) as image:
        image.load()
        assert not dict(image.getexif()) and not {"exif", "xmp", "comment", "Author"} & image.info.keys()


@pytest.mark.parametrize("moves", [False, True])
@pytest.mark.parametrize("kind", ENDINGS)
@given(part=st.floats(0, 0.97))
def test_whatever_is_cut_short_is_told(kind: str, moves: bool, part: float) -> None:
    """A picture that ends too early, at whatever byte, is one problem and no size; no error comes through."""
    out = io.BytesIO()
    more = {"save_all": True, "append_images": [drawn().rotate(90)]} if moves and kind != "JPEG" else {}
    drawn().save(out, kind, **more)
    data = out.getvalue()
    parsed = parse_media(f"media/a.{ENDINGS[kind]}", data[: int(len(data) * part)], "d")
    assert [one.code for one in parsed.problems] in (["picture-cut-short"], ["not-a-picture"], ["empty"])
    assert parsed.records[0].width is None


@pytest.mark.parametrize("kind", ENDINGS)
@given(place=st.integers(0, 4000), byte=st.integers(0, 255))
def test_damage_never_comes_through(kind: str, place: int, byte: int) -> None:
    """Whatever byte is another one: the picture has a size or a problem."""
    out = io.BytesIO()
    drawn().save(out, kind)
    data = bytearray(out.getvalue())
    data[place % len(data)] = byte
    parsed = parse_media(f"media/a.{ENDINGS[kind]}", bytes(data), "d")
    assert parsed.problems or parsed.records[0].width


@given(st.binary(max_size=300), st.sampled_from([*ENDINGS]))
def test_bytes_are_cut_short_or_whole(data: bytes, kind: str) -> None:
    """The readers of parts end on any bytes, with an answer or with their own error."""
    signs = {"JPEG": b"\xff\xd8", "PNG": b"\x89PNG\r\n\x1a\n", "GIF": b"GIF89a", "WEBP": b"RIFF", "AVIF": b""}
    for tried in (data, signs[kind] + data):
        try:
            check_whole(kind, tried)
        except CutShort:
            continue


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("renamed.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        ("a.tif", b"II*\0abc", "TIFF"),
        ("a.jpg", b"MM\0*abc", "TIFF"),
        ("a.png", b"BM1234", "BMP"),
        ("a.jpg", b"%PDF-1.7", "PDF"),
        ("a.webp", b"\0\0\1\0abc", "ICO"),
        ("a.gif", b"8BPS", "PSD"),
    ],
)
def test_formats_that_browsers_do_not_show_are_named(name: str, data: bytes, kind: str) -> None:
    """By their content, whatever they are called; the advice makes a picture that is shown."""
    if pictures.raster_ending(name):
        (problem,) = parse_media(f"media/{name}", data, "d").problems
        assert problem.code == "unshown-picture" and kind in problem.message
    assert pictures.unshown_format(name, data) == kind


def png_claiming(width: int, height: int) -> bytes:
    """Return the beginning of a PNG whose head names a size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (9_000, 9_000), (1, 20_000), (20_000, 1)])
def test_what_claims_too_much_is_refused_by_its_head(width: int, height: int) -> None:
    """Before anything is unpacked, so that a small file cannot fill the memory."""
    parsed = parse_media("media/a.png", png_claiming(width, height), "d")
    assert [one.code for one in parsed.problems] == ["picture-too-large"]


def test_many_steps_and_passes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a picture costs to show counts, not how small its file is."""
    monkeypatch.setattr(pictures, "MAX_MOVING_PIXELS", 60 * 40 * 2)
    assert [one.code for one in parse_media("media/a.gif", noted("GIF", moves=True), "d").problems] == [
        "picture-too-large"
    ]
    monkeypatch.setattr(pictures, "MAX_SCANS", 3)
    out = io.BytesIO()
    drawn().save(out, "JPEG", progressive=True)
    assert [one.code for one in parse_media("media/a.jpg", out.getvalue(), "d").problems] == ["picture-too-large"]


def test_a_reference_of_git_lfs_is_told() -> None:
    """What stands for a picture that was not brought is named with the command that brings it."""
    data = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"
    (problem,) = parse_media("media/a.jpg", data, "d").problems
    assert "git lfs pull" in problem.hint
    assert parse_media("media/a.pdf", data, "d").records[0].danger == "reference"
