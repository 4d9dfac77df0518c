"""Who gives a service, county by county: the responsible office, others, and those of the whole region."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.pages.directory.directory import Directory, DirectoryEntry, directory_of
from partnership.records.institution import Listed, ServiceGiven


class Provider(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An institution that gives a service, and what it says of it here."""

    entry: DirectoryEntry
    responsible: bool = False
    note: str = ""
    how_to_apply: str = ""
    documents: tuple[str, ...] = ()
    fee: str = ""


class Providers:
    """Givers by service, and by county and service; made in one pass over the institutions.

    A responsible office stands first, the rest by Polish collation.
    """

    def __init__(self, catalogue: Catalogue, directory: Directory) -> None:
        self._local: defaultdict[str, dict[str, list[Provider]]] = defaultdict(lambda: defaultdict(list))
        self.everywhere: dict[str, list[Provider]] = defaultdict(list)
        for some, responsible in ((directory.offices, True), (directory.others, False)):
            for institution in some:
                plain = Provider(entry=directory.entries[institution.id], responsible=responsible)
                if institution.serves == "region":
                    _add(self.everywhere, plain, institution)
                else:
                    for code in dict.fromkeys(catalogue.counties_served(institution)):
                        _add(self._local[code], plain, institution)

    def here(self, county: str, service: str) -> tuple[Provider, ...]:
        """Return who gives a service in a county, those of the whole region left out."""
        return tuple(self._local.get(county, {}).get(service, ()))

    def is_given(self, county: str, service: str) -> bool:
        """Tell whether anybody gives a service in a county, those of the whole region among them."""
        return service in self.everywhere or service in self._local.get(county, {})

    def region(self, service: str) -> tuple[Provider, ...]:
        """Return who gives a service in the whole region."""
        return tuple(self.everywhere.get(service, ()))


def _add(place: dict[str, list[Provider]], plain: Provider, institution: Listed) -> None:
    for service, given in _by_id(institution.services).items():
        place[service].append(plain if given is None else make_provider(plain, given))


@lru_cache(maxsize=4096)
def _by_id(services: tuple[str | ServiceGiven, ...]) -> dict[str, ServiceGiven | None]:
    """Return what is said of each service; many institutions give the same ones and say nothing."""
    return {one if isinstance(one, str) else one.id: None if isinstance(one, str) else one for one in services}


def providers_of(catalogue: Catalogue) -> Providers:
    """Return who gives what in a catalogue, the same to every area that asks."""
    return catalogue.derived(_make_providers)


def _make_providers(catalogue: Catalogue) -> Providers:
    return Providers(catalogue, directory_of(catalogue))


def make_provider(plain: Provider, given: ServiceGiven) -> Provider:
    """Return an institution as provider of one service, with what it says of it."""
    return msgspec.structs.replace(
        plain,
        note=given.note or "",
        how_to_apply=given.how_to_apply or "",
        documents=given.documents,
        fee=given.fee or "",
    )
