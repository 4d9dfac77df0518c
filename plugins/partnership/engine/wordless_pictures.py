"""Check of the pictures for links that people send: letters that they would lack or show in disorder."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from partnership.items.item import Item, Publication
from partnership.kinds.site_files import SITE
from partnership.language import _
from partnership.locales.marks import unmarked
from partnership.problems import Problem
from partnership.publications.sharing_pictures import OWN, sharing_picture
from partnership.settings import Settings

_SIMPLE: Final = "\u0530"
"""Before this character stand Latin, Greek and Cyrillic letters, which the font has."""


def wordless_pictures(items: Iterable[Item], settings: Settings) -> list[Problem]:
    """Return a warning where pictures among ``items`` would lack letters of their words, or show them in disorder."""
    names: list[str] = []
    lacking: set[str] = set()
    for item in items:
        if isinstance(item, Publication) and item.make is sharing_picture:
            theme, _font, title, name, _tiles = item.inputs
            if found := _lacking(Path(theme), unmarked(f"{title} {name}")):
                names.append(f"theme/{OWN}{posixpath.basename(item.address)}")
                lacking |= found
    if not names:
        return []
    message = _(
        "The pictures for links that people send cannot show these letters: %(letters)s",
        letters=" ".join(sorted(lacking)),
    )
    hint = _("lay pictures of your own, PNG of 1200 × 630 pixels, into the theme: %(files)s", files=", ".join(names))
    path = str(settings.data / SITE.path)
    return [Problem(path=path, code="wordless-picture", message=message, hint=hint, severity="warning")]


def _lacking(theme: Path, text: str) -> set[str]:
    """Return the letters that are drawn wrongly: what the font lacks, and what is read from the right."""
    odd = {char for char in text if char >= _SIMPLE and not char.isspace()}
    if not odd:
        return odd
    from partnership.publications.sharing_drawing import undrawn

    right_to_left = {char for char in odd if unicodedata.bidirectional(char) in ("R", "AL")}
    return right_to_left | undrawn(theme, odd)
