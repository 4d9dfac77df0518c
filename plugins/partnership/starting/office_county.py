"""In which county the office of a new site stands: the one that is named, or whose seat the office's name says."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.locales.slugs import slug
from partnership.polish.folding import fold
from partnership.starting.county_names import county_forms
from partnership.starting.county_table import CountyRow


def counties_called(name: str, counties: Sequence[CountyRow]) -> list[CountyRow]:
    """Return the counties that a code, a name or a seat means; a county's own name goes before a seat."""
    wanted = fold(name.strip())
    named = [(one, (one.code, one.name, one.seat, slug(one.name))) for one in counties]
    found = ([one for one, names in named if fold(names[way]) == wanted] for way in range(4))
    return _of_one_town(next((some for some in found if some), []))


def counties_of_office(office: str, counties: Sequence[CountyRow], language: str) -> list[CountyRow]:
    """Return the counties whose seat the name of an office says, as it is or as „in …” is said in the language.

    A seat inside the name of another does not count: an office in „Nowy Sącz” is not in „Sącz”.
    """
    if len(counties) == 1:
        return list(counties)
    words = _words(office)
    said: dict[str, list[CountyRow]] = {}
    for one in counties:
        for way in {one.seat, county_forms(one.name, one.seat, language).seat_locative}:
            if (town := _words(way)).strip() and town in words:
                said.setdefault(town, []).append(one)
    found = [one for town, some in said.items() if not any(town != other and town in other for other in said)
             for one in some]  # fmt: skip
    return _of_one_town(list(dict.fromkeys(found)))


def _words(text: str) -> str:
    """Return the folded words of a text, each between spaces."""
    kept = "".join(char if char.isalnum() else " " for char in fold(text))
    return f" {' '.join(kept.split())} "


def _of_one_town(found: list[CountyRow]) -> list[CountyRow]:
    """Return of counties with one seat the one that is called like it: a city that is a county of its own."""
    if len({one.seat for one in found}) == 1:
        return [one for one in found if fold(one.name) == fold(one.seat)] or found
    return found
