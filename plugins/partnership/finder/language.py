"""The finder's language rules: one YAML table for Python and the browser, so that neither can drift from the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

TABLE = Path(__file__).with_name("language.yaml")


OWN: Final = "{own}"
"""Stands in the table for the words that name the site's own region."""


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of language.yaml; every text is folded (lower case, no diacritics)."""

    letters: dict[str, str]
    irregular: dict[str, str]
    min: int
    endings: tuple[str, ...]
    second: tuple[str, ...]
    third: tuple[str, ...]
    finals: tuple[tuple[str, str], ...]
    root_min: int
    roots: tuple[str, ...]
    phonetic: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, str], ...]
    before_places: tuple[str, ...]
    skip: tuple[str, ...]
    soft: tuple[str, ...]
    county: tuple[str, ...]
    city: tuple[str, ...]
    region: tuple[str, ...]
    street: tuple[str, ...]
    seek: tuple[str, ...]
    acts: tuple[str, ...]
    verbs: tuple[str, ...]

    def shipped(self, own_region: tuple[str, ...] = ()) -> dict[str, Any]:
        """The same rules as plain JSON data, compact: word lists are one string with spaces.

        ``own_region`` are the folded words that name the site's own region.
        """
        region = [word for one in self.region for word in (own_region if one == OWN else (one,))]
        return {
            "letters": ["".join(self.letters), list(self.letters.values())],
            "irregular": " ".join(f"{form}:{base}" for form, base in self.irregular.items()),
            "min": self.min,
            "endings": " ".join(self.endings),
            "second": " ".join(self.second),
            "third": " ".join(self.third),
            "finals": " ".join(f"{old}:{new}" for old, new in self.finals),
            "rootMin": self.root_min,
            "roots": " ".join(self.roots),
            "phonetic": " ".join(f"{old}:{new}" for old, new in self.phonetic),
            "cases": ";".join(f"{old} {new}" for old, new in self.cases),
            "beforePlaces": " ".join(self.before_places),
            "skip": " ".join(self.skip),
            "soft": " ".join(self.soft),
            "county": " ".join(self.county),
            "city": " ".join(self.city),
            "region": " ".join(dict.fromkeys(region)),
            "street": " ".join(self.street),
            "seek": " ".join(self.seek),
            "acts": " ".join(self.acts),
            "verbs": " ".join(self.verbs),
        }


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.split()))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))


@cache
def language() -> Language:
    """The table, read once. Lists of endings come out longest first, which is the order they are tried in."""
    import yaml  # not at the top: many import this module, few builds read the table

    return read_language(yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def read_language(raw: dict[str, Any]) -> Language:
    """The rules of a table as its file writes them: lists of words as one text with spaces."""
    return Language(
        letters={str(letter): str(to) for letter, to in raw["letters"].items()},
        irregular={str(form): str(base) for form, base in raw["irregular"].items()},
        min=int(raw["min"]),
        endings=_longest_first(raw["endings"]),
        second=_longest_first(raw["second"]),
        third=_longest_first(raw["third"]),
        finals=tuple((str(old), str(new)) for old, new in raw["finals"]),
        root_min=int(raw["root_min"]),
        roots=_longest_first(raw["roots"]),
        phonetic=tuple((str(old), str(new)) for old, new in raw["phonetic"]),
        cases=tuple((str(old), str(new)) for old, new in raw["cases"]),
        before_places=_words(raw["before_places"]),
        skip=_words(raw["skip"]),
        soft=_words(raw["soft"]),
        county=_words(raw["county"]),
        city=_words(raw["city"]),
        region=_words(raw["region"]),
        street=_words(raw["street"]),
        seek=_words(raw["seek"]),
        acts=_words(raw["acts"]),
        verbs=_words(raw["verbs"]),
    )
