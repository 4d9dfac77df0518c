"""Pictures are published upright, without what they tell of their maker, in the sizes and formats that pages need."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from PIL import Image

from partnership.pictures.variants import is_raster, make_variant, picture, variants, without_metadata
from partnership.records.media_files import parse_media
from tests.conftest import Call
from tests.support.site import Site

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def photo(width: int, height: int, kind: str = "JPEG", *, orientation: int = 1, told: bool = True) -> bytes:
    """Return a picture, its left half red, with the camera's notes when ``told``."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    out = io.BytesIO()
    if told:
        exif = Image.Exif()
        exif[MAKER] = "Aparat"
        exif[ORIENTATION] = orientation
        exif.get_ifd(GPS)[1] = "N"
        image.save(out, kind, exif=exif)
    else:
        image.save(out, kind)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return a picture as a reader sees it."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_size_is_told_upright(orientation: int) -> None:
    """A picture that lies on its side is measured as it will be shown."""
    media = parse_media("media/a.jpg", photo(60, 40, orientation=orientation), "d" * 40).records[0]
    assert (media.width, media.height) == ((40, 60) if orientation in (6, 8) else (60, 40))


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_is_told_of_maker_and_place(kind: str, ending: str, orientation: int) -> None:
    """EXIF and GPS are gone at every size and in every format; the picture stands upright."""
    data = photo(600, 300, kind, orientation=orientation)
    whole = opened(without_metadata(data))
    assert not dict(whole.getexif())
    assert whole.size == ((300, 600) if orientation == 6 else (600, 300))
    for target in ("avif", "webp", "jpg", "png"):
        small = opened(make_variant(data, 48, 24, target))
        assert (small.size, dict(small.getexif())) == ((48, 24), {})


def test_a_picture_without_notes_is_left_alone() -> None:
    """What tells nothing is published byte for byte; GIFs keep moving."""
    data = photo(30, 20, told=False)
    assert without_metadata(data) == data


def test_see_through_pictures_get_paper_where_the_format_needs_it() -> None:
    """JPEG knows no transparency: the ground becomes white."""
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(make_variant(out.getvalue(), 10, 10, "jpg")).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.png", b"tekst", "not-a-picture"),
        ("a.png", photo(9, 9), "wrong-ending"),
        ("a.svg", b"<svg", "svg-invalid"),
    ],
)
def test_what_is_no_such_picture_is_told(name: str, data: bytes, code: str) -> None:
    """The content decides, not the name."""
    assert [one.code for one in parse_media(f"media/{name}", data, "d").problems] == [code]


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The header is enough to refuse what would fill the memory."""
    monkeypatch.setattr("partnership.sources.pictures.MAX_PIXELS", 100)
    assert [one.code for one in parse_media("media/a.jpg", photo(20, 20), "d").problems] == ["picture-too-large"]


def test_choices_never_exceed_the_original() -> None:
    """A small picture is offered at its own width only; a large one at all widths below."""
    small = parse_media("media/a.jpg", photo(300, 200), "d" * 40).records[0]
    large = parse_media("media/b.jpg", photo(900, 600), "e" * 40).records[0]
    assert is_raster(small)
    assert {one.width for one in variants(small)} == {300}
    assert {one.width for one in variants(large)} == {480, 800, 900}
    shown = picture(large, "/media/b.jpg")
    assert (shown.width, shown.height) == (800, 533)
    assert [source.type for source in shown.sources] == ["image/avif", "image/webp"]


def test_pictures_of_a_text_have_sizes_formats_and_captions(site: Site, call: Call) -> None:
    """In the page every choice exists, sizes are given, and a picture alone with a title is a figure."""
    site.write("content/media/zdjęcie a.jpg", photo(900, 600, orientation=1))
    site.write("content/media/b.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"/>')
    site.post(
        body='![Opis](<../media/zdjęcie a.jpg> "Podpis")\n\nPrzy ![Rys](../media/b.svg) nim.\n\n![Sam](../media/b.svg)'
    )
    outcome = call("build", *site.build_options)
    assert outcome.status == 0, outcome.err
    page: Any = html.fromstring(site.read("/aktualnosci/2026/wpis/"))
    figure = page.xpath("//figure[.//img[@alt='Opis']]")[0]
    assert figure.xpath("string(figcaption)") == "Podpis"
    for choice in figure.xpath(".//source/@srcset | .//img/@srcset"):
        for address in (one.split()[0] for one in choice.split(", ")):
            assert (site.output / address.lstrip("/")).is_file()
    assert {(one.get("width"), one.get("height")) for one in page.xpath("//img[@alt='Rys' or @alt='Sam']")} == {
        ("90", "60")
    }
    assert not [path for path in Path(site.output).rglob("*.jpg") if dict(Image.open(path).getexif())]
    again = call("build", *site.build_options)
    assert "0 written" in again.out
