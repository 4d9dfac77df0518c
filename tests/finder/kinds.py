"""Questions of kinds that strangers asked: written ones, and ones made from every place, name and street."""

from __future__ import annotations

import csv
import random
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from partnership.finder.folding import fold
from partnership.records.institution import Institution
from tests.finder.scorer import Query, fitting
from tests.finder.world import DATA, World

LATE = frozenset(
    {
        "every locality",
        "towns",
        "report: towns",
        "strangers: towns",
        "newcomers: towns",
        "visitors: towns",
        "visitors: elsewhere",
        "passersby: towns",
        "passersby: elsewhere",
        "callers: towns",
        "callers: elsewhere",
    }
)
"""Classes that need localities or cities abroad, which a browser loads after its first answer."""
KINDS = Path(__file__).with_name("kinds.yaml")
FURTHER = Path(__file__).with_name("further.yaml")
REPORT = Path(__file__).with_name("report.yaml")
STRANGERS = Path(__file__).with_name("strangers.yaml")
NEWCOMERS = Path(__file__).with_name("newcomers.yaml")
VISITORS = Path(__file__).with_name("visitors.yaml")
PASSERSBY = Path(__file__).with_name("passersby.yaml")
CALLERS = Path(__file__).with_name("callers.yaml")
ELSEWHERE = (
    "urząd pracy {t}",
    "PUP {t}",
    "staż {t}",
    "zwalniam ludzi {t}",
    "{t}",
    "kurs spawacza {t}",
    "powiatowy urząd pracy {t} telefon",
)
LOCAL = ("{t}", "staż {t}", "urząd pracy {t}", "{t} szukam pracownika", "zwolnienia grupowe {t}")


def kinds(world: World, path: Path = KINDS) -> list[Query]:
    """The written questions; `outside` and `answer` tell what `explain` and `answers` must name."""
    found = []
    for kind, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for line in lines:
            text, _, want = (part.strip() for part in line.rpartition("|"))
            outside = want[2:] if want.startswith("o:") else ""
            answer = want[2:] if want.startswith("a:") else ""
            fits = frozenset[str]() if outside or answer else fitting(world, want)
            if fits or outside or answer or want == "-":
                found.append(Query(kind, text, fits, outside, answer))
    return found


def seats() -> list[str]:
    """Every town outside the region that is the seat of a county."""
    regions = yaml.safe_load((DATA / "finder" / "elsewhere.yaml").read_text(encoding="utf-8"))["regions"]
    named = {seat for region in regions for seat in (*region["cities"], *region["counties"].values())}
    return sorted(named)


