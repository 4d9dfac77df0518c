"""Why data is no record.

The data walked beside the record's type, every fault in words that an office worker can act on.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec import inspect

from partnership.language import _
from partnership.nearest import nearest
from partnership.records import fields
from partnership.records.reading import Fault
from partnership.sources.strict_yaml import KeyPath

MAX_FAULTS = 200
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
        _choice(value, kind, path, faults)
    elif isinstance(kind, inspect.StrType):
        _text(value, kind, path, faults)
    elif isinstance(kind, inspect.IntType | inspect.FloatType):
        _number(value, kind, path, faults)
    elif isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            faults.append(
                Fault(
                    path,
                    "wrong-type",
                    _("“%(key)s” must be true or false", key=_name(path)),
                    _("write true or false, without quotes"),
                )
            )
    elif isinstance(kind, inspect.DateType):
        _day(value, path, faults)
    elif isinstance(kind, inspect.CustomType) and kind.cls is fields.Moment:
        _moment(value, path, faults)
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
            near = nearest(key, missing) or nearest(key, known)
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
    for shape, kinds in shapes:
        if isinstance(value, shape) and not isinstance(value, bool):
            fitting = [one for one in options if isinstance(one, kinds)]
            if fitting:
                _walk(value, fitting[0], path, faults)
                return
    lists = [one for one in options if isinstance(one, inspect.VarTupleType)]
    _walk(value, lists[0] if lists and not isinstance(value, int | float) else options[0], path, faults)


def _list(value: Any, kind: inspect.VarTupleType | inspect.ListType, path: KeyPath, faults: list[Fault]) -> None:
    if not isinstance(value, list):
        shown = _shown(value)
        faults.append(
            Fault(
                path,
                "wrong-type",
                _("“%(key)s” must be a list", key=_name(path)),
                _("write [%(value)s], or each item in a line of its own after “- ”", value=shown),
                suggestion=f"[{shown}]" if isinstance(value, str) else None,
            )
        )
        return
    if kind.min_length and len(value) < kind.min_length:
        faults.append(
            Fault(path, "too-short", _("“%(key)s” is an empty list", key=_name(path)), _("add at least one item"))
        )
    for number, item in enumerate(value):
        _walk(item, kind.item_type, (*path, number), faults)


def _choice(value: Any, kind: inspect.LiteralType, path: KeyPath, faults: list[Fault]) -> None:
    if isinstance(value, str) and value in kind.values:
        return
    options = [str(one) for one in kind.values]
    near = nearest(str(value), options) if isinstance(value, str) else None
    hint = (
        _("did you mean “%(near)s”?", near=near) if near else _("write one of: %(options)s", options=", ".join(options))
    )
    faults.append(
        Fault(
            path,
            "unknown-value",
            _("“%(value)s” is not possible as “%(key)s”", value=_shown(value), key=_name(path)),
            hint,
            False,
            near,
        )
    )


def _text(value: Any, kind: inspect.StrType, path: KeyPath, faults: list[Fault]) -> None:
    key = _name(path)
    if not isinstance(value, str):
        if isinstance(value, bool | int | float):
            shown = _shown(value)
            faults.append(
                Fault(
                    path,
                    "not-text",
                    _("“%(key)s” must be text, but without quotes this is a number or true/false", key=key),
                    _('put it in quotes: "%(value)s"', value=shown),
                    suggestion=f'"{shown}"',
                )
            )
        else:
            faults.append(
                Fault(path, "not-text", _("“%(key)s” must be text", key=key), _("write one text after the colon"))
            )
        return
    if kind.min_length and len(value) < kind.min_length:
        faults.append(
            Fault(path, "empty-value", _("“%(key)s” is empty", key=key), _("write a value or remove the line"))
        )
    elif kind.max_length and len(value) > kind.max_length:
        faults.append(
            Fault(
                path,
                "too-long",
                _(
                    "“%(key)s” has %(length)d characters, at most %(limit)d fit",
                    key=key,
                    length=len(value),
                    limit=kind.max_length,
                ),
                _("shorten it"),
            )
        )
    elif kind.pattern and not re.search(kind.pattern, value):
        if kind.pattern == _pattern(fields.ClockTime) and re.fullmatch(r"[0-9][:.][0-5][0-9]", value):
            suggestion = f'"0{value.replace(".", ":")}"'
            message = _("“%(value)s” does not have the form of “%(key)s”", value=value, key=key)
            faults.append(Fault(path, "wrong-form", message, _("write %(time)s", time=suggestion), False, suggestion))
            return
        faults.append(
            Fault(
                path,
                "wrong-form",
                _("“%(value)s” does not have the form of “%(key)s”", value=_shown(value), key=key),
                _form(kind.pattern),
            )
        )


def _form(pattern: str) -> str:
    """Return how a text of this pattern is to be written."""
    forms = {
        _pattern(fields.Id): _("use only small letters without Polish marks, digits and hyphens, e.g. pup-bochnia"),
        _pattern(fields.Slug): _("use only small letters without Polish marks, digits and single hyphens"),
        _pattern(fields.CountyCode): _('write four digits in quotes, e.g. "1201"'),
        _pattern(fields.Teryt): _('write two or four digits in quotes, e.g. "1201"'),
        _pattern(fields.Url): _("write the whole address, beginning with https://"),
        _pattern(fields.Email): _("write it as name@example.org"),
        _pattern(fields.Phone): _('write it in quotes, e.g. "12 345 67 89"'),
        _pattern(fields.PostalCode): _("write it as 32-700"),
        _pattern(fields.ClockTime): _('write it in quotes with two digits for the hour, e.g. "07:30"'),
        _pattern(fields.Language): _("write the code of the language, e.g. pl or en"),
        _pattern(fields.Period): _("write it as 2024, 2024-12 or 2024-12-31"),
    }
    return forms.get(pattern, _("compare it with another file of this kind"))


def _pattern(kind: Any) -> str:
    return str(kind.__metadata__[0].pattern)


def _number(value: Any, kind: inspect.IntType | inspect.FloatType, path: KeyPath, faults: list[Fault]) -> None:
    key = _name(path)
    whole = isinstance(kind, inspect.IntType)
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
        message = _("“%(key)s” must be a whole number", key=key) if whole else _("“%(key)s” must be a number", key=key)
        hint, suggestion = _("write digits only, without quotes, spaces or unit"), None
        if isinstance(value, str) and re.fullmatch(r"-?[0-9 \u00a0]+(?:[.,][0-9]+)?", value.strip()):
            suggestion = re.sub(r"[ \u00a0]", "", value).replace(",", ".")
            hint = _("write %(value)s: a decimal point, no quotes, no spaces", value=suggestion)
        faults.append(Fault(path, "not-number", message, hint, False, suggestion))
    elif (kind.ge is not None and value < kind.ge) or (kind.gt is not None and value <= kind.gt):
        faults.append(
            Fault(
                path,
                "too-small",
                _("“%(key)s” is too small: %(value)s", key=key, value=value),
                _("write at least %(limit)s", limit=kind.ge if kind.ge is not None else kind.gt),
            )
        )
    elif kind.le is not None and value > kind.le:
        faults.append(
            Fault(
                path,
                "too-large",
                _("“%(key)s” is too large: %(value)s", key=key, value=value),
                _("write at most %(limit)s", limit=kind.le),
            )
        )


def _day(value: Any, path: KeyPath, faults: list[Fault]) -> None:
    if isinstance(value, str):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return
    faults.append(_not_a_date(value, path))


def _moment(value: Any, path: KeyPath, faults: list[Fault]) -> None:
    if isinstance(value, str):
        try:
            fields.Moment.parse(value)
        except (ValueError, OverflowError):
            pass
        else:
            return
    faults.append(_not_a_date(value, path))


def _not_a_date(value: Any, path: KeyPath) -> Fault:
    shown = _shown(value)
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})(?: r\.?)?", shown.strip())
    suggestion = None
    if match:
        day, month, year = match.groups()
        try:
            suggestion = date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            suggestion = None
    hint = _("write %(date)s", date=suggestion) if suggestion else _("write year-month-day, e.g. 2026-11-24")
    return Fault(
        path, "not-a-date", _("“%(value)s” is not a date of the calendar", value=shown), hint, False, suggestion
    )


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
        _("“%(key)s” must hold fields of the form “name: value”", key=_name(path)),
        _("write them indented in the lines below"),
    )


def _name(path: KeyPath) -> str:
    """Return the key that the fault is about, for a list item the list's key."""
    for step in reversed(path):
        if isinstance(step, str):
            return step
    return "…"


def _shown(value: Any) -> str:
    """Return a value as the editor wrote it, shortened."""
    if value is None:
        text = ""
    elif isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, dict | list):
        text = "…"
    else:
        text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
