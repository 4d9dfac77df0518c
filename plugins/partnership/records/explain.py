"""Why data is no record.

The data walked beside the record's type, every fault in words that an office worker can act on.
"""

from __future__ import annotations

import re
from typing import Any, Final

from msgspec import inspect

from partnership.language import _
from partnership.records import fields
from partnership.records.explain_keys import unknown_key
from partnership.records.explain_times import explain_day, explain_moment
from partnership.records.explain_values import (
    as_written,
    explain_choice,
    explain_number,
    explain_text,
    key_name,
)
from partnership.records.fault import Fault
from partnership.records.intended import parts_of_list, pattern_of
from partnership.records.national import national
from partnership.records.texts import FIELD
from partnership.sources.scalars import plain_value
from partnership.sources.strict_yaml import KeyPath, quoted

MAX_FAULTS: Final = 200
"""Faults of one record that are told; more would only hide the first."""


def explain(data: Any, kind: type, given: frozenset[str] = frozenset(), reason: str = "") -> list[Fault]:
    """Return all faults of ``data`` as a record of ``kind``.

    At least one, ``reason`` being msgspec's own word for it.
    """
    faults: list[Fault] = []
    _walk(data, inspect.type_info(kind), (), faults, given)
    if not faults:
        faults.append(
            Fault(
                (),
                "invalid",
                _("The record is not valid (%(reason)s)", reason=reason),
                _("compare it with another file of this kind"),
            )
        )
    return faults[:MAX_FAULTS]


def _walk(
    value: Any, kind: inspect.Type, path: KeyPath, faults: list[Fault], given: frozenset[str] = frozenset()
) -> None:
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    if isinstance(kind, inspect.StructType):
        _struct(value, kind, path, faults, given)
    elif isinstance(kind, inspect.UnionType):
        _union(value, kind, path, faults)
    elif isinstance(kind, inspect.VarTupleType | inspect.ListType):
        _list(value, kind, path, faults)
    elif isinstance(kind, inspect.LiteralType):
        explain_choice(value, kind, path, faults)
    elif isinstance(kind, inspect.StrType):
        explain_text(value, national(kind), path, faults)
    elif isinstance(kind, inspect.IntType | inspect.FloatType):
        explain_number(value, kind, path, faults)
    elif isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            faults.append(
                Fault(
                    path,
                    "wrong-type",
                    _("“%(key)s” must be true or false", key=key_name(path)),
                    _("write true or false, without quotes"),
                )
            )
    elif isinstance(kind, inspect.DateType):
        explain_day(value, path, faults)
    elif isinstance(kind, inspect.CustomType) and kind.cls is fields.Moment:
        explain_moment(value, path, faults)
    elif isinstance(kind, inspect.DictType):
        _mapping(value, kind, path, faults)


def _struct(value: Any, kind: inspect.StructType, path: KeyPath, faults: list[Fault], given: frozenset[str]) -> None:
    if not isinstance(value, dict):
        faults.append(_not_mapping(value, path, kind))
        return
    hidden = given | {FIELD}
    known = {field.encode_name: field for field in kind.fields if field.encode_name not in hidden}
    gathered = FIELD if any(field.encode_name == FIELD for field in kind.fields) else None
    unknown = [unknown_key(key, value, known, kind.cls, path) for key in value if key not in known and key != gathered]
    faults.extend(unknown)
    misspelt = {fault.suggestion for fault in unknown}
    for name, field in known.items():
        if name in value:
            if value[name] is None and not _accepts_nothing(field.type):
                if field.required:
                    faults.append(
                        Fault(
                            (*path, name),
                            "empty-value",
                            _("“%(key)s” is empty", key=name),
                            _("write a value after the colon"),
                        )
                    )
                else:
                    faults.append(
                        Fault(
                            (*path, name),
                            "empty-value",
                            _("“%(key)s” is empty", key=name),
                            _("write a value after the colon or remove the line"),
                        )
                    )
                continue
            _walk(value[name], field.type, (*path, name), faults)
        elif field.required and name not in misspelt:
            faults.append(
                Fault(
                    path,
                    "missing-key",
                    _("The field “%(key)s” is missing", key=name),
                    _("add a line “%(key)s: …”", key=name),
                )
            )


def _mapping(value: Any, kind: inspect.DictType, path: KeyPath, faults: list[Fault]) -> None:
    """Explain a mapping whose keys are the editor's own, e.g. languages."""
    if not isinstance(value, dict):
        faults.append(_not_mapping(value, path))
        return
    for key, item in value.items():
        wrong: list[Fault] = []
        _walk(key, kind.key_type, (*path, key), wrong)
        faults.extend(Fault(fault.path, fault.code, fault.message, fault.hint, True) for fault in wrong)
        _walk(item, kind.value_type, (*path, key), faults)


