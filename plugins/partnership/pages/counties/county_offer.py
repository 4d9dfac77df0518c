"""What a county offers beside figures: occupations with their outlook, schools, sites, employers."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from partnership.language import _
from partnership.locales.formats import NBSP, number
from partnership.pages.counties.figure_texts import value_text
from partnership.records.offer import Occupation, Offer, Site

ORDER: Final = ("shortage", "balance", "surplus")
"""Outlooks in the order in which an employer asks for them."""

SIGNS: Final = {"shortage": "▲", "balance": "●", "surplus": "▼"}
"""Signs of the outlooks, always beside the word."""


class OccupationRow(msgspec.Struct, frozen=True, kw_only=True):
    """An occupation; ``code`` is its KZiS code with the edition, ``registered`` the number of registered unemployed."""

    name: str
    code: str
    outlook: str
    sign: str
    word: str
    year: str
    registered: str
    reasons: str
    source: str


class SchoolRow(msgspec.Struct, frozen=True, kw_only=True):
    """A school and what it teaches."""

    name: str
    city: str
    fields: str


class SiteRow(msgspec.Struct, frozen=True, kw_only=True):
    """A site for investment; ``area`` with its unit."""

    name: str
    area: str
    ownership: str
    utilities: str
    updated: date


class EmployerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A large employer."""

    name: str
    sector: str
    size: str


class OfferParts(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of an offer, ready to print; ``absent`` names those that nobody has filled in yet."""

    occupations: tuple[OccupationRow, ...]
    schools: tuple[SchoolRow, ...]
    sites: tuple[SiteRow, ...]
    total_area: str
    employers: tuple[EmployerRow, ...]
    transport: str
    absent: str


def outlook_word(outlook: str) -> str:
    """Return the word for an outlook: „deficyt”, „równowaga”, „nadwyżka”."""
    words = {"shortage": _("shortage"), "balance": _("balance"), "surplus": _("surplus")}
    return words[outlook]


def offer_parts(offer: Offer | None, sources: dict[str, str]) -> OfferParts:
    """Return the parts of an offer; ``sources`` are the names of sources by id."""
    occupations = offer.occupations if offer else ()
    schools = offer.schools if offer else ()
    sites = offer.sites if offer else ()
    employers = offer.employers if offer else ()
    transport = (offer.transport or "") if offer else ""
    named = (
        (_("occupations"), occupations),
        (_("schools"), schools),
        (_("investment sites"), sites),
        (_("large employers"), employers),
        (_("transport"), transport),
    )
    return OfferParts(
        occupations=tuple(
            occupation_row(one, sources) for one in sorted(occupations, key=lambda one: ORDER.index(one.outlook))
        ),
        schools=tuple(
            SchoolRow(name=one.name, city=one.city, fields=", ".join(dict.fromkeys(one.fields))) for one in schools
        ),
        sites=tuple(_site(one) for one in sites),
        total_area=area_text(sum(one.area_ha for one in sites)) if len(sites) > 1 else "",
        employers=tuple(
            EmployerRow(name=one.name, sector=one.sector, size="" if one.size is None else str(one.size))
            for one in employers
        ),
        transport=transport,
        absent=", ".join(name for name, filled in named if not filled),
    )


def occupation_row(one: Occupation, sources: dict[str, str]) -> OccupationRow:
    """Return an occupation ready to print; ``sources`` are the names of sources by id."""
    edition = str(one.edition) if one.edition is not None else ""
    return OccupationRow(
        name=one.name,
        code=f"{one.kzis} ({edition})" if one.kzis and edition else one.kzis or "",
        outlook=one.outlook,
        sign=SIGNS[one.outlook],
        word=outlook_word(one.outlook),
        year=str(one.year),
        registered="" if one.registered is None else number(one.registered),
        reasons=", ".join(dict.fromkeys(one.reasons)),
        source=sources.get(one.source, one.source),
    )


def _site(one: Site) -> SiteRow:
    return SiteRow(
        name=one.name,
        area=area_text(one.area_ha),
        ownership=one.ownership or "",
        utilities=", ".join(dict.fromkeys(one.utilities)),
        updated=one.updated,
    )


def area_text(hectares: float) -> str:
    """Return an area with as many places as matter: „12,5 ha”, „3 ha”."""
    return f"{value_text(hectares, 0 if hectares == int(hectares) else 2)}{NBSP}ha"
