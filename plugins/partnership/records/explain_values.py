"""Why a single value is not what its key wants: texts, numbers, choices and dates."""

from __future__ import annotations

import re
from typing import Any

from msgspec import inspect

from partnership.language import _
from partnership.nearest import nearest
from partnership.records import fields
from partnership.records.fault import Fault
from partnership.records.intended import intended, pattern_of
from partnership.records.meant_numbers import meant_number
from partnership.records.polish_values import meant_choice
from partnership.sources.characters import oddities
from partnership.sources.strict_yaml import KeyPath


def explain_choice(value: Any, kind: inspect.LiteralType, path: KeyPath, faults: list[Fault]) -> None:
    """Tell a value that is none of the possible ones."""
    if isinstance(value, str) and value in kind.values:
        return
    if isinstance(value, dict | list):
        wanted = ", ".join(str(one) for one in kind.values)
        message = _("“%(key)s” must be one word", key=key_name(path))
        faults.append(Fault(path, "wrong-type", message, _("write one of: %(options)s", options=wanted)))
        return
    options = [str(one) for one in kind.values]
    near = (meant_choice(value, options) or nearest(value, options)) if isinstance(value, str) else None
    hint = (
        _("did you mean “%(near)s”?", near=near) if near else _("write one of: %(options)s", options=", ".join(options))
    )
    faults.append(
        Fault(
            path,
            "unknown-value",
            named(_("“%(value)s” is not possible as “%(key)s”", value=as_written(value), key=key_name(path)), value),
            hint,
            False,
            near,
        )
    )


def explain_text(value: Any, kind: inspect.StrType, path: KeyPath, faults: list[Fault]) -> None:
    """Tell a text that is no text, or not of the form that its key wants."""
    key = key_name(path)
    if not isinstance(value, str):
        if isinstance(value, bool | int | float):
            shown = as_written(value)
            if kind.pattern and not isinstance(value, bool) and not re.search(kind.pattern, shown):
                shown = intended(kind.pattern, shown) or shown
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
    if kind.min_length and not value.strip():
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
        message = _("“%(value)s” does not have the form of “%(key)s”", value=as_written(value), key=key)
        suggestion = intended(kind.pattern, value)
        hint = _form(kind.pattern)
        if suggestion is not None:
            if kind.pattern in _IN_QUOTES:
                suggestion = f'"{suggestion}"'
            hint = _("write %(value)s", value=suggestion)
        faults.append(Fault(path, "wrong-form", named(message, value), hint, False, suggestion))


def named(message: str, value: Any) -> str:
    """Return a message with the names of the characters in ``value`` that look like others, or like nothing."""
    names = oddities(value) if isinstance(value, str) else []
    return f"{message} ({', '.join(names)})" if names else message


def _form(pattern: str) -> str:
    """Return how a text of this pattern is to be written."""
    forms = {
        pattern_of(fields.Id): _("use only the small letters a to z, digits and hyphens, e.g. office-1"),
        pattern_of(fields.Slug): _("use only the small letters a to z, digits and single hyphens"),
        pattern_of(fields.PolishCountyCode): _('write four digits in quotes, e.g. "0201"'),
        pattern_of(fields.PolishTeryt): _('write two or four digits in quotes, e.g. "0201"'),
        pattern_of(fields.CountyCode): _("write letters, digits, full stops and hyphens in quotes"),
        pattern_of(fields.RegionCode): _("write letters, digits, full stops and hyphens in quotes"),
        pattern_of(fields.Teryt): _("write letters, digits, full stops and hyphens in quotes"),
        pattern_of(fields.Phone): _("write digits and spaces in quotes, with the country's number first"),
        pattern_of(fields.PostalCode): _("write letters, digits, spaces and hyphens in quotes"),
        pattern_of(fields.Host): _("write the name of a domain, e.g. example.org"),
        pattern_of(fields.Url): _("write the whole address, beginning with https://"),
        pattern_of(fields.UrlOrMail): _("write https://… or mailto:name@example.org"),
        pattern_of(fields.Country): _("write the two small letters of the country, e.g. pl"),
        pattern_of(fields.Email): _("write it as name@example.org"),
        pattern_of(fields.PolishPhone): _('write it in quotes, e.g. "12 345 67 89"'),
        pattern_of(fields.PolishPostalCode): _("write it as 32-700"),
        pattern_of(fields.ClockTime): _('write it in quotes with two digits for the hour, e.g. "07:30"'),
        pattern_of(fields.Language): _("write the code of one language, e.g. pl or en"),
        pattern_of(fields.Period): _("write it as 2024, 2024-12 or 2024-12-31"),
    }
    return forms.get(pattern, _("compare it with another file of this kind"))


_IN_QUOTES = frozenset(
    pattern_of(kind)
    for kind in (
        *(fields.CountyCode, fields.RegionCode, fields.Teryt, fields.Phone, fields.PostalCode),
        *(fields.ClockTime, fields.Period),
        *(fields.PolishCountyCode, fields.PolishTeryt, fields.PolishPhone, fields.PolishPostalCode),
    )
)
"""Texts of digits: without quotation marks they may be numbers."""


def explain_number(value: Any, kind: inspect.IntType | inspect.FloatType, path: KeyPath, faults: list[Fault]) -> None:
    """Tell a number that is none, or out of its range."""
    key = key_name(path)
    whole = isinstance(kind, inspect.IntType)
    if isinstance(value, bool) or not isinstance(value, int if whole else (int, float)):
        message = _("“%(key)s” must be a whole number", key=key) if whole else _("“%(key)s” must be a number", key=key)
        hint, suggestion = _("write digits only, without quotes, spaces or unit"), None
        if isinstance(value, str) and (suggestion := meant_number(value)) is not None:
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


def key_name(path: KeyPath) -> str:
    """Return the key that the fault is about, for a list item the list's key."""
    for step in reversed(path):
        if isinstance(step, str):
            return step
    return "…"


def as_written(value: Any) -> str:
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
