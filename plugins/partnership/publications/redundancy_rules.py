"""The rules of redundancies as the planner reads them: ``/zwolnienia/zasady.json``, one object, with its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Publication
from partnership.language import package_translator
from partnership.locales.formats import calendar_words
from partnership.publications.redundancy_sentences import sentences
from partnership.records.redundancies import Redundancies
from partnership.settings import Settings

FORMAT: Final = 1
_OWN: Final = frozenset(("owner", "review_after_months", "translations"))
"""Keys of the file that say nothing to a planner."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the file where there are rules."""
    if catalogue.redundancies is not None:
        counties = tuple((one.teryt, one.name) for one in catalogue.counties)
        inputs = (catalogue.redundancies, counties, catalogue.lang)
        yield Publication(addresses.of("redundancy_rules"), make_rules, inputs)


def make_rules(rules: Redundancies, counties: tuple[tuple[str, str], ...], lang: str) -> bytes:
    """Return the rules as JSON: the file's content, names of counties by code, sentences, names of days and months."""
    months, weekdays = calendar_words(lang)
    return msgspec.json.encode(
        {
            "version": FORMAT,
            "lang": lang,
            **{key: value for key, value in _said(msgspec.to_builtins(rules)).items() if key not in _OWN},
            "counties": dict(counties),
            "calendar": {
                "months": months,
                "weekdays": weekdays,
            },
            "messages": sentences(package_translator(lang).gettext),
        }
    )


def _said(value: Any) -> Any:
    """Return plain data without what nobody filled in and without other languages."""
    if isinstance(value, dict):
        return {key: _said(one) for key, one in value.items() if one is not None and key != "translations"}
    if isinstance(value, list | tuple):
        return [_said(one) for one in value]
    return value
