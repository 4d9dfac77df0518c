"""A county's name in the forms that sentences need: by rule in Polish, plainly in every other language."""

from __future__ import annotations

from typing import Final, NamedTuple

from partnership.polish.adjectives import genitive, singular_locative
from partnership.polish.towns import town_locative

COUNTY: Final = "powiat "
_ADJECTIVES: Final = ("ski", "cki", "dzki", "zki", "ny", "wy")


class CountyForms(NamedTuple):
    """Full and short name, and the phrases „of it”, „in it” and „in its seat”; ``city`` for a town that is a county."""

    name: str
    short_name: str
    genitive: str
    locative: str
    seat_locative: str
    city: bool


def county_forms(name: str, seat: str, language: str) -> CountyForms:
    """Return the forms of a county's name.

    In Polish „powiat łęcki” is declined, a town that is a county is „miasto …”, and a seat is declined where its ending
    tells how: elsewhere a phrase that keeps the nominative stands for the case until somebody writes a better one.
    """
    if language != "pl":
        within, at = (f"in {name}", f"in {seat}") if language == "en" else (name, seat)
        return CountyForms(name, name, name, within, at, name.casefold() == seat.casefold())
    at = town_locative(seat) or f"w miejscowości {seat}"
    low = name.casefold()
    short = name[len(COUNTY) :].strip() if low.startswith(COUNTY) else name
    if low.startswith(COUNTY) or (short[:1].islower() and short.endswith(_ADJECTIVES)):
        if short.endswith(_ADJECTIVES):
            return CountyForms(
                f"powiat {short}",
                short,
                f"powiatu {genitive(short)}",
                f"w powiecie {singular_locative(short)}",
                at,
                False,
            )
        return CountyForms(f"powiat {short}", short, f"powiatu {short}", f"w powiecie {short}", at, False)
    town = name.removeprefix("miasto ").strip() or name
    return CountyForms(town, town, f"miasta {town}", f"w mieście {town}", at, True)
