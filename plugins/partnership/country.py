"""The country whose forms of codes, phones and addresses hold, for as long as something is done for a site."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

POLAND: Final = "pl"
"""The country whose own forms the program knows."""

DEFAULT_COUNTRY: Final = POLAND
"""Country of a site that names none."""

PROTECTED: Final = frozenset(
    (
        *("at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie"),
        *("it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk", "is", "li", "no"),
    )
)
"""Countries in which the General Data Protection Regulation holds: the EU, Iceland, Liechtenstein and Norway."""

_country: ContextVar[str] = ContextVar("country", default=DEFAULT_COUNTRY)


def site_country() -> str:
    """Return the country of the site that is being worked on, two small letters; empty where nobody knows it."""
    return _country.get()


def use_country(country: str) -> None:
    """Let the forms of a country hold from now on: for a program that works on one site to its end."""
    _country.set(country)


@contextmanager
def forms_of(country: str) -> Iterator[None]:
    """Let the forms of a country hold in this thread and the processes it forks."""
    token = _country.set(country)
    try:
        yield
    finally:
        _country.reset(token)
