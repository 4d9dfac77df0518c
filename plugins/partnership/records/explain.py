"""Why data is no record.

The data walked beside the record's type, every fault in words that an office worker can act on.
"""

from __future__ import annotations

from typing import Any, Final

from msgspec import inspect

from partnership.language import _
from partnership.nearest import nearest
from partnership.records import fields
from partnership.records.explain_values import (
    as_written,
    explain_choice,
    explain_day,
    explain_moment,
    explain_number,
    explain_text,
    key_name,
)
from partnership.records.fault import Fault
from partnership.records.polish_values import meant_key
from partnership.sources.strict_yaml import KeyPath

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
        explain_text(value, kind, path, faults)
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
    elif isinstance(kind, inspect.DictType) and not isinstance(value, dict):
        faults.append(_not_mapping(value, path))


def _struct(value: Any, kind: inspect.StructType, path: KeyPath, faults: list[Fault], given: frozenset[str]) -> None:
    if not isinstance(value, dict):
        faults.append(_not_mapping(value, path))
        return
    known = {field.encode_name: field for field in kind.fields if field.encode_name not in given}
    for key in value:
        if key not in known:
            missing = [name for name in known if name not in value]
            near = meant_key(str(key), known) or nearest(key, missing) or nearest(key, known)
            hint = (
                _("did you mean “%(near)s”?", near=near)
                if near
                else _("remove it, or use one of: %(keys)s", keys=", ".join(known))
            )
            faults.append(
                Fault((*path, key), "unknown-key", _("“%(key)s” is not a known field here", key=key), hint, True, near)
            )
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
        elif field.required:
            faults.append(
                Fault(
                    path,
                    "missing-key",
                    _("The field “%(key)s” is missing", key=name),
                    _("add a line “%(key)s: …”", key=name),
                )
            )


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
        shown = as_written(value)
        if isinstance(value, str) and (not value.isascii() or not value.replace("-", "").isalpha()):
            shown = f'"{shown}"'  # digits, commas and colons mean something else without
        faults.append(
            Fault(
                path,
                "wrong-type",
                _("“%(key)s” must be a list", key=key_name(path)),
                _("write [%(value)s], or each item in a line of its own after “- ”", value=shown),
                suggestion=f"[{shown}]" if isinstance(value, str) and '"' not in value else None,
            )
        )
        return
    if kind.min_length and len(value) < kind.min_length:
        faults.append(
            Fault(path, "too-short", _("“%(key)s” is an empty list", key=key_name(path)), _("add at least one item"))
        )
    for number, item in enumerate(value):
        _walk(item, kind.item_type, (*path, number), faults)


def _not_mapping(value: Any, path: KeyPath) -> Fault:
    if not path:
        return Fault(
            (),
            "wrong-type",
            _("The file does not hold fields of the form “name: value”"),
            _("compare it with another file of this kind"),
        )
    return Fault(
        path,
        "wrong-type",
        _("“%(key)s” must hold fields of the form “name: value”", key=key_name(path)),
        _("write them indented in the lines below"),
    )
