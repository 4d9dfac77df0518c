"""What the browser editor calls the field in which a problem stands, for comments that people without files read."""

from __future__ import annotations

from typing import Any

from msgspec import inspect

from partnership.editor.record_types import described, part_in
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
    if type_ is None or (problem.line, problem.column) == (1, 1):
        return ""
    part, description = part_in(inspect.type_info(type_)), ""
    for step in _place(problem):
        if isinstance(step, int) or (step in CODES and step not in _fields(part)):
            continue  # an entry of a list, or the same fields in another language
        known = _fields(part).get(step)
        if known is None:
            return ""
        description, part = described(known)[1], part_in(known)
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


def _fields(part: inspect.StructType | None) -> dict[str, inspect.Type]:
    """Return the keys of a record or part with the types of what lies in them."""
    return {one.encode_name: one.type for one in part.fields} if part is not None else {}
