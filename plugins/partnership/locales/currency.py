"""The money of the site's country, for a site's own kinds (docs/extend.md)."""

from __future__ import annotations

from functools import lru_cache

from partnership.country import POLAND, site_country


def site_currency() -> str:
    """Return the code of the currency in which one pays in the site's country: ``PLN``; empty where nobody knows it."""
    return _currency_of(site_country())


@lru_cache(maxsize=16)
def _currency_of(country: str) -> str:
    if country == POLAND:
        return "PLN"
    if not country:
        return ""
    from babel.numbers import get_territory_currencies

    found: list[str] = get_territory_currencies(country.upper())
    return found[0] if found else ""
