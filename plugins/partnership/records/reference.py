"""A page in Markdown that names every key of every file, made from the schemas and the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from partnership.records.content import Front
from partnership.records.files import DataKind
from partnership.records.schema import schemas

_KEPT_BY_PROGRAM: Final = frozenset(("path", "line", "wrong"))
"""Fields of a row of a table that are no columns of it."""

LONGEST_PATTERN: Final = 40
"""Signs of a regular expression up to which it tells anybody anything."""

_WRITTEN_BY_PROGRAM: Final = frozenset(("translations",))
"""Tables that only a task writes."""


def reference(records: Mapping[str, DataKind], tables: Mapping[str, DataKind], heads: Mapping[str, type[Front]]) -> str:
    """Return the page: a section for each kind of records, of tables and of heads of texts, by name, in English."""
    made = schemas(records, heads, "en")
    lines = [
        "# Every key of every file",
        "",
        "Written by `python3 tasks.py schemas` from the records themselves. A key in **bold** must be there; others",
        "may be left out. “Part” means keys of its own, in a table below the one that names it. Editors' programs read",
        "this from the schemas beside the page; `python3 tasks.py check` tells what is wrong, with line and column.",
        "",
    ]
    for name, kind in records.items():
        lines += [f"## `data/{kind.path}`", "", *_about(kind.type), *_tables(made[name])]
    for name, kind in tables.items():
        if name not in _WRITTEN_BY_PROGRAM:
            lines += [f"## `data/{kind.path}`", "", *_about(kind.type), *_columns(kind.type)]
    for name, head in heads.items():
        lines += [f"## Head of {name}", "", *_about(head), *_tables(made[name])]
    return "\n".join(lines).rstrip() + "\n"


def _about(kind: type) -> list[str]:
    """Return the first sentence of what the code says of a type, as a paragraph."""
    said = (kind.__doc__ or "").strip().split("\n\n")[0].replace("``", "`")
    return [" ".join(said.split()), ""]


def _tables(schema: dict[str, Any]) -> Iterator[str]:
    """Yield a table of the keys of a file, and one for each part in it."""
    parts: dict[str, Any] = schema["$defs"]
    first = schema.get("$ref") or schema["items"]["$ref"]
    todo, seen = [_named(first)], {_named(first)}
    while todo:
        name = todo.pop(0)
        part = parts[name]
        if "properties" not in part:
            continue
        if name != _named(first):
            yield from (f"**Part {name}**", "")
        yield from _table(part)
        for one in _parts_in(part["properties"]):
            if one not in seen and one in parts:
                seen.add(one)
                todo.append(one)


def _table(part: dict[str, Any]) -> Iterator[str]:
    yield from ("| key | what it says | what may stand there |", "| --- | --- | --- |")
    must = part.get("required", ())
    for key, value in part["properties"].items():
        shown = f"**`{key}`**" if key in must else f"`{key}`"
        yield f"| {shown} | {_cell(value.get('description', ''))} | {_cell(_form(value))} |"
    yield ""


def _columns(kind: type) -> Iterator[str]:
    """Yield a table of the columns of a table in CSV."""
    _references, components = msgspec.json.schema_components([kind])
    part = components[kind.__name__]
    part["properties"] = {key: one for key, one in part["properties"].items() if key not in _KEPT_BY_PROGRAM}
    yield f"The first line is `{','.join(part['properties'])}`."
    yield ""
    yield from _table(part)


def _parts_in(node: Any) -> Iterator[str]:
    """Yield the names of the parts that a schema refers to, in order."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield _named(node["$ref"])
        for value in node.values():
            yield from _parts_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from _parts_in(value)


def _form(value: dict[str, Any]) -> str:
    """Return in words what may stand at a key."""
    if "$ref" in value:
        return f"part {_named(value['$ref'])}"
    if "anyOf" in value:
        forms = [_form(one) for one in value["anyOf"] if one.get("type") != "null"]
        return ", or ".join(dict.fromkeys(forms))
    if "enum" in value:
        return " or ".join(f"`{one}`" for one in value["enum"])
    kind = value.get("type")
    if kind == "array":
        return f"list: {_form(value.get('items', {}))}"
    if kind == "object":
        inner = value.get("additionalProperties")
        return f"names of your own, each with {_form(inner)}" if isinstance(inner, dict) and inner else "any keys"
    if kind in ("integer", "number"):
        low, high = value.get("minimum"), value.get("maximum")
        bounds = f" from {low} to {high}" if low is not None and high is not None else ""
        return ("whole number" if kind == "integer" else "number") + bounds
    if kind == "boolean":
        return "`true` or `false`"
    if value.get("format") == "date":
        return "day: `2026-11-29`"
    pattern = value.get("pattern", "")
    told = pattern not in ("", r"\S") and len(pattern) <= LONGEST_PATTERN and "`" not in pattern
    return f"text of the form `{pattern}`" if told else "text"


def _named(reference: str) -> str:
    return reference.rpartition("/")[2]


def _cell(text: str) -> str:
    """Return a text as a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
