"""Export in the Human Services Data Specification 3 of Open Referral: organizations, services, locations.

Ids are name-based UUIDs of our own ids, so they stay the same from one export to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha1
from typing import Any, Final
from uuid import NAMESPACE_URL

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.language import _
from partnership.pages.page import Publication
from partnership.records.institution import Institution, OpeningHours
from partnership.records.taxonomy import County, InstitutionType, Service

FOLDER: Final = "/dane/hsds/"
_DAYS: Final = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}

Object = dict[str, Any]


def plan_hsds(catalogue: Catalogue, authority: str) -> Iterator[Publication]:
    """Plan a JSON file for each of the specification's objects."""
    kinds = (catalogue.services, catalogue.types, catalogue.counties)
    for name in ("organizations", "services", "locations", "service_at_locations"):
        yield Publication(f"{FOLDER}{name}.json", make_hsds, (name, authority, catalogue.institutions, *kinds))
    for name in ("taxonomies", "taxonomy_terms"):
        # What they hold does not depend on institutions.
        yield Publication(f"{FOLDER}{name}.json", make_hsds, (name, authority, (), *kinds))


def make_hsds(
    name: str,
    authority: str,
    institutions: tuple[Institution, ...],
    services: tuple[Service, ...],
    types: tuple[InstitutionType, ...],
    counties: tuple[County, ...],
) -> bytes:
    """Return the list of one kind of objects."""
    export = Export(authority, institutions, services, types, counties)
    objects: list[Object] = list(getattr(export, name)())
    return msgspec.json.format(msgspec.json.encode(objects), indent=1) + b"\n"


def name_based_uuid(name: str) -> str:
    """Return what ``str(uuid.uuid5(NAMESPACE_URL, name))`` does, in a quarter of its time: exports hold many."""
    made = sha1(NAMESPACE_URL.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(made[16], 16) & 3]
    return f"{made[:8]}-{made[8:12]}-5{made[13:16]}-{variant}{made[17:20]}-{made[20:32]}"


