"""The finder's language rules: one YAML table for Python and the browser, so that neither can drift from the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

TABLE = Path(__file__).with_name("language.yaml")


OWN: Final = "{own}"
"""Stands in the table for the words that name the site's own region."""

GRAMMAR: Final = ("irregular", "endings", "second", "third", "finals", "roots", "phonetic", "cases")
"""Rules of one language, the table's „grammar”."""

WORDS: Final = (
    "before_places", "skip", "soft", "county", "city", "region", "street", "seek", "acts", "verbs",
)  # fmt: skip
"""Lists of words, each by language."""


class Language(msgspec.Struct, frozen=True):
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
            "soft": " ".join(sorted(self.soft)),
            "county": " ".join(self.county),
            "city": " ".join(self.city),
            "region": " ".join(dict.fromkeys(region)),
            "street": " ".join(self.street),
            "seek": " ".join(self.seek),
            "acts": " ".join(self.acts),
            "verbs": " ".join(self.verbs),
        }


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))


def language() -> Language:
    """Return the rules and words of every language that the table knows."""
    return language_of(None)


@cache
def language_of(languages: tuple[str, ...] | None) -> Language:
    """Return the rules and words of the given languages, the table read once; None means all.

    Lists of endings come out longest first, which is the order they are tried in.
    """
    import yaml  # not at the top: many import this module, few builds read the table

    raw = yaml.load(TABLE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if languages is not None and raw["grammar"] not in languages:
        raw |= {key: type(raw[key])() for key in GRAMMAR}
    return read_language(raw, languages)


def read_language(raw: dict[str, Any], languages: tuple[str, ...] | None = None) -> Language:
    """Return the rules of a table: its lists of words are one text with spaces, or one for each language."""

    def words(key: str) -> tuple[str, ...]:
        value = raw[key]
        by_language = {"": value} if isinstance(value, str) else value
        texts = [text for lang, text in by_language.items() if not lang or languages is None or lang in languages]
        return tuple(dict.fromkeys(word for text in texts for word in text.split()))

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
        **{key: words(key) for key in WORDS},
    )
