"""Consultants: persons are named only with their consent, whatever the page."""

from __future__ import annotations

import msgspec

from partnership.items.item import Link
from partnership.pages.directory.directory import ListNames
from partnership.records.partner import Partner


class ConsultantCard(msgspec.Struct, frozen=True, kw_only=True):
    """A consultant who agreed to be named; ``counties`` are those they answer for."""

    name: str
    role: str
    phone: str
    email: str
    counties: tuple[Link, ...]


def consultant_cards(partner: Partner, names: ListNames) -> tuple[ConsultantCard, ...]:
    """Return the consultants of a partner who agreed in writing to be named, in the order of the file."""
    return tuple(
        ConsultantCard(
            name=one.name,
            role=one.role or "",
            phone=one.phone or "",
            email=one.email or "",
            counties=tuple(
                Link(county.name, county.address)
                for code in one.counties
                if (county := names.counties.get(code)) is not None
            ),
        )
        for one in partner.consultants
        if one.consent
    )