def _accepts_nothing(kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    return isinstance(kind, inspect.UnionType) and any(isinstance(one, inspect.NoneType) for one in kind.types)


def _union(value: Any, kind: inspect.UnionType, path: KeyPath, faults: list[Fault]) -> None:
    """Explain a value of several possible kinds by the one that its own shape comes nearest to."""
    if value is None and _accepts_nothing(kind):
        return
    options = [
        one.type if isinstance(one, inspect.Metadata) else one
        for one in kind.types
        if not isinstance(one, inspect.NoneType)
    ]
    shapes: list[tuple[type | tuple[type, ...], tuple[type, ...]]] = [
        (dict, (inspect.StructType, inspect.DictType)),
        (list, (inspect.VarTupleType, inspect.ListType)),
        (str, (inspect.LiteralType, inspect.StrType, inspect.DateType, inspect.CustomType)),
        ((int, float), (inspect.IntType, inspect.FloatType)),
    ]
    lists = [one for one in options if isinstance(one, inspect.VarTupleType)]
    choices = [one for one in options if isinstance(one, inspect.LiteralType)]
    if lists and choices and isinstance(value, str) and not any(value in one.values for one in choices):
        # One word or a list: whoever wrote another word forgot the brackets, unless it comes near the word.
        found: list[Fault] = []
        explain_choice(value, choices[0], path, found)
        if found and found[0].suggestion:
            faults.extend(found)
        else:
            _list(value, lists[0], path, faults)
        return
    for shape, kinds in shapes:
        if isinstance(value, shape) and not isinstance(value, bool):
            fitting = [one for one in options if isinstance(one, kinds)]
            if fitting:
                _walk(value, fitting[0], path, faults)
                return
    _walk(value, lists[0] if lists and not isinstance(value, int | float) else options[0], path, faults)


def _list(value: Any, kind: inspect.VarTupleType | inspect.ListType, path: KeyPath, faults: list[Fault]) -> None:
    if not isinstance(value, list):
        faults.append(_not_list(value, kind, path))
        return
    if kind.min_length and len(value) < kind.min_length:
        faults.append(
            Fault(path, "too-short", _("“%(key)s” is an empty list", key=key_name(path)), _("add at least one item"))
        )
    for number, item in enumerate(value):
        _walk(item, kind.item_type, (*path, number), faults)


def _not_list(value: Any, kind: inspect.VarTupleType | inspect.ListType, path: KeyPath) -> Fault:
    message = _("“%(key)s” must be a list", key=key_name(path))
    item = _alternatives(kind.item_type)
    structs = [one for one in item if isinstance(one, inspect.StructType)]
    texts = [one for one in item if isinstance(one, inspect.StrType | inspect.LiteralType)]
    if structs and (isinstance(value, dict) or not texts):
        if isinstance(value, dict):
            hint = _("put “- ” before its first field and two more spaces before the others")
        else:
            hint = _("write in the lines below, two spaces in: %(lines)s", lines="- " + _fields_of(structs[0], value))
        return Fault(path, "wrong-type", message, hint)
    if isinstance(value, dict) or value is None:
        return Fault(path, "wrong-type", message, _("write each item in a line of its own after “- ”"))
    shown = as_written(value)
    suggestion = None
    if isinstance(value, int | float) and not isinstance(value, bool) and texts:
        shown = f'"{shown}"'
        suggestion = f"[{shown}]"
    elif isinstance(value, str):
        short = not any(isinstance(one, inspect.StrType) and (one.max_length or 0) > _SHORT for one in texts)
        items = parts_of_list(value) if short else [value]
        if any(isinstance(one, inspect.StrType) and one.pattern in _WITHOUT_BLANKS for one in texts):
            items = [one for item in items for one in item.split()]
        shown = ", ".join(_item(one) for one in items)
        suggestion = f"[{shown}]" if '"' not in value else None
    hint = _("write [%(value)s], or each item in a line of its own after “- ”", value=shown)
    return Fault(path, "wrong-type", message, hint, suggestion=suggestion)


_WITHOUT_BLANKS: Final = frozenset((pattern_of(fields.Language), pattern_of(fields.Id)))
"""Texts that have no blanks: one between words parts them."""

_SHORT: Final = 1000
"""Characters of the longest text that is a name rather than a sentence: commas in it part one from the next."""


def _item(text: str) -> str:
    """Return a text as an item of a list in brackets: digits, commas and colons mean something else without quotes."""
    shown = as_written(text)
    plain = shown.isascii() and shown.replace("-", "").isalpha()
    if not plain and all(char.isalpha() or char in " -" for char in shown):
        plain = plain_value(shown) == shown
    return shown if plain else f'"{shown}"'


def _alternatives(kind: inspect.Type) -> list[inspect.Type]:
    """Return the kinds that a value may be of, without their limits."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        return [one for option in kind.types for one in _alternatives(option)]
    return [kind]


def _fields_of(kind: inspect.StructType, value: Any) -> str:
    """Return the fields that a record inside a record must have, the first with the value that stood alone."""
    needed = [field.encode_name for field in kind.fields if field.required] or [kind.fields[0].encode_name]
    first = f"{needed[0]}: {quoted(value) if isinstance(value, str) else as_written(value) or '…'}"
    return "; ".join([first, *(f"{name}: …" for name in needed[1:])])


def _not_mapping(value: Any, path: KeyPath, kind: inspect.StructType | None = None) -> Fault:
    if not path:
        return Fault(
            (),
            "wrong-type",
            _("The file does not hold fields of the form “name: value”"),
            _("compare it with another file of this kind"),
        )
    message = _("“%(key)s” must hold fields of the form “name: value”", key=key_name(path))
    if isinstance(value, str) and (glued := _GLUED.match(value)):
        hint = _("write in the line below, two spaces in: %(lines)s", lines=f"{glued.group(1)}: {glued.group(2)}")
    elif kind is not None and not isinstance(value, list):
        hint = _("write in the lines below, two spaces in: %(lines)s", lines=_fields_of(kind, value))
    else:
        hint = _("write them indented in the lines below, without “- ”")
    return Fault(path, "wrong-type", message, hint)


_GLUED: Final = re.compile(r"([^\W\d][\w-]*):(?!//)(\S.*)\Z", re.DOTALL)
"""A field whose colon has no space after it."""
