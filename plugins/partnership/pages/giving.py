"""Who gives a service, county by county: the responsible office, others, and those of the whole region."""

from __future__ import annotations

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.once import once
from partnership.pages.directory import Directory, Entry, directory_of
from partnership.records.institution import Institution, ServiceGiven


class Giver(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """An institution that gives a service, and what it says of it here."""

    entry: Entry
    responsible: bool = False
    note: str = ""
    how_to_apply: str = ""
    documents: tuple[str, ...] = ()
    fee: str = ""


class Giving:
    """Givers by service, and by county and service; made in one pass over the institutions.

    A responsible office stands first, the rest by Polish collation.
    """

    def __init__(self, catalogue: Catalogue, directory: Directory) -> None:
        self._local: dict[str, dict[str, list[Giver]]] = {}
        self.everywhere: dict[str, list[Giver]] = {}
        first: list[Institution] = []
        rest: list[Institution] = []
        for institution in catalogue.institutions:
            (first if catalogue.is_responsible(institution) else rest).append(institution)
        for institution in first:
            self._add(catalogue, directory, institution, True)
        for institution in rest:
            self._add(catalogue, directory, institution, False)

    def _add(self, catalogue: Catalogue, directory: Directory, institution: Institution, responsible: bool) -> None:
        givers: dict[str, Giver] = {}
        plain = Giver(entry=directory.entries[institution.id], responsible=responsible)
        for given in institution.services:
            if isinstance(given, ServiceGiven):
                givers[given.id] = make_giver(plain, given)
            else:
                givers[given] = plain
        if institution.serves == "region":
            places = [self.everywhere]
        else:
            codes = dict.fromkeys(catalogue.counties_served(institution))
            places = [self._local.setdefault(code, {}) for code in codes]
        for place in places:
            for service, giver in givers.items():
                if service in place:
                    place[service].append(giver)
                else:
                    place[service] = [giver]

    def here(self, county: str, service: str) -> tuple[Giver, ...]:
        """Return who gives a service in a county, those of the whole region left out."""
        return tuple(self._local.get(county, {}).get(service, ()))

    def is_given(self, county: str, service: str) -> bool:
        """Tell whether anybody gives a service in a county, those of the whole region among them."""
        return service in self.everywhere or service in self._local.get(county, {})

    def region(self, service: str) -> tuple[Giver, ...]:
        """Return who gives a service in the whole region."""
        return tuple(self.everywhere.get(service, ()))


@once
def giving_of(catalogue: Catalogue) -> Giving:
    """Return who gives what in a catalogue, the same to every area that asks."""
    return Giving(catalogue, directory_of(catalogue))


def make_giver(plain: Giver, given: ServiceGiven) -> Giver:
    """Return an institution as giver of one service, with what it says of it."""
    return msgspec.structs.replace(
        plain,
        note=given.note or "",
        how_to_apply=given.how_to_apply or "",
        documents=given.documents,
        fee=given.fee or "",
    )
