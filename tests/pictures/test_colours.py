"""Pictures keep their colours, depth and movement on the way to the sizes that pages show."""

from __future__ import annotations

import io
from typing import Any

import pytest
from lxml import html
from PIL import Image, ImageCms

from partnership.pictures.colours import load_upright
from partnership.pictures.variants import clean_drawing, make_variant, without_metadata
from partnership.prose.svg import clean
from tests.conftest import Call
from tests.sources.test_picture_parts import SECRET, noted, pixels
from tests.support.site import Site


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def middle(data: bytes) -> tuple[int, ...]:
    """Return the colour in the middle of what pages would show."""
    image = load_upright(data)
    found = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(found, tuple)
    return found


LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapping_profile() -> bytes:
    """Return the profile of sRGB with red and blue exchanged, as no camera has it: only who reads it sees red."""
    data = bytearray(SRGB)
    entries = {bytes(data[at : at + 4]): at for at in range(132, 132 + 12 * data[131], 12)}
    red, blue = entries[b"rXYZ"], entries[b"bXYZ"]
    data[red : red + 4], data[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(data)


@pytest.mark.parametrize(("kind", "options"), [("JPEG", {"quality": 95}), ("PNG", {}), ("WEBP", {"lossless": True})])
def test_a_profile_is_obeyed(kind: str, options: dict[str, Any]) -> None:
    """The colours that the profile means are shown, and its picture at full size keeps it."""
    data = saved(Image.new("RGB", (40, 40), (0, 0, 255)), kind, icc_profile=swapping_profile(), **options)
    red, green, blue = middle(data)
    assert red > 240 and green < 16 and blue < 16
    with Image.open(io.BytesIO(without_metadata(data))) as whole:
        assert whole.info["icc_profile"] == swapping_profile()
    small = make_variant(data, 10, 10, "png")
    with Image.open(io.BytesIO(small)) as image:
        assert "icc_profile" not in image.info


@pytest.mark.parametrize("profile", [b"nonsense", b"", LAB])
def test_a_profile_that_does_not_fit_says_nothing(profile: bytes) -> None:
    """A broken one, or one of another space, is passed over."""
    data = saved(Image.new("RGB", (9, 9), (200, 30, 40)), "PNG", icc_profile=profile)
    assert middle(data) == (200, 30, 40)


@pytest.mark.parametrize("value", [0, 300, 30_000, 65_535])
def test_sixteen_bits_are_scaled(value: int) -> None:
    """A grey of 65,536 steps becomes the same grey of 256, not white."""
    image = Image.new("I;16", (9, 9), value)
    assert middle(saved(image, "PNG")) == (round(value * 255 / 65535),) * 3


def test_cmyk_is_shown_in_its_colours() -> None:
    """A print's colours without a profile become screen colours, not their opposites."""
    red, green, blue = middle(saved(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG", quality=100))
    assert red > 240 and green < 16 and blue < 16


def test_transparency_and_palettes_survive() -> None:
    """A see-through corner stays so, with a profile and without, in greys and palettes too."""
    image = Image.new("RGBA", (20, 20), (10, 200, 30, 0))
    for one in (image, image.convert("LA"), image.quantize(8)):
        for profile in (None, SRGB):
            shown = load_upright(saved(one, "PNG", icc_profile=profile))
            assert shown.mode == "RGBA" and shown.getchannel("A").getextrema()[1] == 0


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_moving_pictures_keep_moving(site: Site, call: Call, kind: str) -> None:
    """The page shows the whole animation, without notes, instead of its first step."""
    ending = kind.lower()
    site.write(f"content/media/ruch.{ending}", noted(kind, moves=True))
    site.post(body=f"![Ruch](../media/ruch.{ending})", image={"src": f"../media/ruch.{ending}", "alt": "Ruch"})
    assert call("check", *site.options).status == 0
    outcome = call("build", *site.build_options)
    assert outcome.status == 0, outcome.err
    page: Any = html.fromstring(site.read("/aktualnosci/2026/wpis/"))
    (address,) = {one.get("src") for one in page.xpath("//img[@alt='Ruch']")}
    data = (site.output / address.lstrip("/")).read_bytes()
    assert len(pixels(data)) == 3
    assert SECRET not in data and b"GPS" not in data
    assert not list((site.output / "media").glob("p/*"))


def test_avif_loses_its_notes() -> None:
    """The one format that is written anew for it."""
    data = noted("AVIF")
    bare = without_metadata(data)
    with Image.open(io.BytesIO(bare)) as image:
        assert not dict(image.getexif()) and not {"exif", "xmp"} & image.info.keys()
    assert SECRET not in bare
    assert without_metadata(bare) == bare


def test_pictures_inside_drawings_lose_their_notes() -> None:
    """A photograph that a drawing program put into an SVG tells as little as one by itself."""
    from base64 import b64decode, b64encode

    inner = b64encode(noted("JPEG")).decode()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><metadata>Jan Kowalski</metadata>'
        f'<image href="data:image/jpeg;base64,{inner}"/><rect width="9" height="9"/></svg>'
    ).encode()
    cleaned = clean_drawing(drawing)
    assert b"Jan" not in cleaned and b"<rect" in cleaned
    drawn: Any = html.fromstring(cleaned)
    assert SECRET not in b64decode(drawn.xpath("//image/@href")[0].partition(",")[2])
    # Without a picture inside nothing is written otherwise than before.
    plain = drawing.replace(b"<image", b"<g").replace(b"data:image/jpeg;base64," + inner.encode(), b"#a")
    assert clean_drawing(plain) == clean(plain)
