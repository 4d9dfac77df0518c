"""A file in an old encoding is called by its name, or by none; a wrong one would spoil it for good."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.country import forms_of
from partnership.sources.encodings import likely_encoding


@pytest.mark.parametrize(
    ("country", "text", "codec", "name"),
    [
        ("gr", "teryt,γυναίκες", "cp1253", "Windows-1253"),
        ("gr", "Άβδηρα, Ξάνθη", "cp1253", "Windows-1253"),
        ("cy", "Λευκωσία", "iso8859-7", "Windows-1253"),
        ("", "γυναίκες", "cp1253", "Windows-1253"),
        ("de", "γυναίκες", "cp1253", "Windows-1253"),
        ("bg", "Бургас и Варна", "cp1251", "Windows-1251"),
        ("ua", "Львівська область", "koi8-u", "KOI8-U"),
        ("ru", "Новгород", "cp866", "CP866"),
        ("tr", "Kırklareli, İzmir", "cp1254", "Windows-1254"),
        ("lt", "Šiaulių rajonas", "cp1257", "Windows-1257"),
        ("pl", "Urząd Pracy w Łodzi", "cp1250", "Windows-1250"),
        ("pl", "Urząd Pracy", "iso8859-2", "ISO-8859-2"),
        ("hu", "Győr megye", "cp1250", "Windows-1250"),
        ("il", "חיפה", "cp1255", "Windows-1255"),
        ("cl", "Comuna de Ñuñoa", "latin-1", "Windows-1252 (Latin-1)"),
        ("cl", "Łódź, Żary", "cp1250", "Windows-1250"),
        ("fr", "Où l’œuvre est à côté", "cp1252", "Windows-1252 (Latin-1)"),
    ],
)
def test_each_country_has_its_own(country: str, text: str, codec: str, name: str) -> None:
    """First the languages of the country, then those of others."""
    with forms_of(country):
        assert likely_encoding(text.encode(codec)) == name


@pytest.mark.parametrize("data", [b"\x81\x8d\x8f\x90\x98\xff", b"a \x84b\x94 \x96 c", b"\xff\xfe\x01"])
def test_what_nobody_can_tell_has_no_name(data: bytes) -> None:
    """Bytes of no text, and marks that stand alike in all encodings of Windows."""
    assert likely_encoding(data) is None


_GREEK = "αβγδεζηθικλμνξοπρτυφχψωάέήίόύώ"
_CODECS = {"Windows-1250": "cp1250", "ISO-8859-2": "iso8859-2"}
_POLISH = "aąbcćdeęlłnńoósśzźż"


@given(st.lists(st.text(_GREEK, min_size=2, max_size=12).map(str.capitalize), min_size=1, max_size=6))
def test_greek_is_never_taken_for_latin(words: list[str]) -> None:
    """Whatever is named, the bytes read by it are the text; σ at the end of a word is left out here."""
    text = "name," + " ".join(words)
    with forms_of("gr"):
        assert likely_encoding(text.encode("cp1253", "ignore")) in ("Windows-1253", None)


@given(st.lists(st.text(_POLISH, min_size=2, max_size=12), min_size=1, max_size=6))
def test_the_two_polish_encodings_are_not_mixed_up(words: list[str]) -> None:
    """Text of Windows is never called ISO's where the two differ, nor the other way round."""
    text = " ".join(words)
    for codec in ("cp1250", "iso8859-2"):
        data = text.encode(codec)
        named = likely_encoding(data)
        assert named is None or data.decode(_CODECS[named]) == text
