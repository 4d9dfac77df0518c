"""Shapes of what a file holds, for the part of the editor that runs in the browser: plain data, to be sent as JSON.

A form knows less than a file: a list that may also be one word, a service that is an id or an object.  The shape says
how a value of the file becomes a value of the form and comes back, so that what nobody touched stays as it stands.
"""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]

TEXT: Shape = {"is": "text"}
NUMBER: Shape = {"is": "number"}
DATE: Shape = {"is": "date"}
TEXT_OR_NUMBER: Shape = {"is": "text-or-number"}


def moment(zone: str) -> Shape:
    """Return the shape of a day with or without a time, meant in the time zone."""
    return {"is": "moment", "zone": zone}


def flag(default: bool = False) -> Shape:
    """Return the shape of yes or no; the default need not stand in the file."""
    return {"is": "flag", "default": default}


def word(default: str = "") -> Shape:
    """Return the shape of a fixed word; the default need not stand in the file."""
    return {"is": "text", "default": default} if default else TEXT


def part(fields: dict[str, Shape], *, aligned: bool = False, open_keys: bool = False) -> Shape:
    """Return the shape of an object.

    ``aligned``: its lists follow those of another object by position, with holes; ``open_keys``: codes of languages
    may be keys beside the fields.
    """
    return {"is": "part", "fields": fields, "aligned": aligned, "open": open_keys}


def listed(of: Shape) -> Shape:
    """Return the shape of a list."""
    return {"is": "list", "of": of}


def one_or_list(of: Shape) -> Shape:
    """Return the shape of what is one value or a list of them; the form shows a list."""
    return {"is": "one-or-list", "of": of}


def short_or_part(key: str, of: Shape) -> Shape:
    """Return the shape of an object that is written as the value of ``key`` alone where it has nothing else."""
    return {"is": "short-or-part", "key": key, "of": of}


def word_or_list(fixed: str, flag_name: str, of: Shape) -> Shape:
    """Return the shape of a list or the word ``fixed``, which the form shows as a box ``flag_name`` to tick."""
    return {"is": "word-or-list", "word": fixed, "flag": flag_name, "of": of}


def by_id(key: str, of: Shape) -> Shape:
    """Return the shape of objects by an id, or by their place in a list; the form shows the id as the field ``key``."""
    return {"is": "by-id", "key": key, "of": of}


def pairs(of: Shape) -> Shape:
    """Return the shape of an object whose keys are words of the editor's own; the form shows a list of pairs."""
    return {"is": "pairs", "of": of}
