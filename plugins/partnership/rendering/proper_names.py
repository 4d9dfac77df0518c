"""Names of people, streets and towns, which no translation has: on a page in another script they say their language.

Whoever reads aloud a page in Greek would spell „Długa” otherwise, and on a page from right to left „Długa 9” would turn
round.  In one's own script a name is a name, whatever its language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Any

from partnership.locales.formats import script_of
from partnership.locales.marks import OPENS, marked

LATIN = "Latn"


def make_proper_names(lang: str, first: str) -> tuple[Callable[[Any], Any], Callable[[Any], str]]:
    """Return two filters for pages in ``lang`` of a site whose records are written in ``first``.

    One marks a name as written in that language, the other returns its code; both leave names in the page's own script
    as they are.
    """
    if lang == first or script_of(lang) == script_of(first):
        return _as_it_is, _of_none
    return partial(_marked, first=first), partial(_tongue, first=first)


def _as_it_is(name: Any) -> Any:
    return name


def _of_none(_name: Any) -> str:
    return ""


def _tongue(name: Any, first: str) -> str:
    """Return ``first`` for a name in its script; of another script's, or a marked one, it says nothing."""
    text = str(name)
    if OPENS in text:
        return ""
    latin = {unicodedata.name(char, "").startswith("LATIN ") for char in text if char.isalpha()}
    return first if latin == {script_of(first) == LATIN} else ""


def _marked(name: Any, first: str) -> Any:
    return marked(str(name), first) if _tongue(name, first) else name
