"""Characters that nobody can see are settled where that is safe, else found and named."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language import set_language
from partnership.locales.blanks import SPACES
from partnership.sources.characters import name_of, oddities, settle, suspects
from tests.conftest import Call
from tests.support.site import Site


@pytest.mark.parametrize(
    ("written", "settled"),
    [
        ("zatrud\u00adnienie", "zatrudnienie"),
        ("praca\u200b", "praca"),
        ("pra\ufeffca\u2060", "praca"),
        ("Z\u0307ycie", "Życie"),
        ("VT\u000bFF\u000cNEL\u0085LS\u2028koniec", "VT FF NEL LS koniec"),
        ("10\u00a0000", "10\u00a0000"),
        ("👩\u200d💻", "👩\u200d💻"),
    ],
)
def test_what_changes_nothing_for_a_reader_is_settled(written: str, settled: str) -> None:
    """Letters are composed, places for a break are gone; spaces and joined emoji stay."""
    assert settle(written) == settled


@given(st.text())
def test_settling_twice_changes_nothing_and_loses_no_letter(text: str) -> None:
    """A settled text is settled, and every letter and digit of the text is in it."""
    once = settle(text)
    assert settle(once) == once
    assert [char for char in once if char.isalnum()] == [
        char for char in unicodedata.normalize("NFC", text) if char.isalnum()
    ] or not text.isascii()


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200f", "\x07", "\x9b", "\u2029", "\uf0b7", "\ufffe", "\U000e0041"]
)
def test_what_might_turn_or_spoil_a_text_is_found(char: str) -> None:
    """Bidi controls, control characters and signs of one font are found at their place."""
    assert [found.start() for found in suspects(f"ab{char}c")] == [2]


def test_marks_of_direction_are_right_beside_letters_that_need_them() -> None:
    """Hebrew and Arabic need marks of direction; an override is a trick in any text, a flag is none."""
    assert list(suspects("שלום\u200f! \u2067x\u2069")) == []
    assert len(list(suspects("שלום\u202e"))) == 1
    assert list(suspects("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f")) == []


def test_names_are_said_in_the_readers_language() -> None:
    """A message names what cannot be seen, in Polish and in English; no character is without a name."""
    set_language("pl")
    assert name_of("\u00a0") == "twarda spacja"
    assert name_of("\u202e") == "znak odwracający kierunek pisma (U+202E)"
    set_language("en")
    assert name_of("\u00a0") == "no-break space"
    for char in SPACES + "\x00\u0301\u2011\ue000\U0010ffffК":
        assert name_of(char).isprintable() and name_of(char).strip()


def test_what_looks_like_something_else_is_named() -> None:
    """A Cyrillic letter among Latin ones, a ligature and two spaces are told; plain Polish has nothing odd."""
    set_language("en")
    assert oddities("Zażółć gęślą jaźń 2026-01-01") == []
    assert "CYRILLIC" in oddities("Кraków")[0]
    assert oddities("Краків") == []
    assert oddities("Rynek  pracy") == ["two spaces in a row"]
    assert oddities("2026–11") == ["en dash"]


@pytest.mark.parametrize("path", ["content/news/a.md", "data/institutions/pup-a.yaml"])
def test_a_lost_letter_is_called_one(site: Site, call: Call, path: str) -> None:
    """The sign for what a conversion lost is no invisible one: the word is named, and that it has to be typed anew."""
    if path.endswith(".md"):
        site.post("a", title="Wpis", body="Urząd w Krak\ufffdwie.")
    else:
        site.institution("pup-a", city="Krak\ufffdw")
    outcome = call("check", *site.options)
    assert "A letter was lost in “Krak\ufffdw" in outcome.out and "cannot be seen" not in outcome.out
