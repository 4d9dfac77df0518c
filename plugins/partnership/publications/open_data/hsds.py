"""Export in the Human Services Data Specification 3 of Open Referral: organizations, services, locations.

Ids are name-based UUIDs of our own ids, so they stay the same from one export to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha1
from typing import Any, Final
from uuid import NAMESPACE_URL

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import ChunkCache, Row, Rows
from partnership.country import POLAND
from partnership.items.item import ChunkedPublication, Publication
from partnership.language import _
from partnership.profile import Profile
from partnership.publications.institution_rows import rows_of_institutions
from partnership.publications.open_data.json_lists import json_list, list_items
from partnership.records.institution import OpeningHours, given_by
from partnership.records.taxonomy import County, InstitutionType, Service

_DAYS: Final = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}

Object = dict[str, Any]


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
    return json_list([list_items([_taxonomy(ids, name) for name in ("service", "type")])])


def make_terms(common: Common) -> bytes:
    """Return the services and kinds of institutions as terms."""
    ids = Ids(common.tagging_entity)
    terms = [_term(ids, "service", one.id, one.name, one.description, common.language) for one in common.services]
    terms += [_term(ids, "type", one.id, one.name, one.plural, common.language) for one in common.types]
    return json_list([list_items(terms)])


def name_based_uuid(name: str) -> str:
    """Return what ``str(uuid.uuid5(NAMESPACE_URL, name))`` does, in a quarter of its time: exports hold many."""
    made = sha1(NAMESPACE_URL.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) & 3]
    return f"{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"


class Ids:
    """Ids of objects below one tagging entity."""

    def __init__(self, tagging_entity: str) -> None:
        self._start = f"tag:{tagging_entity}:hsds/"

    def of(self, *path: str) -> str:
        """Return the id of an object by the path that names it."""
        return name_based_uuid(self._start + "/".join(path))


ORGANIZATION: Final = ("id", "name", "short_name", "description", "email", "website", "phone", "type")
"""Fields of an institution that its organization shows."""


def organizations(common: Common, rows: Sequence[Row]) -> bytes:
    """Return institutions as organizations."""
    ids = Ids(common.tagging_entity)
    return list_items(
        [
            _known(
                id=ids.of("organization", one),
                name=name,
                alternate_name=short_name,
                description=description or name,
                email=email[0] if email else None,
                website=website,
                phones=_phones(ids, one, phone),
                attributes=[_attribute(ids, "organization", one, "type", kind)],
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
        yield _known(
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
            attributes=[_attribute(ids, "service", f"{one}/{given.id}", "service", given.id)],
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
    return _known(
        id=ids.of("location", one),
        organization_id=ids.of("organization", one),
        location_type="physical",
        name=name,
        latitude=latitude,
        longitude=longitude,
        addresses=[address] if address else None,
        phones=_phones(ids, one, phone),
        schedules=[_schedule(ids, one, number, hours) for number, hours in enumerate(opening_hours)],
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


def _term(ids: Ids, taxonomy: str, code: str, name: str, description: str, language: str) -> Object:
    return {
        "id": ids.of("term", taxonomy, code),
        "code": code,
        "name": name,
        "description": description,
        "taxonomy": taxonomy,
        "taxonomy_detail": _taxonomy(ids, taxonomy),
        "language": language,
    }


def _taxonomy(ids: Ids, name: str) -> Object:
    """Return a list that names come from: the same object wherever it is told of."""
    title = {"service": _("Services"), "type": _("Kinds of institutions")}[name]
    return {"id": ids.of("taxonomy", name), "name": title, "description": title}


def _attribute(ids: Ids, entity: str, path: str, taxonomy: str, code: str) -> Object:
    return {
        "id": ids.of("attribute", entity, path, code),
        "link_id": ids.of(entity, path),
        "link_entity": entity,
        "taxonomy_term_id": ids.of("term", taxonomy, code),
    }


def _phones(ids: Ids, one: str, phone: tuple[str, ...]) -> list[Object]:
    return [{"id": ids.of("phone", one, number), "number": number, "type": "voice"} for number in phone]


def _schedule(ids: Ids, one: str, number: int, hours: OpeningHours) -> Object:
    return {
        "id": ids.of("schedule", one, str(number)),
        "freq": "WEEKLY",
        "wkst": "MO",
        "byday": ",".join(_DAYS[day] for day in hours.days),
        "opens_at": hours.opens,
        "closes_at": hours.closes,
    }


def _known(**values: Any) -> Object:
    """Return an object without what is not known."""
    return {key: value for key, value in values.items() if value is not None and value != []}