def localities() -> list[dict[str, str]]:
    """The rows of data/localities.csv."""
    with (DATA / "localities.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked_elsewhere(patterns: tuple[str, ...] = ELSEWHERE, seed: int = 3) -> list[Query]:
    """Each seat elsewhere in one of the patterns, half of them without Polish marks."""
    dice = random.Random(seed)
    found = []
    for town in seats():
        text = dice.choice(patterns).format(t=town)
        found.append(Query("every seat elsewhere", fold(text) if dice.random() < 0.4 else text, frozenset(), town, ""))
    return found


def asked_localities(world: World, many: int = 300, seed: int = 3) -> list[Query]:
    """Localities of the region, each in one of the patterns: the office of its county fits."""
    dice = random.Random(seed)
    rows = localities()
    homes: dict[str, set[str]] = {}
    for row in rows:
        homes.setdefault(fold(row["name"]), set()).add(row["county"])
    away = {fold(town) for town in seats()}
    offices = {code: one.id for one in world.institutions if one.type == "labour-office" for code in served(one)}
    found = []
    for row in dice.sample(rows, min(many, len(rows))):
        key = fold(row["name"])
        text = dice.choice(LOCAL if key not in away else LOCAL[:1]).format(t=row["name"])
        fits = frozenset(offices[code] for code in homes[key] if code in offices)
        found.append(Query("every locality", fold(text) if dice.random() < 0.4 else text, fits))
    return found


def served(one: Institution) -> tuple[str, ...]:
    """The counties that an institution serves by name."""
    return one.serves if isinstance(one.serves, tuple) else (one.county,)


def asked_streets(world: World, many: int = 60, seed: int = 3) -> list[Query]:
    """Street, number and town of institutions, with and without „ul.”."""
    dice = random.Random(seed)
    pool = [one for one in world.institutions if one.street and one.city]
    found = []
    for one in dice.sample(pool, min(many, len(pool))):
        street = str(one.street).removeprefix("ul. ") if dice.random() < 0.7 else str(one.street)
        fits = frozenset(each.id for each in pool if (each.street, each.city) == (one.street, one.city))
        way = dice.choice(("{s} {t}", "{t} {s}", "{s}, {t}")).format(s=street, t=one.city)
        found.append(Query("street and town", fold(way) if dice.random() < 0.4 else way, fits))
    return found


def asked_prefixes(world: World, many: int = 60, seed: int = 3) -> list[Query]:
    """Every beginning of institutions' names from three letters on; the institution itself fits.

    A beginning that more than three names share is of a class of its own: nobody could know which of them is meant.
    """
    dice = random.Random(seed)
    found = []
    for one in dice.sample(world.institutions, min(many, len(world.institutions))):
        fits = frozenset(each.id for each in world.institutions if each.name == one.name)
        for end in range(3, len(one.name) + 1):
            shared = len({each.name for each in world.institutions if each.name.startswith(one.name[:end])})
            kind = "beginning of a name" if end > 4 and shared <= 3 else "beginning of many names"
            found.append(Query(kind, one.name[:end], fits))
    return found


def asked_names(world: World, seed: int = 3) -> list[Query]:
    """The core of a name with its place as an adjective or in the locative, as people say it."""
    dice = random.Random(seed)
    adjectives: dict[str, str] = {}
    locatives: dict[str, str] = {}
    for county in world.counties:
        adjectives.setdefault(county.seat, county.short_name)
        locatives.setdefault(county.seat, county.seat_locative)
    found = []
    for core, ways in CORES.items():
        for seat, adjective in adjectives.items():
            fits = frozenset(one.id for one in world.institutions if one.city == seat and re.search(core, one.name))
            if not fits or not adjective.endswith("i"):
                continue
            stem = adjective[:-1]
            way = dice.choice(ways)
            text = way.format(m=adjective, g=f"{stem}iego", f=f"{stem}a", n=f"{stem}ie", l=locatives[seat], t=seat)
            found.append(Query("own name with its place", text, fits))
    return found


CORES: dict[str, tuple[str, ...]] = {
    "^Inkubator Prz": ("{m} inkubator", "{g} inkubatora", "inkubator {l}", "do {g} inkubatora przedsiębiorczości"),
    "^Miejski Ośrodek Pomocy": ("{m} ośrodek pomocy", "{m} mops", "mops {l}", "miejski ośrodek {l}"),
    "^Gminny Ośrodek Pomocy": ("gminny ośrodek pomocy {l}", "gops {l}"),
    "^Państwowa Inspekcja Pracy": ("inspekcja pracy {l}", "{f} inspekcja pracy", "państwowa inspekcja {t}"),
    "Młodzieżowe Centrum Kariery": ("centrum kariery młodzieży {t}", "młodzieżowe centrum {l}", "{n} centrum kariery"),
    "^Izba Przemysłowo": ("{f} izba przemysłowa", "izba handlowa {l}", "izba przemysłowo-handlowa {t}"),
    "^Cech Rzemiosł": ("{m} cech", "cech rzemiosł {l}"),
    "^Akademia Nauk Stosowanych": ("{f} akademia", "akademia nauk {l}"),
    "^Wyższa Szkoła Prz": ("{f} szkoła przedsiębiorczości", "wyższa szkoła {l}"),
    "^Agencja Rozwoju Lokalnego": ("{f} agencja rozwoju", "agencja rozwoju {l}", "arl {t}"),
    "^Centrum Obsługi Inwestora": ("{n} centrum obsługi inwestora", "centrum inwestora {l}"),
    "^Zakład Ubezpieczeń": ("zus {l}", "{m} zus", "zakład ubezpieczeń {l}"),
    "^Centrum Kształcenia": ("{n} centrum kształcenia", "ckziu {l}"),
    "^Zakład Doskonalenia": ("{m} zdz", "zakład doskonalenia {l}"),
    "^Starostwo": ("{n} starostwo", "starostwo {l}"),
    "^Urząd Miasta": ("urząd miasta {l}", "um {t}"),
}


def everything(world: World) -> list[Any]:
    """All kinds over one world, written first."""
    made = [
        *asked_elsewhere(),
        *asked_localities(world),
        *asked_streets(world),
        *asked_prefixes(world),
        *asked_names(world),
    ]
    later = [
        replace(one, kind=f"{path.stem}: {one.kind}")
        for path in (FURTHER, REPORT, STRANGERS, NEWCOMERS, VISITORS, PASSERSBY, CALLERS)
        for one in kinds(world, path)
    ]
    return [*kinds(world), *made, *later]