class Export:
    """The records in the words of HSDS."""

    def __init__(
        self,
        authority: str,
        institutions: tuple[Institution, ...],
        services: tuple[Service, ...],
        types: tuple[InstitutionType, ...],
        counties: tuple[County, ...],
    ) -> None:
        self._authority = authority
        self._institutions = institutions
        self._services = {one.id: one for one in services}
        self._types = types
        self._counties = {one.teryt: one for one in counties}

    def _id(self, *path: str) -> str:
        return name_based_uuid(f"tag:{self._authority},2011:hsds/{'/'.join(path)}")

    def organizations(self) -> Iterator[Object]:
        """Yield institutions as organizations."""
        for one in self._institutions:
            yield _known(
                id=self._id("organization", one.id),
                name=one.name,
                alternate_name=one.short_name,
                description=one.description or one.name,
                email=one.email[0] if one.email else None,
                website=one.website,
                phones=self._phones(one),
                attributes=[self._attribute("organization", one.id, "type", one.type)],
            )

    def services(self) -> Iterator[Object]:
        """Yield each service of each institution; HSDS has no service without an organization."""
        for one in self._institutions:
            for given in one.given():
                service = self._services.get(given.id)
                if service is None:
                    continue
                yield _known(
                    id=self._id("service", one.id, given.id),
                    organization_id=self._id("organization", one.id),
                    name=service.name,
                    description="\n\n".join(text for text in (service.description, given.note) if text),
                    status="active",
                    application_process=given.how_to_apply,
                    fees_description=given.fee,
                    alert=one.alert,
                    email=one.email[0] if one.email else None,
                    url=one.website,
                    assured_date=one.verified.isoformat() if one.verified else None,
                    last_modified=f"{one.verified.isoformat()}T00:00:00Z" if one.verified else None,
                    languages=[
                        {"id": self._id("language", one.id, given.id, code), "name": code, "code": code}
                        for code in one.languages
                    ],
                    required_documents=[
                        {"id": self._id("document", one.id, given.id, text), "document": text}
                        for text in given.documents
                    ],
                    service_areas=[self._area(one.id, given.id, code) for code in self._served(one)],
                    attributes=[self._attribute("service", f"{one.id}/{given.id}", "service", given.id)],
                )  # fmt: skip

    def locations(self) -> Iterator[Object]:
        """Yield where institutions are."""
        for one in self._institutions:
            address = None
            if one.street and one.city:
                address = {
                    "id": self._id("address", one.id),
                    "address_1": one.street,
                    "city": one.city,
                    "state_province": "małopolskie",
                    "postal_code": one.postal_code or "",
                    "country": "PL",
                    "address_type": "physical",
                }
            yield _known(
                id=self._id("location", one.id),
                organization_id=self._id("organization", one.id),
                location_type="physical",
                name=one.name,
                latitude=one.latitude,
                longitude=one.longitude,
                addresses=[address] if address else None,
                phones=self._phones(one),
                schedules=[self._schedule(one.id, number, hours) for number, hours in enumerate(one.opening_hours)],
                accessibility=[{"id": self._id("accessibility", one.id), "description": one.accessibility}]
                if one.accessibility
                else None,
            )

    def service_at_locations(self) -> Iterator[Object]:
        """Yield which service is given where."""
        for one in self._institutions:
            for given in one.given():
                if given.id in self._services:
                    yield {
                        "id": self._id("service_at_location", one.id, given.id),
                        "service_id": self._id("service", one.id, given.id),
                        "location_id": self._id("location", one.id),
                    }

    def taxonomies(self) -> Iterator[Object]:
        """Yield the lists that names come from."""
        for name, title in (("service", _("Services")), ("type", _("Kinds of institutions"))):
            yield {"id": self._id("taxonomy", name), "name": title, "description": title}

    def taxonomy_terms(self) -> Iterator[Object]:
        """Yield the services and kinds of institutions as terms."""
        for service in self._services.values():
            yield self._term("service", service.id, service.name, service.description)
        for kind in self._types:
            yield self._term("type", kind.id, kind.name, kind.plural)

    def _term(self, taxonomy: str, code: str, name: str, description: str) -> Object:
        return {
            "id": self._id("term", taxonomy, code),
            "code": code,
            "name": name,
            "description": description,
            "taxonomy": taxonomy,
            "taxonomy_detail": {"id": self._id("taxonomy", taxonomy), "name": taxonomy, "description": taxonomy},
            "language": "pl",
        }

    def _attribute(self, entity: str, path: str, taxonomy: str, code: str) -> Object:
        return {
            "id": self._id("attribute", entity, path, code),
            "link_id": self._id(entity, *path.split("/")),
            "link_entity": entity,
            "taxonomy_term_id": self._id("term", taxonomy, code),
        }

    def _area(self, institution: str, service: str, code: str) -> Object:
        return {
            "id": self._id("area", institution, service, code),
            "name": self._counties[code].name,
            "extent": code,
            "extent_type": "TERYT",
        }

    def _served(self, one: Institution) -> tuple[str, ...]:
        if one.serves == "region":
            return tuple(self._counties)
        return tuple(code for code in (one.serves or (one.county,)) if code in self._counties)

    def _phones(self, one: Institution) -> list[Object]:
        return [{"id": self._id("phone", one.id, number), "number": number, "type": "voice"} for number in one.phone]

    def _schedule(self, identifier: str, number: int, hours: OpeningHours) -> Object:
        return {
            "id": self._id("schedule", identifier, str(number)),
            "freq": "WEEKLY",
            "wkst": "MO",
            "byday": ",".join(_DAYS[day] for day in hours.days),
            "opens_at": hours.opens,
            "closes_at": hours.closes,
        }


def _known(**values: Any) -> Object:
    """Return an object without what is not known."""
    return {key: value for key, value in values.items() if value is not None and value != []}
