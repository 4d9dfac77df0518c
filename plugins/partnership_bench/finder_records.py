"""The finder's records as documents of a search library: all that the finder knows, lexicon included, as text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from partnership.records.institution import Institution


def documents(world: Any) -> list[dict[str, str]]:
    """One document for each institution; ``world`` has institutions, services, counties, types and a lexicon.

    What people say for a service, a kind or a county is text of each institution that gives it, is it or serves it.
    """
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for phrase in world.lexicon.phrases if world.lexicon else ():
        for kind in ("services", "types", "counties", "institutions", "audiences"):
            for identifier in getattr(phrase.means, kind):
                said[kind, identifier] += phrase.say
    lying: dict[str, set[str]] = defaultdict(set)
    for locality in world.localities:
        lying[locality.county] |= {locality.name, locality.gmina}
    services = {one.id: one for one in world.services}
    types = {one.id: one for one in world.types}
    counties = {one.teryt: one for one in world.counties}

    def document(one: Institution) -> dict[str, str]:
        given = [services[each.id] for each in one.given() if each.id in services]
        served = list(counties) if one.serves == "region" else list(one.serves or (one.county,))
        places = [counties[code] for code in served if code in counties]
        lines = [line for service in given for line in (*service.synonyms, *said["services", service.id])]
        lines += said["types", one.type] + said["institutions", one.id]
        lines += [line for audience in one.audiences for line in said["audiences", audience]]
        names = [
            text for county in places for text in (county.name, county.seat, county.seat_locative, county.locative)
        ]
        if one.serves != "region":
            names += [name for code in served for name in sorted(lying[code])]
            names += [line for code in served for line in said["counties", code]]
        kind = types.get(one.type)
        numbers = [way for number in one.phone for way in (number, number.replace(" ", ""))]
        return {
            "id": one.id,
            "name": one.name,
            "short": one.short_name or "",
            "type": f"{kind.name} {kind.plural}" if kind else "",
            "place": " ".join([one.city or "", one.street or "", *names]),
            "contact": " ".join([one.postal_code or "", *numbers, *one.email, one.website or ""]),
            "services": " ".join(service.name for service in given),
            "said": " ".join(lines),
            "text": " ".join([one.description or "", *(service.description for service in given)]),
        }

    return [document(one) for one in world.institutions if one.status == "active"] + _decoys(world)


def _decoys(world: Any) -> list[dict[str, str]]:
    """Documents of what is outside, for a library that cannot say “nothing”: other subjects and places elsewhere."""
    empty = dict.fromkeys(("name", "short", "type", "place", "contact", "services", "said", "text"), "")
    subjects = [line for phrase in world.lexicon.phrases if not phrase.means.named() for line in phrase.say]
    towns = {
        town
        for region in world.elsewhere.regions
        for town in (*region.cities, *region.counties.values(), *region.towns)
    }
    return [{**empty, "id": f"-subject-{at}", "said": line} for at, line in enumerate(subjects)] + [
        {**empty, "id": f"-town-{at}", "place": town} for at, town in enumerate(sorted(towns))
    ]
