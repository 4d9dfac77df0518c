"""Export in the Human Services Data Specification 3 of Open Referral: organizations, services, locations.

Ids are name-based UUIDs of our own ids, so they stay the same from one export to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import ChunkCache, Row, Rows
from partnership.country import POLAND
from partnership.items.item import ChunkedPublication, Publication
from partnership.profile import Profile
from partnership.publications.institution_rows import rows_of_institutions
from partnership.publications.open_data.hsds_objects import (
    Ids,
    Object,
    attribute_object,
    phone_objects,
    schedule_object,
    taxonomy_object,
    term_object,
    without_unknown,
)
from partnership.publications.open_data.json_lists import json_list, list_items
from partnership.records.institution import OpeningHours, given_by
from partnership.records.taxonomy import County, InstitutionType, Service


class Common(msgspec.Struct, frozen=True, kw_only=True):
    """What objects need besides institutions; each file gets as much of it as it shows."""

    tagging_entity: str
    services: tuple[Service, ...] = ()
    types: tuple[InstitutionType, ...] = ()
    counties: tuple[County, ...] = ()
    given: tuple[str, ...] = ()
    province: str = ""
    language: str = ""
    extent_type: str = ""
    country: str = ""


def folder() -> str:
    """Return the address of the folder of the export."""
    return f"{addresses.data_folder()}hsds/"


def plan_hsds(catalogue: Catalogue, profile: Profile) -> Iterator[Publication]:
    """Plan a JSON file for each of the specification's objects; a file gets of institutions what it shows."""
    tagging_entity = profile.tagging_entity
    given = tuple(one.id for one in catalogue.services)
    bare = Common(tagging_entity=tagging_entity)
    located = Common(
        tagging_entity=tagging_entity, province=profile.region_words().province, country=profile.country.upper()
    )
    for name, common, fields in (
        ("organizations", bare, ORGANIZATION),
        (
            "services",
            Common(
                tagging_entity=tagging_entity,
                services=catalogue.services,
                counties=catalogue.counties,
                extent_type="TERYT" if profile.country == POLAND else "text",
            ),
            SERVICE,
        ),
        ("locations", located, LOCATION),
        ("service_at_locations", Common(tagging_entity=tagging_entity, given=given), SERVICE_AT_LOCATION),
    ):
        rows = rows_of_institutions(catalogue, fields)
        yield ChunkedPublication(f"{folder()}{name}.json", make_of_institutions, (name, common, rows))
    yield Publication(f"{folder()}taxonomies.json", make_taxonomies, (bare,))
    terms = Common(
        tagging_entity=tagging_entity, services=catalogue.services, types=catalogue.types,
        language=profile.languages[0],
    )  # fmt: skip
    yield Publication(f"{folder()}taxonomy_terms.json", make_terms, (terms,))


def make_of_institutions(chunks: ChunkCache, name: str, common: Common, rows: Rows) -> bytes:
    """Return the list of one kind of objects that institutions give; ``rows`` hold that kind's fields."""
    return json_list(chunks.chunks_of(f"hsds-{name}", _PARTS[name], common, rows))


def make_taxonomies(common: Common) -> bytes:
    """Return the lists that names come from."""
    ids = Ids(common.tagging_entity)
    return json_list([list_items([taxonomy_object(ids, name) for name in ("service", "type")])])


def make_terms(common: Common) -> bytes:
    """Return the services and kinds of institutions as terms."""
    ids = Ids(common.tagging_entity)
    terms = [term_object(ids, "service", one.id, one.name, one.description, common.language) for one in common.services]
    terms += [term_object(ids, "type", one.id, one.name, one.plural, common.language) for one in common.types]
    return json_list([list_items(terms)])


ORGANIZATION: Final = ("id", "name", "short_name", "description", "email", "website", "phone", "type")
"""Fields of an institution that its organization shows."""


def organizations(common: Common, rows: Sequence[Row]) -> bytes:
    """Return institutions as organizations."""
    ids = Ids(common.tagging_entity)
    return list_items(
        [
            without_unknown(
                id=ids.of("organization", one),
                name=name,
                alternate_name=short_name,
                description=description or name,
                email=email[0] if email else None,
                website=website,
                phones=phone_objects(ids, one, phone),
                attributes=[attribute_object(ids, "organization", one, "type", kind)],
            )
            for one, name, short_name, description, email, website, phone, kind in rows
        ]
    )


