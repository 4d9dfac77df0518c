"""Measures of a list of answers against what fits, and the queries: written ones and ones made from the records."""

from __future__ import annotations

import random
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from partnership.finder.folding import fold
from partnership.records.institution import Institution
from tests.finder.world import World

QUERIES = Path(__file__).with_name("queries.yaml")
FRESH = Path(__file__).with_name("fresh.yaml")
UNSEEN = Path(__file__).with_name("unseen.yaml")
LATER = (FRESH, UNSEEN, Path(__file__).with_name("unseen2.yaml"))
LETTERS = "abcdefghijklmnoprstuwyz"


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, its class, and the ids that fit (none for the class „nothing”).

    ``outside`` names a place outside the region that ``explain`` must tell, ``answer`` the address above the list.
    """

    kind: str
    text: str
    fits: frozenset[str]
    outside: str = ""
    answer: str = ""

    @property
    def held_out(self) -> bool:
        """Whether the query is for reporting only, never for tuning."""
        return zlib.crc32(self.text.encode()) % 2 == 1


def fitting(world: World, want: str) -> frozenset[str]:
    """The ids that a line's right side names: s: services, c: counties, t: type, i: institution."""
    terms = {part[0]: set(part[2:].split(",")) for part in want.split() if part[1:2] == ":"}

    def fits(one: Institution) -> bool:
        served = set(one.serves) if isinstance(one.serves, tuple) else {one.county}
        return (
            ("i" not in terms or one.id in terms["i"])
            and ("t" not in terms or one.type in terms["t"])
            and ("s" not in terms or any(given.id in terms["s"] for given in one.given()))
            and ("c" not in terms or one.serves == "region" or bool(served & terms["c"]))
        )

    if not terms:
        return frozenset()
    return frozenset(one.id for one in world.institutions if one.status == "active" and fits(one))


@cache
def written(world: World, path: Path = QUERIES) -> list[Query]:
    """The written queries that something in this world answers, and those that nothing may answer."""
    found = []
    for kind, lines in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items():
        for line in lines:
            text, _, want = (part.strip() for part in line.rpartition("|"))
            fits = fitting(world, want)
            if fits or want == "-":
                found.append(Query(kind, text, fits))
    return found


def typo(text: str, dice: random.Random, count: int = 1) -> str:
    """`text` with `count` typing errors in its longer words: a letter lost, doubled, replaced or two swapped."""
    words = text.split()
    places = [i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    if not places:
        return text
    for turn in range(count):
        fit = [i for i in places if len(words[i]) >= 7] if count > 1 and turn else places
        i = dice.choice(fit or places)
        word = words[i]
        at = dice.randrange(1, len(word) - 1)
        way = dice.randrange(4)
        if way == 0:
            word = word[:at] + word[at + 1 :]
        elif way == 1:
            word = word[:at] + dice.choice(LETTERS) + word[at:]
        elif way == 2:
            word = word[:at] + dice.choice(LETTERS) + word[at + 1 :]
        else:
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        words[i] = word
    return " ".join(words)


def derived(world: World, seed: int = 7, each: int = 40) -> list[Query]:
    """Queries made from the records: names, short names, contact details, and written queries misspelt or cut short."""
    dice = random.Random(seed)
    active = [one for one in world.institutions if one.status == "active"]
    found: list[Query] = []

    def same(field: str, value: str | None) -> frozenset[str]:
        return frozenset(one.id for one in active if getattr(one, field) == value)

    def some(pool: list[Institution]) -> list[Institution]:
        return dice.sample(pool, min(each, len(pool)))

    def add(kind: str, text: str, fits: frozenset[str]) -> None:
        found.append(Query(kind, text, fits))

    for one in some(active):
        add("exact", one.name, same("name", one.name))
    for one in some(active):
        add("folded", fold(one.name), same("name", one.name))
    for one in some([one for one in active if one.short_name]):
        short = one.short_name or ""
        add("abbreviation", short.lower() if dice.random() < 0.5 else short, same("short_name", one.short_name))
    for one in some([one for one in active if one.phone]):
        add("contact", _dialled(one.phone[0], dice), frozenset({one.id}))
    for one in some([one for one in active if one.postal_code and one.street])[: each // 2]:
        add("contact", f"{one.street}, {one.postal_code}", frozenset({one.id}))
    for one in some([one for one in active if one.email])[: each // 2]:
        add("contact", one.email[0], frozenset({one.id}))

    base = [query for query in written(world) if query.kind in ("combination", "inflected")]
    names = [Query("exact", one.name, same("name", one.name)) for one in some(active)]
    for kind, count in (("typo", 1), ("two typos", 2)):
        for query in dice.sample(base, min(each, len(base))) + dice.sample(names, min(each // 2, len(names))):
            add(kind, typo(query.text, dice, count), query.fits)
    for query in dice.sample(base, min(each, len(base))):
        last = query.text.split()[-1]
        if len(last) > 5:
            add("prefix", query.text[: -dice.randint(1, len(last) - 4)], query.fits)
    return found


def _dialled(phone: str, dice: random.Random) -> str:
    """A telephone number as one of many ways of writing it."""
    digits = phone.replace(" ", "")
    hyphens = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
    return dice.choice((phone, digits, f"+48 {digits}", hyphens, f"tel. {digits[:2]} {digits[2:5]} {digits[5:]}"))


@dataclass(slots=True)
class Score:
    """One query's measures; for „nothing” only `empty` counts."""

    kind: str
    success1: float
    success3: float
    mrr: float
    precision: float
    empty: float


def score(query: Query, answers: list[str]) -> Score:
    """Success@1, success@3, MRR@10, P@10 = hits / min(10, fitting), and whether the answer is empty."""
    hits = [answer in query.fits for answer in answers[:10]]
    first = hits.index(True) + 1 if True in hits else 0
    return Score(
        query.kind,
        float(first == 1),
        float(0 < first <= 3),
        1 / first if first else 0.0,
        sum(hits) / min(10, len(query.fits)) if query.fits else 0.0,
        float(not answers),
    )
