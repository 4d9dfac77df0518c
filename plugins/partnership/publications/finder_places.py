"""What the finder knows beside its index: localities, the rest of the country, pages that answer.

What tells a foreign place from our own stands in the index (gminas, other regions with their counties and seats);
localities, other towns and what is asked for pages stand in a file of their own, which a browser loads after its first
answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

import msgspec

from partnership.finder.folding import fold
from partnership.finder.speech import speech
from partnership.locales.collation import sort_key
from partnership.publications.finder_lines import said_lines, written_lines
from partnership.records.elsewhere import Elsewhere
from partnership.records.lexicon import Answer
from partnership.records.localities import Locality
from partnership.records.taxonomy import County, InstitutionType, Service

FORMAT = 1
LIKE = 3
"""Letters that a county's name shares with its seat's where it is told by them."""


def gminas(localities: Sequence[Locality], counties: Sequence[County]) -> list[str]:
    """Return the gminas of each county in the order of ``counties``, joined by semicolons.

    A gmina called like the seat of a county is left out: the seat says more.
    """
    seats = {fold(one.seat) for one in counties}
    of: dict[str, set[str]] = {one.teryt: set() for one in counties}
    for locality in localities:
        if locality.county in of and fold(locality.gmina) not in seats:
            of[locality.county].add(locality.gmina)
    return [";".join(sorted(of[one.teryt], key=sort_key)) for one in counties]


def other_regions(elsewhere: Elsewhere) -> list[list[Any]]:
    """Return each region as [name, locative, other names, cities, counties, {town: its other forms}].

    Counties are told by :func:`county_and_seat`; lists are joined by semicolons.
    """
    return [
        [
            region.name,
            region.locative,
            ";".join(region.also),
            ";".join(region.cities),
            ";".join(county_and_seat(county, seat) for county, seat in region.counties.items()),
            _joined(region.forms),
        ]
        for region in elsewhere.regions
    ]


def _joined(forms: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The other forms of each name, joined by semicolons."""
    return {name: ";".join(some) for name, some in forms.items()}


def county_and_seat(county: str, seat: str) -> str:
    """Return a county's short name beside its seat, as small as it can be said.

    Most counties are called after their seat: „Legnica1ki” is Legnica, and „legnicki” is that without one letter and
    with „ki”.  What begins in another way stands whole after a colon.
    """
    pairs = zip(county, seat[:1].lower() + seat[1:], strict=False)
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if same < LIKE or any(char.isdigit() or char == ":" for char in seat):
        return f"{seat}:{county}"
    return f"{seat}{len(seat) - same}{county[same:]}"


def places(
    localities: Sequence[Locality],
    counties: Sequence[County],
    elsewhere: Elsewhere,
    answers: Sequence[Answer],
    languages: tuple[str, ...],
    named: Sequence[Sequence[Service | InstitutionType | County]],
) -> bytes:
    """Return what comes after the first answer as JSON: towns of each other region, localities of each county by gmina.

    Both are in the order of the index; „gmina:name,name;…”. Beside them stand cities abroad as [where, cities, forms],
    empty where the site names none, the pages that answer questions in the site's ``languages``, and what services,
    types and counties (``named``, in the order of the index) are called in the other languages.
    """
    of: dict[str, dict[str, set[str]]] = {one.teryt: {} for one in counties}
    for locality in localities:
        if locality.county in of:
            of[locality.county].setdefault(locality.gmina, set()).add(locality.name)
    abroad = elsewhere.abroad
    held = {
        "v": FORMAT,
        "towns": [";".join(f"{town}:{county}" for town, county in one.towns.items()) for one in elsewhere.regions],
        "abroad": [abroad.locative, ";".join(abroad.cities), _joined(abroad.forms)] if abroad else [],
        "localities": [
            ";".join(
                f"{gmina}:{','.join(sorted(names, key=sort_key))}"
                for gmina, names in sorted(of[one.teryt].items(), key=lambda item: sort_key(item[0]))
            )
            for one in counties
        ],
        "answers": [_answer(one, languages) for one in answers],
        "names": _names(named, languages),
    }
    return msgspec.json.encode(held)


def _answer(answer: Answer, languages: tuple[str, ...]) -> list[Any]:
    """An answer as [what is said, address, title, {language: title}, ids of the services that it is asked of]."""
    titles = {lang: answer.translations.get(lang, {}).get("title") for lang in languages}
    return [
        written_lines(said_lines(speech(languages), answer.say).split(";")),
        answer.address,
        answer.title,
        {lang: one for lang, one in titles.items() if one},
        answer.services,
    ]


def _names(named: Sequence[Sequence[Service | InstitutionType | County]], languages: tuple[str, ...]) -> dict[str, Any]:
    """The names of records by language but the index's own, each list joined by lines; one that is lacking is empty."""
    found = {}
    own = ["\n".join(one.name for one in some) for some in named]
    for lang in languages:
        lists = ["\n".join(str(one.translations.get(lang, {}).get("name", "")) for one in some) for some in named]
        if lists != own and any(one.strip() for one in lists):
            found[lang] = lists
    return found
