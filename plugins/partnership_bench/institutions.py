"""Generated institutions for measuring, and the small data folder that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PLACE_STEM: Final = "placowka-"
"""What the name of every generated institution begins with."""

KIND: Final = ("osrodek", "Ośrodek")
"""Id and name of the one type of institutions that small sites have."""

SERVICES: Final = tuple((f"usluga-{number}", f"Usługa numer {number}") for number in range(1, 17))
"""Ids and names of the services that small sites have."""

COUNTIES: Final = tuple((f"12{number:02}", f"powiat numer {number}") for number in range(1, 7))
"""Codes and names of the counties that small sites have."""


@dataclass(frozen=True, slots=True)
class Named:
    """Codes that generated institutions of a site may name, each with its name."""

    kind: tuple[str, str]
    services: Sequence[tuple[str, str]]
    counties: Sequence[tuple[str, str]]


SMALL: Final = Named(KIND, SERVICES, COUNTIES)
"""What the institutions of small sites name."""


@dataclass(frozen=True, slots=True)
class Place:
    """An institution before it is written for one generator: an address, one county, up to four services."""

    number: int
    kind: tuple[str, str]
    county: tuple[str, str]
    services: tuple[tuple[str, str], ...]
    description: str
    city: str = "Dolina"

    @property
    def name(self) -> str:
        """Name of the institution."""
        return f"Placówka {self.number}"

    @property
    def stem(self) -> str:
        """Name of its file and last part of its address."""
        return f"{PLACE_STEM}{self.number}"

    @property
    def street(self) -> str:
        """Street and number."""
        return f"ul. Pomiarowa {self.number % 200 + 1}"

    @property
    def postal_code(self) -> str:
        """Postal code."""
        return f"30-{self.number % 1000:03}"


def make_place(number: int, named: Named = SMALL, revision: int = 0) -> Place:
    """Return the institution of a number; a ``revision`` changes its description only."""
    services = named.services
    return Place(
        number=number,
        kind=named.kind,
        county=named.counties[number % len(named.counties)],
        services=tuple(dict.fromkeys(services[(number * 7 + step * 11) % len(services)] for step in range(4))),
        description="Prowadzi doradztwo dla firm." + (f" Zmiana {revision}." if revision else ""),
    )


def data_form(place: Place) -> str:
    """Return the file of an institution as this generator wants it: codes, not names."""
    return (
        f'name: {place.name}\ntype: {place.kind[0]}\ncounty: "{place.county[0]}"\nstreet: {place.street}\n'
        f"postal_code: {place.postal_code}\ncity: {place.city}\n"
        f"services: [{', '.join(code for code, _name in place.services)}]\naudiences: [employer]\n"
        f"description: {place.description}\n"
    )


def write_small_data(folder: Path, institutions: bool) -> None:
    """Write the three lists without which no site is built: one county, or what small sites' institutions name."""
    folder.mkdir(parents=True, exist_ok=True)
    counties = COUNTIES if institutions else COUNTIES[:1]
    (folder / "counties.yaml").write_text(
        "".join(_county(place, code, name) for place, (code, name) in enumerate(counties)), encoding="utf-8"
    )
    services = [
        f"- id: {code}\n  name: {name}\n  group: doradztwo\n  description: Tu jest opis usługi.\n"
        "  audiences: [employer]\n  status: current\n"
        for code, name in SERVICES
    ]
    kind = f"- id: {KIND[0]}\n  name: {KIND[1]}\n  plural: Ośrodki\n"
    for list_name, text in (("services", "".join(services)), ("institution-types", kind)):
        (folder / f"{list_name}.yaml").write_text(text if institutions else "[]\n", encoding="utf-8")


def _county(place: int, code: str, name: str) -> str:
    return (
        f'- teryt: "{code}"\n  slug: powiat-{code}\n  name: {name}\n  short_name: numer {code}\n  kind: rural\n'
        f"  seat: Miasto {code}\n  seat_locative: w Mieście {code}\n  locative: w powiecie numer {code}\n"
        f"  genitive: powiatu numer {code}\n  latitude: 49.9{place}\n  longitude: 20.4{place}\n"
        f"  tile: {{row: {place}, column: 0}}\n"
    )
