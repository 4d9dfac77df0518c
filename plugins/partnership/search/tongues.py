"""Languages of the search: each has folding, stems and words that only connect, from one table for Python and browser.

Polish is the finder's own table.  Another language has a file of the same form here; letters are folded alike in all,
so that «стажування» and „staż” meet.  A language without a table is searched by whole words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from partnership.finder.folding import words
from partnership.finder.language import Language, language, read_language
from partnership.finder.stemming import stemmer
from partnership.polish.dates import ENGLISH_MONTHS, GENITIVE, LOCATIVE, NOMINATIVE

FIRST: Final = "pl"
"""The language whose table is the finder's."""

_FOLDER: Final = Path(__file__).parent
_MONTHS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "pl": (NOMINATIVE, GENITIVE, LOCATIVE),
    "en": (ENGLISH_MONTHS, tuple(name[:3] for name in ENGLISH_MONTHS)),
    "uk": (
        tuple("січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень".split()),
        tuple("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split()),
    ),
}

_LISTS: Final = frozenset(("endings", "second", "third", "roots"))
_NONE: Final[dict[str, Any]] = {
    "irregular": {}, "min": 3, "endings": "", "second": "", "third": "", "finals": (), "root_min": 4, "roots": "",
    "phonetic": (), "skip": "", "soft": "", "county": "", "city": "", "region": "", "street": "",
}  # fmt: skip
"""A table without any rule: what the file of a language leaves out."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: ``stem(word)`` of a folded word, ``skip`` are folded words that only connect."""

    lang: str
    rules: Language
    stem: Callable[[str], str]
    skip: frozenset[str]

    def shipped(self) -> dict[str, Any]:
        """Return what the browser needs of the language, as plain JSON data."""
        rules = self.rules.shipped()
        unused = ("county", "city", "region", "street")
        table = {name: value for name, value in rules.items() if name not in unused}
        # What all is about tells nothing: the region's own name weighs as little as a word of courtesy.
        table["soft"] = " ".join((*self.rules.soft, *self.rules.region))
        return {**table, "months": self.months()}

    def months(self) -> list[str]:
        """Return the folded forms of each month's name, January first, a line with spaces each."""
        forms = zip(*_MONTHS.get(self.lang, ((),)), strict=False)
        return [" ".join(dict.fromkeys(word for form in some for word in words(form))) for some in forms]


@cache
def tongue(lang: str) -> Tongue:
    """Return a language by its code; ``en-GB`` is English."""
    short = lang.partition("-")[0]
    if short == FIRST:
        return Tongue(short, language(), stemmer(language()), frozenset(language().skip))
    table = _FOLDER / f"{short}.yaml"
    raw = dict(_NONE, letters=language().letters)
    if table.is_file():
        raw |= yaml.load(table.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    rules = read_language({key: value.split() if key in _LISTS else value for key, value in raw.items()})
    return Tongue(short, rules, stemmer(rules), frozenset(rules.skip))
