"""A record in another language: translated texts in place, all others marked as those of the first language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from partnership.locales.marks import marked, unmarked
from partnership.records.texts import FIELD, text_fields

T = TypeVar("T", bound=msgspec.Struct)


def localised(record: T, lang: str, first: str) -> T:
    """Return ``record`` in ``lang``; ``first`` is the language in which it is written.

    Where it is not translated its texts stay, marked as ``first``.  Its translations then hold the original instead
    of what is in place, so that a search finds both.
    """
    known: dict[str, Any] = getattr(record, FIELD, {})
    shown = _overlay(record, known.get(lang), lang, first)
    if not hasattr(record, FIELD):
        return shown
    original = {
        name: msgspec.to_builtins(getattr(record, name)) for name, own in text_fields(type(record)).items() if own
    }
    others = {code: texts for code, texts in known.items() if code != lang}
    return msgspec.structs.replace(shown, **{FIELD: {**others, first: original}})


def counted(record: msgspec.Struct, lang: str) -> tuple[int, int]:
    """Return how many texts of a record have no translation into ``lang``, and how many texts it has."""
    known: dict[str, Any] = getattr(record, FIELD, {})
    found = list(_texts(record, known.get(lang), lang))
    return found.count(False), len(found)


def plain(record: T) -> T:
    """Return a record without any marks in its texts, for what is no page."""
    changes: dict[str, Any] = {}
    for name in text_fields(type(record)):
        value = getattr(record, name)
        shown = _plain(value)
        if shown is not value:
            changes[name] = shown
    return msgspec.structs.replace(record, **changes) if changes else record


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return unmarked(value)
    if isinstance(value, tuple):
        return tuple([_plain(one) for one in value])
    return plain(value) if isinstance(value, msgspec.Struct) else value


def _overlay(part: T, texts: Any, lang: str, first: str) -> T:
    given = texts if isinstance(texts, dict) else {}
    changes: dict[str, Any] = {}
    for name, strings in text_fields(type(part)).items():
        value = getattr(part, name)
        shown = _shown(value, given.get(name), strings, lang, first)
        if shown is not value:
            changes[name] = shown
    return msgspec.structs.replace(part, **changes) if changes else part


def _shown(value: Any, given: Any, strings: bool, lang: str, first: str) -> Any:
    if isinstance(value, str):
        if not strings:
            return value
        return given if isinstance(given, str) and given.strip() else marked(value, first)
    if isinstance(value, tuple):
        by_place = given if isinstance(given, list) else []
        return tuple(
            [
                _shown(one, by_place[place] if place < len(by_place) else None, strings, lang, first)
                for place, one in enumerate(value)
            ]
        )
    if not isinstance(value, msgspec.Struct):
        return value
    return localised(value, lang, first) if hasattr(value, FIELD) else _overlay(value, given, lang, first)


def _texts(part: msgspec.Struct, texts: Any, lang: str) -> Iterator[bool]:
    """Yield for each text of a record or part whether it is translated."""
    given = texts if isinstance(texts, dict) else {}
    for name, strings in text_fields(type(part)).items():
        yield from _texts_in(getattr(part, name), given.get(name), strings, lang)


def _texts_in(value: Any, given: Any, strings: bool, lang: str) -> Iterator[bool]:
    if isinstance(value, str):
        if strings and value.strip():
            yield isinstance(given, str) and bool(given.strip())
    elif isinstance(value, tuple):
        by_place = given if isinstance(given, list) else []
        for place, one in enumerate(value):
            yield from _texts_in(one, by_place[place] if place < len(by_place) else None, strings, lang)
    elif isinstance(value, msgspec.Struct):
        known = getattr(value, FIELD, None)
        yield from _texts(value, known.get(lang) if known is not None else given, lang)
