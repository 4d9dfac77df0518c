"""Institutions, services and counties as lists show them: small plain records, so that an edit makes few pages anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.language import _
from partnership.pages.directory.reach import Way, first_way
from partnership.records.institution import Institution, Listed, ServiceGiven
from partnership.records.taxonomy import County, Service

AUDIENCES: Final = ("employer", "investor", "employee-at-risk", "jobseeker")
"""Audiences in the order in which pages name them."""


class DirectoryEntry(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An institution in a list.

    ``place`` is its address on one line, empty while unknown; ``kind`` its type's name; ``way`` the quickest known way
    to reach it.
    """

    id: str
    name: str
    address: str
    kind: str
    place: str
    way: Way | None
    confirmed: bool
    alert: bool


class CountyName(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A county's name in the forms that sentences need; ``code`` is its TERYT code."""

    code: str
    slug: str
    name: str
    short_name: str
    locative: str
    genitive: str

    @property
    def address(self) -> str:
        """The address of the county's page."""
        return addresses.county(self.slug)


class ServiceName(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What pages other than its own need of a service; ``name`` is unique among services."""

    id: str
    name: str
    group: str
    description: str
    audiences: tuple[str, ...]
    current: bool

    @property
    def address(self) -> str:
        """The address of the service's page."""
        return addresses.service(self.id)


class ListNames:
    """What institutions, services and counties are called in lists; areas share one (:func:`list_names`).

    ``titles`` are unique ones of institutions, by id.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.titles = unique_titles((one.id, one.name, one.city or "") for one in catalogue.briefs.values())
        services = unique_titles((one.id, one.name, "") for one in catalogue.services)
        self.counties = {one.teryt: county_name(one) for one in catalogue.counties}
        self.services = {one.id: service_name(one, services[one.id]) for one in catalogue.services}
        self._listed: dict[tuple[str | ServiceGiven, ...], tuple[ServiceName, ...]] = {}

    def services_of(self, institution: Institution) -> tuple[ServiceName, ...]:
        """Return the services that an institution gives and the site knows, in the order of its file."""
        listed = institution.services
        found = self._listed.get(listed)
        if found is None:
            ids = [one if isinstance(one, str) else one.id for one in listed]
            found = self._listed[listed] = tuple([self.services[one] for one in ids if one in self.services])
        return found


def list_names(catalogue: Catalogue) -> ListNames:
    """Return the names of a catalogue's records in lists, the same to every area that asks."""
    return catalogue.derived(ListNames)


class Directory(ListNames):
    """Entries of the catalogue, too; areas share one (:func:`directory_of`).

    ``offices`` are institutions that answer for a county, ``others`` all others that are active.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        names = list_names(catalogue)
        self.titles, self.counties, self.services = names.titles, names.counties, names.services
        self._listed = names._listed
        kinds = {one.id: one.name for one in catalogue.types}
        self.entries = {one.id: make_entry(one, self.titles[one.id], kinds) for one in catalogue.active_institutions}
        self.offices: list[Listed] = []
        self.others: list[Listed] = []
        for institution in catalogue.active_institutions:
            (self.offices if catalogue.is_responsible(institution) else self.others).append(institution)


def directory_of(catalogue: Catalogue) -> Directory:
    """Return the directory of a catalogue, the same to every area that asks."""
    return catalogue.derived(Directory)


def make_entry(institution: Listed, title: str, kinds: dict[str, str]) -> DirectoryEntry:
    """Return the entry of an institution under its unique ``title``; ``kinds`` are the names of types by id."""
    return DirectoryEntry(
        id=institution.id,
        name=title,
        address=addresses.institution(institution.id),
        kind=kinds.get(institution.type, ""),
        place=place_line(institution),
        way=first_way(institution),
        confirmed=institution.verified is not None,
        alert=institution.alert is not None,
    )


def county_name(county: County) -> CountyName:
    """Return the names of a county."""
    return CountyName(
        code=county.teryt,
        slug=county.slug,
        name=county.name,
        short_name=county.short_name,
        locative=county.locative,
        genitive=county.genitive,
    )


def service_name(service: Service, title: str) -> ServiceName:
    """Return what lists need of a service under its unique ``title``."""
    return ServiceName(
        id=service.id,
        name=title,
        group=service.group,
        description=service.description,
        audiences=tuple(audience_names(service.audiences)),
        current=service.status == "current",
    )


def place_line(institution: Institution | Listed) -> str:
    """Return street, postal code and town on one line, as far as they are known."""
    code, city, street = institution.postal_code, institution.city, institution.street
    town = f"{code} {city}" if code and city else code or city or ""
    return f"{street}, {town}" if street and town else street or town


def unique_titles(named: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Return a title for each (id, name, place): the name, with the place or else the id where others have the same."""
    rows = list(named)
    names = Counter([name for _id, name, _place in rows])
    with_place = Counter([(name, place) for _id, name, place in rows if names[name] > 1])
    titles = {}
    for identifier, name, place in rows:
        if names[name] == 1:
            titles[identifier] = name
        elif place and with_place[name, place] == 1:
            titles[identifier] = f"{name}, {place}"
        else:
            titles[identifier] = f"{name} ({identifier})"
    return titles


def audience_name(audience: str) -> str:
    """Return the name of an audience, plural: „pracodawcy”."""
    names = {
        "employer": _("employers"),
        "investor": _("investors"),
        "employee-at-risk": _("employees at risk of dismissal"),
        "jobseeker": _("jobseekers"),
    }
    return names.get(audience, audience)


def audience_names(audiences: Iterable[str]) -> list[str]:
    """Return the names of audiences in the order given, each once."""
    return [audience_name(one) for one in dict.fromkeys(audiences)]


def lines(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    """Return a text or a list of texts as a list; nothing as an empty one."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
