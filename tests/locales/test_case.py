"""Capitals and small letters of languages: the dot of an i where it counts, and names that differ in case alone."""

from __future__ import annotations

import pytest

from partnership.language import speaking
from partnership.locales.case import capital, caseless, small, small_first
from partnership.locales.cldr import language_in_itself
from partnership.locales.codes import meant_country, meant_language
from partnership.locales.collation import sort_key_in
from partnership.locales.marks import capitalised, marked, unmarked


@pytest.mark.parametrize(
    ("lang", "text", "raised"),
    [("tr", "iş bulma", "İş bulma"), ("tr", "ıssız", "Issız"), ("az-Latn", "iş", "İş"), ("en", "income", "Income"),
     ("pl", "łódź", "Łódź"), ("tr", "", ""), ("de", "ärzte", "Ärzte")],
)  # fmt: skip
def test_first_letter(lang: str, text: str, raised: str) -> None:
    """A title begins with the capital that its language pairs with the letter, and comes back from it."""
    assert capital(text, lang) == raised
    assert small_first(raised, lang) == text
    with speaking(lang):
        assert capitalised(text) == raised
    with speaking("pl"):
        assert unmarked(capitalised(marked(text, lang))) == raised


def test_small_letters() -> None:
    """Capitals become the small letters of their language, composed or not."""
    assert small("IŞIKLI İLÇESİ", "tr") == "ışıklı ilçesi" == small("IŞIKLI I\u0307LÇESI\u0307", "tr")
    assert small("INCOME", "en") == "income"


@pytest.mark.parametrize("typed", ["IŞIKLI", "ışıklı", "Işıklı", "işikli", "İŞİKLİ"])
def test_names_in_any_case(typed: str) -> None:
    """However a name is typed, it is the same name; another name is not."""
    assert caseless(typed) == caseless("Işıklı")
    assert caseless("ŞEHİRGÖL") == caseless("Şehirgöl") == caseless("şehirgöl")
    assert caseless("Işık") != caseless("Işıklı")


def test_names_of_languages_and_countries() -> None:
    """A language or a country is known by its own name in capitals, too."""
    assert language_in_itself("tr") == "Türkçe"
    assert meant_country("TÜRKİYE") == "tr" == meant_language("TÜRKÇE")


def test_alphabet_of_two_letters_i() -> None:
    """Lists follow the Turkish alphabet: ç after c, ğ after g, ı before i, in either case."""
    names = ["Cami", "Çınar", "Gül", "Ğ", "Hız", "Işık", "ıtır", "İlçe", "izmir", "Ocak", "Ödül", "Su", "Şehir"]
    assert sorted(dict.fromkeys(reversed(names)), key=lambda one: sort_key_in("tr", one)) == names
