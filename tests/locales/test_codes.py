"""Codes of languages and countries: those of the CLDR exist, others do not, and names lead to them."""

from __future__ import annotations

import pytest

from partnership.locales.codes import in_usual_case, is_country, is_language, meant_country, meant_language


@pytest.mark.parametrize("code", ["es", "ar", "uk", "ast", "sr-Latn", "es-419", "pt-BR", "es-cl"])
def test_languages_exist(code: str) -> None:
    """Two or three letters, with a script or a land that exist as well."""
    assert is_language(code)
    assert meant_language(code) == code


@pytest.mark.parametrize("code", ["xx", "zz", "und", "mul", "english", "es-XX", "es en", ""])
def test_what_is_no_language(code: str) -> None:
    """Neither invented codes, nor those that stand for none, nor names."""
    assert not is_language(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [("english", "en"), ("Englsh", "en"), ("Español", "es"), ("angielski", "en"), ("українська", "uk"), ("spa", "es"),
     ("UA", "uk"), ("cz", "cs"), ("jp", "ja"), ("EN", "en"), ("xx", None), ("zz", None), ("es en", None)],
)  # fmt: skip
def test_the_language_that_was_meant(text: str, code: str | None) -> None:
    """Names in English, Polish and the language itself, longer codes, those of countries; two letters are no guess."""
    assert meant_language(text) == code


def test_countries() -> None:
    """Those of ISO 3166; unions and islands of others are none."""
    assert all(map(is_country, ("pl", "cl", "ua", "xk")))
    assert not any(map(is_country, ("zz", "xx", "eu", "uk", "chile", "")))


@pytest.mark.parametrize(
    ("text", "code"),
    [("chile", "cl"), ("Polska", "pl"), ("Deutschland", "de"), ("España", "es"), ("Україна", "ua"), ("CHL", "cl"),
     ("uk", "gb"), ("Chille", "cl"), ("zz", None), ("q", None)],
)  # fmt: skip
def test_the_country_that_was_meant(text: str, code: str | None) -> None:
    """Names in English, Polish and the country's own languages, and longer or older codes."""
    assert meant_country(text) == code


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("ar-MA", "ar-MA"),
        ("ar-ma", "ar-MA"),
        ("SR-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("PL", "pl"),
        ("zgh", "zgh"),
    ],
)
def test_the_usual_case_of_a_code(typed: str, usual: str) -> None:
    """However a code is typed, the site has it as standards and catalogues write it."""
    assert in_usual_case(typed) == usual and is_language(usual)
