"""What the form of a value is, said by an example: for everybody who writes an e-mail address, a code or a time."""

from __future__ import annotations

from typing import Any, cast

from partnership.language import _, pgettext
from partnership.records import fields


def example_of(pattern: str) -> str:
    """Return the sentence that says by an example what ``pattern`` wants, in the language of now.

    It is empty for a pattern that no building block of the records has.
    """
    return next((said for one, said in _examples() if _pattern(one) == pattern), "")


def _pattern(kind: Any) -> str:
    return str(cast(Any, kind).__metadata__[0].pattern)


def _examples() -> tuple[tuple[Any, str], ...]:
    telephone = _("Digits with spaces, e.g. 12 345 67 89, +48 12 345 67 89 or 12 345 67 89 wew. 3.")
    code = _("Two or four digits without spaces, e.g. 12 or 1201.")
    return (
        (fields.Email, _("One address, e.g. office@example.org.")),
        (fields.Phone, telephone),
        (fields.PolishPhone, telephone),
        (fields.Url, _("The whole address with https://, e.g. https://www.example.org/contact.")),
        (fields.UrlOrMail, _("An address with https:// or mailto:, e.g. mailto:office@example.org.")),
        (fields.Host, _("A domain without https://, e.g. example.org.")),
        (fields.PostalCode, _("A postal code, e.g. 00-001.")),
        (fields.PolishPostalCode, _("A postal code, e.g. 00-001.")),
        (fields.ClockTime, _("Hour and minutes with a colon, e.g. 07:30.")),
        (fields.Language, _("The code of one language in small letters, e.g. pl, en, uk or de.")),
        (fields.Country, _("The code of the country in two small letters, e.g. pl.")),
        (fields.Period, _("A year, a month or a day, e.g. 2024, 2024-12 or 2024-12-31.")),
        (fields.Slug, _("Small letters a–z, digits and single hyphens, e.g. second-call-2026.")),
        (fields.Id, _("Small letters a–z, digits and hyphens, e.g. job-centre.")),
        (fields.Teryt, code),
        (fields.RegionCode, code),
        (fields.CountyCode, code),
        (fields.PolishTeryt, code),
        (fields.PolishCountyCode, _("Four digits without spaces, e.g. 1201.")),
    )


def entry_of(field: str) -> str:
    """Return what one entry of the list ``field`` is called on the button that adds it, in the language of now."""
    named = {
        "phone": pgettext("added", "number"),
        "email": pgettext("added", "e-mail address"),
        "attachments": pgettext("added", "file"),
        "opening_hours": pgettext("added", "hours"),
        "services": pgettext("added", "service"),
        "consultants": pgettext("added", "person"),
        "tags": pgettext("added", "topic"),
        "agenda": pgettext("added", "point of the agenda"),
        "decisions": pgettext("added", "decision"),
        "findings": pgettext("added", "finding"),
        "authors": pgettext("added", "author"),
        "recommendations": pgettext("added", "recommendation"),
        "aliases": pgettext("added", "address"),
        "related": pgettext("added", "document"),
        "documents": pgettext("added", "document"),
        "languages": pgettext("added", "language"),
    }
    return named.get(field) or pgettext("added", "entry")
