"""Languages of the search: each has folding, stems and words that only connect, from one table for Python and browser.

Polish is the finder's own table, and what a file here has besides.  Another language has a file of the same form;
letters are folded alike in all, so that «стажування» and „staż” meet.  A language without a table is searched by whole
words.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.finder.folding import words
from partnership.finder.language import Language, language, read_language
from partnership.finder.stemming import plain_stemmer
from partnership.polish.dates import GENITIVE, LOCATIVE, NOMINATIVE

FIRST: Final = "pl"
"""The language whose table is the finder's."""

_FOLDER: Final = Path(__file__).parent
_LISTS: Final = frozenset(("endings", "second", "third", "roots"))
_NONE: Final[dict[str, Any]] = {
    **dict.fromkeys(Language.__struct_fields__, ""), "irregular": {}, "min": 3, "root_min": 4,
}  # fmt: skip
"""A table without any rule: what the file of a language leaves out."""

_SHIPPED: Final = (
    "letters", "irregular", "min", "endings", "second", "third", "finals", "rootMin", "roots", "phonetic", "skip",
)  # fmt: skip
"""Rules that the browser needs to fold and stem."""


class Tongue(msgspec.Struct, frozen=True):
    """One language: ``stem(word)`` of a folded word, ``skip`` are folded words that only connect.

    ``months`` are the forms of each month's name, January first, folded, with spaces between; ``short`` are folded
    words that people cut short, each with what it stands for, folded, with spaces between.
    """

    lang: str
    rules: Language
    stem: Callable[[str], str]
    skip: frozenset[str]
    months: tuple[str, ...]
    short: dict[str, str]

    def shipped(self, own_region: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return what the browser needs of the language, as plain JSON data.

        ``own_region`` are the folded words that name the site's own region.
        """
        rules = self.rules.shipped(own_region)
        # What all is about tells nothing: the region's own name weighs as little as a word of courtesy.
        words = f"{rules['soft']} {rules['region']} {' '.join(own_region)}".split()
        soft = " ".join(dict.fromkeys(words))
        return {**{name: rules[name] for name in _SHIPPED}, "soft": soft, "months": self.months, "short": self.short}


@cache
def tongue(lang: str) -> Tongue:
    """Return a language by its code; ``en-GB`` is English."""
    code = lang.partition("-")[0]
    table = _FOLDER / f"{code}.yaml"
    raw = dict(_NONE, letters=language().letters)
    if code.isalpha() and table.is_file():
        import yaml  # not at the top: builds that look up no word need no table

        raw |= yaml.load(table.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    short = {"".join(words(key)): " ".join(words(stands)) for key, stands in raw.pop("short", {}).items()}
    if code == FIRST:
        rules, months = language(), _polish_months()
    else:
        months = tuple(" ".join(words(line)) for line in raw.pop("months", ()))
        rules = read_language({key: value.split() if key in _LISTS and value else value for key, value in raw.items()})
    return Tongue(code, rules, plain_stemmer(rules), frozenset(rules.skip), months, short)


def _polish_months() -> tuple[str, ...]:
    """Return the forms of each month's name in one text."""
    return tuple(
        " ".join(dict.fromkeys(word for form in forms for word in words(form)))
        for forms in zip(NOMINATIVE, GENITIVE, LOCATIVE, strict=True)
    )
