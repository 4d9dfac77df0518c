"""The search's test set: written questions, and ones made of the titles of what is published."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

QUERIES = Path(__file__).with_name("queries.yaml")
STRANGERS = Path(__file__).with_name("strangers.yaml")
"""Questions written later, by somebody who did not look at the answers."""
EVERYDAY = Path(__file__).with_name("everyday.yaml")
"""Short questions in everyday words."""
_PLAIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, its class, and the addresses that fit; none where nothing may be found."""

    kind: str
    text: str
    fits: frozenset[str]

    @property
    def held_out(self) -> bool:
        """Whether the query is for the report only, never for tuning."""
        return zlib.crc32(self.text.encode()) % 2 == 1


def written() -> list[Query]:
    """Return the written questions."""
    return _read(QUERIES)


def strangers() -> dict[str, list[Query]]:
    """Return the strangers' questions by the language of the tree that they are asked in."""
    return {
        lang: [Query(f"{one.kind}, strangers", one.text, one.fits) for one in some]
        for lang, some in _by_language(STRANGERS).items()
    }


def everyday() -> dict[str, list[Query]]:
    """Return the everyday questions by the language of the tree that they are asked in."""
    return _by_language(EVERYDAY)


def _by_language(path: Path) -> dict[str, list[Query]]:
    asked: dict[str, list[Query]] = {}
    for one in _read(path):
        kind, _, lang = one.kind.partition("-")
        asked.setdefault(lang or "pl", []).append(Query(kind, one.text, one.fits))
    return asked


def _read(path: Path) -> list[Query]:
    found = []
    for kind, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for line in lines:
            text, _, wanted = (part.strip() for part in line.rpartition("|"))
            fits = frozenset() if wanted == "-" else frozenset(f"/{one.strip()}/" for one in wanted.split(","))
            found.append(Query(kind, text, fits))
    return found


def derived(titles: Sequence[tuple[str, str]]) -> list[Query]:
    """Return questions made of titles (address, title): without diacritics, in part, begun, with a slip."""
    dice = random.Random(3)
    by_title: dict[str, set[str]] = {}
    for address, title in titles:
        by_title.setdefault(title.lower(), set()).add(address)
    found = []
    for address, title in sorted(titles):
        fits = frozenset(by_title[title.lower()])
        words = title.replace(":", " ").replace(",", " ").split()
        long = [word for word in words if len(word) > 5]
        found.append(Query("title", title.translate(_PLAIN).lower(), fits))
        if len(words) > 4:
            part = " ".join(words[: len(words) - 2])
            begun = frozenset(one for one, other in titles if other.lower().startswith(part.lower()))
            found.append(Query("title in part", part, begun | fits))
        if long and len(words) > 1:
            slipped = dice.choice(long)
            at = dice.randrange(2, len(slipped) - 1)
            wrong = slipped[: at - 1] + slipped[at] + slipped[at - 1] + slipped[at + 1 :]
            found.append(Query("title with a slip", " ".join(wrong if one == slipped else one for one in words), fits))
        del address
    return found


def measures(query: Query, answers: Sequence[str]) -> dict[str, float]:
    """Return success@3 and P@5 of addresses in rank order (at most as many count as fit), or whether nothing came."""
    if not query.fits:
        return {"empty": float(not answers)}
    counted = min(5, len(query.fits))
    right = sum(one in query.fits for one in answers[:5])
    return {
        "success3": float(any(one in query.fits for one in answers[:3])),
        "precision5": min(right, counted) / counted,
    }
