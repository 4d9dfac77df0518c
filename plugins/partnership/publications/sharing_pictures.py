"""The pictures for links that people send, one for each section of the site."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Copy, Item, Publication
from partnership.items.site import menu
from partnership.settings import Settings
from partnership.theme_folders import theme_file

FOLDER: Final = "/theme/pictures/sharing/"
"""Their addresses have no hash: a link that was sent keeps its picture."""

FONT: Final = "fonts/DejaVuSans-Bold.ttf"

OWN: Final = "static/pictures/sharing/"
"""Where a site's theme holds pictures of its own under the same names; one takes the place of the one drawn here."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan a picture for each section."""
    try:
        font = blake2b(theme_file(settings.theme, FONT).read_bytes(), digest_size=20).digest()
    except OSError:
        return
    places = sorted({(one.tile.row, one.tile.column) for one in catalogue.counties})
    top, left = min((row for row, _column in places), default=0), min((column for _row, column in places), default=0)
    tiles = tuple((row - top, column - left) for row, column in places)
    titles = {"home": settings.profile.name} | {one.picture: one.title for one in menu(settings)}
    for name, title in titles.items():
        own = theme_file(settings.theme, f"{OWN}{name}.png")
        if own.is_file():
            yield Copy(f"{FOLDER}{name}.png", str(own), blake2b(own.read_bytes(), digest_size=20).hexdigest())
            continue
        inputs = (str(settings.theme), font, title, settings.profile.name, tiles)
        yield Publication(f"{FOLDER}{name}.png", sharing_picture, inputs)


def sharing_picture(theme: str, font: bytes, title: str, name: str, tiles: tuple[tuple[int, int], ...]) -> bytes:
    """Return the picture as PNG."""
    # Imported only where a picture is drawn: most builds do without Pillow.
    from partnership.publications.sharing_drawing import draw_sharing_picture

    return draw_sharing_picture(Path(theme), font, title, name, tiles)
