"""Structured data of institutions and services, in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from partnership.catalogue import addresses
from partnership.country import site_country
from partnership.items.item import Link
from partnership.language import current_language
from partnership.locales.phones import tel_address
from partnership.pages.common.structured import Publisher, Thing
from partnership.pages.directory.opening_hours import hours_schema
from partnership.records.institution import Institution

_GOVERNMENT: Final = frozenset(
    ("labour-office", "regional-office", "voivode-office", "statistical-office", "social-policy-centre")
)
"""Types whose institutions are offices of the public administration, beside the types that answer for a county."""

_SCHOOLS: Final = frozenset(("university",))


def schema_type(kind: str, responsible: bool) -> str:
    """Return the schema.org type of institutions of a type."""
    if responsible or kind in _GOVERNMENT:
        return "GovernmentOffice"
    return "CollegeOrUniversity" if kind in _SCHOOLS else "Organization"


def institution_thing(
    who: Publisher,
    institution: Institution,
    name: str,
    responsible: bool,
    served: Iterable[str],
    services: Iterable[Link],
) -> Thing:
    """Return an institution: ``served`` are names of counties (none: the region), ``services`` what it gives."""
    address = who.site_url + addresses.institution(institution.id)
    kind = schema_type(institution.type, responsible)
    thing: Thing = {"@type": kind, "@id": address, "name": name, "url": institution.website or address}
    if institution.short_name:
        thing["alternateName"] = institution.short_name
    postal = {
        "streetAddress": institution.street,
        "postalCode": institution.postal_code,
        "addressLocality": institution.city,
    }
    if any(postal.values()):
        known = {key: value for key, value in postal.items() if value}
        thing["address"] = {"@type": "PostalAddress", **known, "addressCountry": site_country().upper()}
    if institution.latitude is not None and institution.longitude is not None and kind == "GovernmentOffice":
        thing["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": institution.latitude,
            "longitude": institution.longitude,
        }
    numbers = [tel.removeprefix("tel:") for one in institution.phone if (tel := tel_address(one))]
    if numbers:
        thing["telephone"] = numbers
    if institution.email:
        thing["email"] = list(institution.email)
    if institution.opening_hours and kind == "GovernmentOffice":
        thing["openingHoursSpecification"] = hours_schema(institution.opening_hours)
    areas = [{"@type": "AdministrativeArea", "name": one} for one in served]
    if areas:
        thing["areaServed"] = areas
    if institution.languages:
        thing["knowsLanguage"] = list(institution.languages)
    offers = [
        {"@type": "Offer", "itemOffered": {"@type": "Service", "name": one.title, "url": who.site_url + one.address}}
        for one in services
    ]
    if offers:
        thing["makesOffer"] = offers
    return thing


def service_thing(
    who: Publisher,
    *,
    name: str,
    address: str,
    description: str,
    audiences: Iterable[str],
    providers: Iterable[Link],
    area: str = "",
) -> Thing:
    """Return a service; ``providers`` are some of those who give it, ``area`` the county that the page is about."""
    thing: Thing = {
        "@type": "Service",
        "name": name,
        "url": who.site_url + address,
        "description": description,
    }
    groups = [{"@type": "Audience", "audienceType": one} for one in audiences]
    if groups:
        thing["audience"] = groups
    organisations = [
        {
            "@type": "Organization",
            "@id": who.site_url + one.address,
            "name": one.title,
            "url": who.site_url + one.address,
        }
        for one in providers
    ]
    if organisations:
        thing["provider"] = organisations
    if area:
        thing["areaServed"] = {"@type": "AdministrativeArea", "name": area}
    return thing


def collection_thing(who: Publisher, *, name: str, address: str, description: str) -> Thing:
    """Return a page that is a list."""
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": who.site_url + address,
        "description": description,
        "inLanguage": current_language(),
    }
