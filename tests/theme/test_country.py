"""What the theme says in one country and not in another, and digits that are the same in pages and scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from partnership.country import forms_of
from partnership.items.site import make_site
from partnership.locales.formats import og_locale
from partnership.profile import Profile
from partnership.rendering.assets import collect_assets
from partnership.rendering.environment import make_environment
from partnership.settings import PROJECT, Settings

THEME = PROJECT / "theme"


@pytest.mark.parametrize(("country", "named"), [("cl", False), ("gb", False), ("cz", True), ("no", True), ("pl", True)])
def test_the_regulation_is_named_where_it_holds(country: str, named: bool) -> None:
    """The footer speaks of the GDPR in the European Economic Area alone; elsewhere of privacy."""
    site = make_site(Settings(language="en", profile=Profile(country=country)))
    fragment: Callable[[str], str] = make_environment(THEME, site, collect_assets(THEME)).globals["fragment"]  # type: ignore[assignment]
    footer = fragment("layouts/site-footer.html")
    assert "Privacy and personal data" in footer and ("GDPR" in footer) == named


@pytest.mark.parametrize(
    ("country", "lang", "expected"),
    [
        ("cl", "es", "es_CL"), ("cl", "ar", "ar_EG"), ("cl", "en", "en_GB"), ("ch", "de", "de_CH"),
        ("ma", "ar", "ar_MA"), ("pl", "en", "en_GB"), ("pl", "uk", "uk_UA"), ("pl", "pl", "pl_PL"),
        ("", "es", "es_ES"), ("cl", "es-MX", "es_MX"),
    ],
)  # fmt: skip
def test_a_language_is_named_with_the_sites_country(country: str, lang: str, expected: str) -> None:
    """Where it is an official language there; otherwise with the country that it is known by."""
    with forms_of(country):
        assert og_locale(lang) == expected


def test_scripts_write_the_digits_of_the_pages() -> None:
    """Pages are made with the digits 0 to 9 in every language; a script that formats numbers or days asks for them."""
    formats = [
        (file.name, found.group())
        for file in sorted((THEME / "static" / "js").rglob("*.js"))
        for found in re.finditer(r"Intl\.(?:NumberFormat|DateTimeFormat)\([^)]*\)", file.read_text(encoding="utf-8"))
    ]
    assert len(formats) > 3
    assert [one for one in formats if "latn" not in one[1] and "digits" not in one[1]] == []
