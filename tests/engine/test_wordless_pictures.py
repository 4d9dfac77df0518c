"""Pictures for links that people send: a site's own ones, and words that the font cannot write are told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from partnership.engine.wordless_pictures import wordless_pictures
from partnership.items.item import Copy, Publication
from partnership.language import set_language
from partnership.publications.sharing_pictures import FOLDER, OWN, sharing_picture
from partnership.settings import BUILT_IN_THEME, Settings


def _picture(title: str) -> Publication:
    return Publication(f"{FOLDER}home.png", sharing_picture, (str(BUILT_IN_THEME), b"", title, "Office", ()))


@pytest.mark.parametrize("title", ["Powiaty małopolskie", "İlçe ve Iğdır", "Νομοί", "Райони Ґ", "", "a  –"])
def test_words_that_the_font_has(title: str) -> None:
    """Latin, Greek and Cyrillic words are drawn whole, and nothing is told of them."""
    assert wordless_pictures([_picture(title)], Settings()) == []


@pytest.mark.parametrize(("title", "letters"), [("شراكة", "شراكة"), ("‹Ortaklık›", "‹›"), ("მხარე", "მხარე")])
def test_words_that_the_font_has_not(title: str, letters: str) -> None:
    """Each letter that would be missing is told once, with the file that takes the picture's place."""
    set_language("en")
    (problem,) = wordless_pictures([_picture(title), _picture("Abc")], Settings())
    assert problem.severity == "warning" and f"theme/{OWN}home.png" in problem.hint
    assert problem.message.endswith(": " + " ".join(sorted(set(letters))))


def test_a_picture_of_the_sites_own_is_a_copy() -> None:
    """What is a file already needs no font."""
    copied = Copy(f"{FOLDER}home.png", "/a.png", "0")
    assert wordless_pictures([copied], msgspec.structs.replace(Settings(), data=Path("data"))) == []
