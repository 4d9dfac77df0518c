"""Lists as they lie on a wide screen: what a glance takes in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.conftest import Call
from tests.support.site import Site

POSTS = 8
WITH_PICTURES = 6


def test_a_picture_stands_beside_its_news(
    site: Site, call: Call, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    """The third piece of news begins on the first screen, none touches the next, and only the newest bring pictures."""
    for number in range(POSTS):
        name = f"obraz-{number}.png"
        (site.content / "media").mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (1200, 675), (10 * number, 90, 90)).save(site.content / "media" / name)
        site.post(f"wpis-{number}", "Treść.", title=f"Wpis {number}", summary="Zdanie.", date=f"2026-01-0{number + 1}",
                  image={"src": f"../media/{name}", "alt": "Barwna plama"})  # fmt: skip
    outcome = call("build", *site.build_options)
    assert outcome.status == 0, outcome.err
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(serve_folder(site.output) + "/aktualnosci/")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.teaser-list > *')].map((one) => {"
        " const box = one.getBoundingClientRect(), picture = one.querySelector('img')?.getBoundingClientRect();"
        " return [box.top, box.bottom, box.width, picture ? picture.width : 0]; })"
    )
    assert [bool(picture) for *_, picture in boxes] == [True] * WITH_PICTURES + [False] * (POSTS - WITH_PICTURES)
    assert all(picture < width / 3 for _, _, width, picture in boxes)
    assert boxes[2][0] < 900
    assert all(after[0] - before[1] > 12 for before, after in pairwise(boxes))
