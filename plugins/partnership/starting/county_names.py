"""A county's name in the forms that sentences need: by rule in Polish, plainly in every other language."""

from __future__ import annotations

from partnership.locales.case import caseless
from partnership.polish.counties import CountyForms, polish_county


def county_forms(name: str, seat: str, language: str) -> CountyForms:
    """Return the forms of a county's name; a language whose rules nobody has written down gets the name itself."""
    if language == "pl":
        return polish_county(name, seat)
    within, at = (f"in {name}", f"in {seat}") if language == "en" else (name, seat)
    return CountyForms(name, name, name, within, at, caseless(name) == caseless(seat))
