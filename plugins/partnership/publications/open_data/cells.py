"""Cells of tables: dates as ISO text, lists as one text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from partnership.country import POLAND, site_country
from partnership.language import _

HIDDEN: Final = ("source", "owner", "verified_by", "consultants", "replaced_by", "path", "line", "tile")
"""Keys that are not published as data: who answers for a record inside the office, persons, places in files."""


def newest(days: Iterable[date | None], *others: str) -> str:
    """Return the newest of days as ISO text, empty when there is none."""
    known = [day.isoformat() for day in days if day is not None] + [one for one in others if one]
    return max(known, default="")


def joined(values: Iterable[str]) -> str | None:
    """Return texts as one, divided by semicolons; None when there are none."""
    return "; ".join(values) or None


def iso(day: date | None) -> str | None:
    """Return a day as ISO text."""
    return day.isoformat() if day is not None else None


def county_code() -> str:
    """Return what the key of a county means."""
    if site_country() == POLAND:
        return _("TERYT code, four digits, text")
    return _("Code of the county, text")


def lines(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return one text or many as many."""
    return (value,) if isinstance(value, str) else value or ()
