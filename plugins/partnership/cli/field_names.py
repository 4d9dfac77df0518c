"""What the browser editor calls the field in which a problem stands, for comments that people without files read."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import Meta

from partnership.editor.wording import wording
from partnership.kinds.registry import data_kind, fronts
from partnership.problems import Problem
from partnership.records.texts import CODES
from partnership.settings import Settings
from partnership.sources import front_matter, strict_yaml
from partnership.sources.strict_yaml import KeyPath, Positions, YamlMistakes
from partnership.sources.text import Unreadable, read_text


def field_name(problem: Problem, settings: Settings) -> str:
    """Return the field's name in the form, in the language of now; "" where the place belongs to no single field."""
    type_ = _type_of(problem.path, settings)
    place = _place(problem) if type_ is not None and (problem.line, problem.column) != (1, 1) else ()
    description = ""
    for step in place:
        if isinstance(step, int) or (step in CODES and step not in _fields(type_)):
            continue  # an entry of a list, or the same fields in another language
        known = _fields(type_).get(step)
        if known is None:
            return ""
        description, type_ = known
    return wording(description).label if description else ""


def _type_of(path: str, settings: Settings) -> Any:
    """Return the type of the records or of the head of a file; None for any other file."""
    content, data = f"{settings.content}/", f"{settings.data}/"
    if path.startswith(content) and path.endswith(".md"):
        return fronts(settings.kinds).get(path.removeprefix(content).partition("/")[0])
    if path.startswith(data) and path.endswith(".yaml"):
        found = data_kind(path.removeprefix(data))
        return found[0].type if found is not None else None
    return None


def _place(problem: Problem) -> KeyPath:
    """Return the keys that lead to the place of a problem; none where the file cannot be read or it is below a head."""
    positions = Positions()
    try:
        text, first_line = read_text(problem.path), 1
        if problem.path.endswith(".md"):
            parts = front_matter.split(text)
            text, first_line = parts.head, parts.head_line
        if problem.line >= first_line + text.count("\n") + 1:
            return ()
        strict_yaml.load(text, positions, first_line)
    except (Unreadable, YamlMistakes):
        return ()
    wanted = (problem.line, problem.column)
    found = [(place, path) for known in (positions.keys, positions.values) for path, place in known.items()]
    before = [(place, len(path), path) for place, path in found if place <= wanted and place[0] == problem.line]
    return max(before, key=lambda one: one[:2])[2] if before else ()


def _fields(type_: Any) -> dict[str, tuple[str, Any]]:
    """Return the keys of a record or part, each with its description and the type of what lies in it."""
    if not (isinstance(type_, type) and issubclass(type_, msgspec.Struct)):
        return {}
    return {one.encode_name: _described(one.type) for one in msgspec.structs.fields(type_)}


def _described(annotation: Any) -> tuple[str, Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        told = [one.description for one in annotation.__metadata__ if isinstance(one, Meta) and one.description]
        inside = _described(annotation.__origin__)
        return (told[-1] if told else inside[0]), inside[1]
    if origin in (Union, types.UnionType, tuple):
        inner = [_described(one) for one in get_args(annotation)]
        description = next((one[0] for one in inner if one[0]), "") if origin is not tuple else ""
        return description, next((one[1] for one in inner if isinstance(one[1], type)
                                  and issubclass(one[1], msgspec.Struct)), None)  # fmt: skip
    return "", annotation
