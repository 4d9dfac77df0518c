"""Polish collation."""

from __future__ import annotations

import random
import re

from partnership.polish.collation import ALPHABET, sort_key

ICU_ORDER = re.split(
    ", ",
    "Chrzanów, Cieszyn, Czchów, Ćmielów, Dąbrowa, lato, łąka, Miechów, Myślenice, Nowy Sącz, Nowy Targ, Olkusz, "
    "Oświęcim, ósmy, Sucha, Śląsk, zebra, źrebak, żaba",
)


def test_order_of_icu() -> None:
    """The list ordered by ICU's Polish collation comes back from any shuffle."""
    shuffled = ICU_ORDER.copy()
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == ICU_ORDER


def test_alphabet_letter_by_letter() -> None:
    """Every letter of the alphabet, in either case, has its place."""
    assert sorted(set(ALPHABET), key=sort_key) == list(ALPHABET)
    assert sorted(set(ALPHABET.upper()), key=sort_key) == list(ALPHABET.upper())


def test_shorter_word_first_and_spaces_before_letters() -> None:
    """A space parts words: „Nowy Targ” stands before „Nowysącz”, and a prefix before what it begins."""
    names = ["Nowysącz", "Nowy Targ", "Nowy", "Nowa 2", "Nowa"]
    assert sorted(names, key=sort_key) == ["Nowa", "Nowa 2", "Nowy", "Nowy Targ", "Nowysącz"]


def test_small_letters_first_between_equals() -> None:
    """Words that differ in case only keep one order, small letters first, as ICU has it."""
    assert sorted(["Łąka", "łąka", "ŁĄKA"], key=sort_key) == ["łąka", "Łąka", "ŁĄKA"]


def test_foreign_letters_sort_with_their_base() -> None:
    """„Café” stands among the e's and „Straße” among the s's; combining marks count as if written together."""
    assert sorted(["cag", "café", "cafe", "cafz"], key=sort_key) == ["cafe", "café", "cafz", "cag"]
    assert sorted(["strat", "straße", "stras"], key=sort_key) == ["stras", "straße", "strat"]
    assert sort_key("Ło\u0301dz")[0] == sort_key("Łódz")[0]


def test_dash_and_digits_before_letters() -> None:
    """Digits and punctuation stand before letters, dashes and no-break spaces included."""
    assert sorted(["a b", "ab", "a–b", "a\u00a0b", "1", "ż"], key=sort_key)[0] == "1"
    assert sorted(["ab", "a–b"], key=sort_key) == ["a–b", "ab"]
