"""The currency of a country."""

from __future__ import annotations

import pytest

from partnership.country import forms_of
from partnership.locales.currency import site_currency


@pytest.mark.parametrize(
    ("country", "code"), [("pl", "PLN"), ("cl", "CLP"), ("de", "EUR"), ("cz", "CZK"), ("", ""), ("zz", "")]
)
def test_money_is_that_of_the_sites_country(country: str, code: str) -> None:
    """The one in use today; nothing where nobody knows the country."""
    with forms_of(country):
        assert site_currency() == code
