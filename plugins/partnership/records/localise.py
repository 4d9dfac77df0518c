"""A record in another language: translated texts in place, all others marked as those of the first language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from partnership.language import is_known
from partnership.locales.marks import marked, unmarked
from partnership.records.texts import FIELD, FORMS, MAY_STAY, OF_ITS_OWN, of_entry, text_fields
from partnership.sources.strict_yaml import KeyPath

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


class RecordText(NamedTuple):
    """One text of a record: where its translation stands (from the record's own place), the original, and it."""

    place: KeyPath
    original: str
    translation: str | None


def texts_in(record: msgspec.Struct, lang: str) -> Iterator[RecordText]:
    """Yield every text of a record with its translation into a language, None where there is none.

    Left out are lists that each language has of its own, and what may stay as it is where it does.
    """
    known: dict[str, Any] = getattr(record, FIELD, {})
    return _texts(record, known.get(lang), lang, (), (lang,))


def counted(record: msgspec.Struct, lang: str) -> tuple[int, int]:
    """Return how many texts of a record have no translation into ``lang``, and how many texts it has."""
    found = [one.translation is None for one in texts_in(record, lang)]
    return found.count(True), len(found)


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
    given = _with_forms(type(part), texts, lang) if isinstance(texts, dict) else {}
    changes: dict[str, Any] = {}
    for name, strings in text_fields(type(part)).items():
        value = getattr(part, name)
        if (type(part).__name__, name) in OF_ITS_OWN and isinstance(given.get(name), list):
            shown = tuple(given[name])
        else:
            shown = _shown(value, given.get(name), strings, lang, first)
        if shown is not value:
            changes[name] = shown
    return msgspec.structs.replace(part, **changes) if changes else part


def _with_forms(kind: type, given: dict[str, Any], lang: str) -> dict[str, Any]:
    """Return the texts of a translation, the name in the place of its forms in a language without use for them.

    Else the form of another language would stand in the sentence.
    """
    if is_known(lang):
        return given
    forms = {form: given[name] for (of, form), name in FORMS.items() if of == kind.__name__ and name in given}
    return forms | given


def _shown(value: Any, given: Any, strings: bool, lang: str, first: str) -> Any:
    if isinstance(value, str):
        if not strings:
            return value
        return given if isinstance(given, str) and given.strip() else marked(value, first)
    if isinstance(value, tuple):
        return tuple(
            [_shown(one, of_entry(given, place, one)[1], strings, lang, first) for place, one in enumerate(value)]
        )
    if not isinstance(value, msgspec.Struct):
        return value
    return localised(value, lang, first) if hasattr(value, FIELD) else _overlay(value, given, lang, first)


def _texts(part: msgspec.Struct, texts: Any, lang: str, own: KeyPath, place: KeyPath) -> Iterator[RecordText]:
    """Yield the texts of a record or part at ``own``, whose translations stand at ``place``."""
    given = texts if isinstance(texts, dict) else {}
    for name, strings in text_fields(type(part)).items():
        field = type(part).__name__, name
        if field in OF_ITS_OWN or (field in MAY_STAY and name not in given):
            continue
        if field in FORMS and name not in given and not is_known(lang):
            continue
        yield from _texts_in(getattr(part, name), given.get(name), strings, lang, (*own, name), (*place, name))


def _texts_in(value: Any, given: Any, strings: bool, lang: str, own: KeyPath, place: KeyPath) -> Iterator[RecordText]:
    if isinstance(value, str):
        if strings and value.strip():
            yield RecordText(place, value, given if isinstance(given, str) and given.strip() else None)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            key, inner = of_entry(given, number, one)
            yield from _texts_in(one, inner, strings, lang, (*own, number), (*place, key))
    elif isinstance(value, msgspec.Struct):
        known = getattr(value, FIELD, None)
        if known is not None:
            yield from _texts(value, known.get(lang), lang, own, (*own, lang))
        else:
            yield from _texts(value, given, lang, own, place)
