"""Names of Polish counties in the forms that sentences need."""

from __future__ import annotations

from typing import Final, NamedTuple

from partnership.polish.adjectives import genitive, singular_locative
from partnership.polish.towns import town_locative

COUNTY: Final = "powiat "
_CITY: Final = "miasto "
_ADJECTIVES: Final = ("ski", "cki", "dzki", "zki", "ny", "wy")


class CountyForms(NamedTuple):
    """Full and short name, and the phrases „of it”, „in it” and „in its seat”; ``city`` for a town that is a county."""

    name: str
    short_name: str
    genitive: str
    locative: str
    seat_locative: str
    city: bool


def polish_county(name: str, seat: str) -> CountyForms:
    """Return the forms of a county's name.

    „powiat łęcki” is declined, a town that is a county is „miasto …”, and a seat is declined where its ending tells
    how: elsewhere a phrase that keeps the nominative stands for the case until somebody writes a better one.
    """
    at = town_locative(seat) or f"w miejscowości {seat}"
    low = name.casefold()
    short = name[len(COUNTY) :].strip() if low.startswith(COUNTY) else name
    declined = short.endswith(_ADJECTIVES)
    if low.startswith(COUNTY) or (short[:1].islower() and declined):
        of, within = (genitive(short), singular_locative(short)) if declined else (short, short)
        return CountyForms(f"powiat {short}", short, f"powiatu {of}", f"w powiecie {within}", at, False)
    town = name.removeprefix(_CITY).strip() or name
    return CountyForms(town, town, f"miasta {town}", f"w mieście {town}", at, True)
