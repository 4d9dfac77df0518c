"""Capitals follow the language: Turkish keeps the dot of its i."""

from __future__ import annotations

import pytest

from partnership.locales.capitals import capitals, with_capital


@pytest.mark.parametrize(
    ("lang", "text", "whole", "first"),
    [
        ("tr", "iş bulma ığdır", "İŞ BULMA IĞDIR", "İş bulma ığdır"),
        ("az-Latn", "ilçə", "İLÇƏ", "İlçə"),
        ("en", "interview", "INTERVIEW", "Interview"),
        ("pl", "łódź", "ŁÓDŹ", "Łódź"),
        ("el", "", "", ""),
    ],
)
def test_capitals_of_a_language(lang: str, text: str, whole: str, first: str) -> None:
    """Of a whole text, and of its first letter alone."""
    assert (capitals(text, lang), with_capital(text, lang)) == (whole, first)
