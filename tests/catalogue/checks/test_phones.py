"""Telephone numbers that nobody can dial."""

from __future__ import annotations

import pytest

from tests.conftest import Call
from tests.support.site import Site


@pytest.mark.parametrize("number", ["12 345", "12 345 67 8", "+48 12 345 67", "1234567890", "12 345 wew. 6789"])
def test_half_a_number_is_told(site: Site, call: Call, number: str) -> None:
    """A number with digits missing, or one too many, is a warning at the number; nine digits mend it."""
    site.institution(phone=["12 345 67 89", number])
    told = call("check", *site.options).out
    assert f"“{number}” is no whole telephone number" in told and told.count("is no whole telephone number") == 1
    site.institution(phone=["12 345 67 89"])
    assert "telephone number" not in call("check", *site.options).out


WHOLE = ["112", "116 123", "19 115", "+420 123 456 789", "12 345 67 89 wew. 12", "0-12 345 67 89"]


@pytest.mark.parametrize("number", WHOLE)
def test_whole_numbers_pass(site: Site, call: Call, number: str) -> None:
    """Public lines, numbers from abroad, extensions and old trunk prefixes are whole."""
    site.institution(phone=[number])
    assert "telephone number" not in call("check", *site.options).out


def test_other_countries_have_their_own_numbers(site: Site, call: Call) -> None:
    """Where the site is not a Polish one nothing is said of lengths."""
    site.institution(phone=["12 345"])
    site.write_yaml("data/site.yaml", {
        "name": "Ours", "region": {"name": "Region"}, "languages": ["en"], "time_zone": "Europe/London",
        "country": "gb", "feed_authority": "example.org", "feed_since": 2020,
    })  # fmt: skip
    assert "telephone number" not in call("check", *site.options).out
