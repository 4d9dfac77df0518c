"""Who gives a service, county by county: the responsible office, others, and those of the whole region."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.once import once
from partnership.pages.directory import Directory, Entry, directory_of
from partnership.records.institution import Institution, ServiceGiven


class Giver(msgspec.Struct, frozen=True, kw_only=True):
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
        self._pairs: dict[tuple[str, str], list[Giver]] = {}
        self.everywhere: dict[str, list[Giver]] = {}
        ordered: Iterable[Institution] = sorted(
            catalogue.institutions, key=lambda one: not catalogue.is_responsible(one)
        )
        for institution in ordered:
            entry = directory.entries[institution.id]
            responsible = catalogue.is_responsible(institution)
            region = institution.serves == "region"
            codes = () if region else tuple(dict.fromkeys(catalogue.counties_served(institution)))
            for given in {one.id: one for one in institution.given()}.values():
                giver = make_giver(entry, given, responsible)
                if region:
                    self.everywhere.setdefault(given.id, []).append(giver)
                for code in codes:
                    self._pairs.setdefault((code, given.id), []).append(giver)

    def here(self, county: str, service: str) -> tuple[Giver, ...]:
        """Return who gives a service in a county, those of the whole region left out."""
        return tuple(self._pairs.get((county, service), ()))

    def region(self, service: str) -> tuple[Giver, ...]:
        """Return who gives a service in the whole region."""
        return tuple(self.everywhere.get(service, ()))


@once
def giving_of(catalogue: Catalogue) -> Giving:
    """Return who gives what in a catalogue, the same to every area that asks."""
    return Giving(catalogue, directory_of(catalogue))


def make_giver(entry: Entry, given: ServiceGiven, responsible: bool) -> Giver:
    """Return an institution as giver of one service."""
    return Giver(
        entry=entry,
        responsible=responsible,
        note=given.note or "",
        how_to_apply=given.how_to_apply or "",
        documents=given.documents,
        fee=given.fee or "",
    )