SERVICE: Final = ("id", "services", "alert", "email", "website", "verified", "languages", "serves", "county")
"""Fields of an institution that its services show."""


def services(common: Common, rows: Sequence[Row]) -> bytes:
    """Return each service of each institution; HSDS has no service without an organization."""
    ids = Ids(common.tagging_entity)
    known = {one.id: one for one in common.services}
    counties = {one.teryt: one.name for one in common.counties}
    return list_items([one for row in rows for one in _services(common, ids, known, counties, row)])


def _services(
    common: Common, ids: Ids, known: dict[str, Service], counties: dict[str, str], row: Row
) -> Iterator[Object]:
    one, listed, alert, email, website, verified, languages, serves, county = row
    codes = tuple(counties) if serves == "region" else [code for code in serves or (county,) if code in counties]
    for given in given_by(listed):
        service = known.get(given.id)
        if service is None:
            continue
        yield without_unknown(
            id=ids.of("service", one, given.id),
            organization_id=ids.of("organization", one),
            name=service.name,
            description="\n\n".join(text for text in (service.description, given.note) if text),
            status="active",
            application_process=given.how_to_apply,
            fees_description=given.fee,
            alert=alert,
            email=email[0] if email else None,
            url=website,
            assured_date=verified.isoformat() if verified else None,
            last_modified=f"{verified.isoformat()}T00:00:00Z" if verified else None,
            languages=[
                {"id": ids.of("language", one, given.id, code), "name": code, "code": code} for code in languages
            ],
            required_documents=[
                {"id": ids.of("document", one, given.id, text), "document": text} for text in given.documents
            ],
            service_areas=[
                {"id": ids.of("area", one, given.id, code), "name": counties[code], "extent": code,
                 "extent_type": common.extent_type}
                for code in codes
            ],
            attributes=[attribute_object(ids, "service", f"{one}/{given.id}", "service", given.id)],
        )  # fmt: skip


LOCATION: Final = (
    "id", "name", "street", "city", "postal_code", "latitude", "longitude", "phone", "opening_hours", "accessibility",
)  # fmt: skip
"""Fields of an institution that its location shows."""


def locations(common: Common, rows: Sequence[Row]) -> bytes:
    """Return where institutions are."""
    return list_items([_location(common, *row) for row in rows])


def _location(
    common: Common,
    one: str,
    name: str,
    street: str | None,
    city: str | None,
    postal_code: str | None,
    latitude: float | None,
    longitude: float | None,
    phone: tuple[str, ...],
    opening_hours: tuple[OpeningHours, ...],
    accessibility: str | None,
) -> Object:
    ids, address = Ids(common.tagging_entity), None
    if street and city:
        address = {
            "id": ids.of("address", one),
            "address_1": street,
            "city": city,
            "state_province": common.province,
            "postal_code": postal_code or "",
            "country": common.country,
            "address_type": "physical",
        }
    return without_unknown(
        id=ids.of("location", one),
        organization_id=ids.of("organization", one),
        location_type="physical",
        name=name,
        latitude=latitude,
        longitude=longitude,
        addresses=[address] if address else None,
        phones=phone_objects(ids, one, phone),
        schedules=[schedule_object(ids, one, number, hours) for number, hours in enumerate(opening_hours)],
        accessibility=[{"id": ids.of("accessibility", one), "description": accessibility}] if accessibility else None,
    )


SERVICE_AT_LOCATION: Final = ("id", "services")
"""Fields of an institution that tell which service is given where."""


def service_at_locations(common: Common, rows: Sequence[Row]) -> bytes:
    """Return which service is given where."""
    ids = Ids(common.tagging_entity)
    known = frozenset(common.given)
    return list_items(
        [
            {
                "id": ids.of("service_at_location", one, given.id),
                "service_id": ids.of("service", one, given.id),
                "location_id": ids.of("location", one),
            }
            for one, listed in rows
            for given in given_by(listed)
            if given.id in known
        ]
    )


_PARTS: Final[dict[str, Callable[[Common, Sequence[Row]], bytes]]] = {
    "organizations": organizations,
    "services": services,
    "locations": locations,
    "service_at_locations": service_at_locations,
}
"""What makes a part of each file."""
