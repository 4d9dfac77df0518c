"""How an institution can be reached: from what is known alone, so that no page asks for what cannot be done."""

from __future__ import annotations

from typing import Literal

import msgspec

from partnership.locales.phones import phone, tel_address
from partnership.records.institution import Institution, Listed

Means = Literal["phone", "email", "website"]
"""What a reader does: call, write, or look at a page."""


class Way(msgspec.Struct, frozen=True, array_like=True):
    """One way to reach somebody: by which means, ready to print, and the address of the link."""

    means: Means
    text: str
    address: str


def ways(phones: tuple[str, ...], emails: tuple[str, ...], website: str | None) -> tuple[Way, ...]:
    """Return every known way, the quickest first; a number that nobody can dial is left out."""
    called = [Way("phone", phone(one), address) for one in phones if (address := tel_address(one))]
    written = [Way("email", one, f"mailto:{one}") for one in emails]
    shown = [Way("website", site_name(website), website)] if website else []
    return (*called, *written, *shown)


def ways_to(institution: Institution | Listed) -> tuple[Way, ...]:
    """Return every known way to an institution, the quickest first."""
    return ways(institution.phone, institution.email, institution.website)


def first_way(institution: Institution | Listed) -> Way | None:
    """Return the quickest known way to an institution; None where there is none but its street, if that."""
    return next(iter(ways_to(institution)), None)


def site_name(address: str) -> str:
    """Return the address of a website as people write it: without protocol, „www.” and a slash at its end."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")
