"""Slugs."""

from __future__ import annotations

import re

import pytest
from anyascii import anyascii

from partnership.locales.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź – zażółć gęślą jaźń", "lodz-zazolc-gesla-jazn"),
        ("  Rada  Partnerów: 28.11.2011 r. ", "rada-partnerow-28-11-2011-r"),
        ("ZWOLNIENIA GRUPOWE", "zwolnienia-grupowe"),
        ("Straße, Ørsted & Œuvre", "strasse-orsted-oeuvre"),
        ("Київ", "kyiv"),
        ("Περιφερειακή Ενότητα Έβρου", "perifereiaki-enotita-evrou"),
        ("Ευρώ, Αυτόματο", "evro-avtomato"),
        ("თბილისი", "tbilisi"),
        ("東京都", "dongjingdou"),
        ("🙂 – …", ""),
        ("", ""),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    """Small ASCII letters, digits and single hyphens; ł becomes l."""
    assert slug(text) == expected


def test_agrees_with_a_library_on_polish() -> None:
    """Polish titles give what anyascii gives, which writes any alphabet in ASCII."""
    for title in ("Święto Żniw w Źródlanej", "Monitorowane zwolnienia – nabór 2/2024", "Ćwierć wieku"):
        assert slug(title) == "-".join(re.findall("[a-z0-9]+", anyascii(title).lower()))


def test_cut_between_words() -> None:
    """A long title is cut at a hyphen; a single long word is cut anyway."""
    assert slug("pierwszy drugi trzeci", 15) == "pierwszy-drugi"
    assert slug("pierwszy drugi", 14) == "pierwszy-drugi"
    assert slug("pierwszy drugi", 8) == "pierwszy"
    assert slug("a" * 100, 10) == "a" * 10
