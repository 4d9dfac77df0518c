"""The types of records as forms and messages about them look at them: what a key is called and what may lie in it."""

from __future__ import annotations

from msgspec import inspect


def described(kind: inspect.Type) -> tuple[inspect.Type, str]:
    """Return a field's type and its description."""
    description = ""
    while isinstance(kind, inspect.Metadata):
        description = description or str((kind.extra_json_schema or {}).get("description", ""))
        kind = kind.type
    return kind, description


def members_of(kind: inspect.Type) -> list[inspect.Type]:
    """Return the types that a value may have."""
    kind, _description = described(kind)
    if isinstance(kind, inspect.UnionType):
        return [inner for one in kind.types for inner in members_of(one)]
    return [kind]


def part_in(kind: inspect.Type) -> inspect.StructType | None:
    """Return the record or part that a value is, or that the entries of a list are; None where it has no keys."""
    for one in members_of(kind):
        if isinstance(one, inspect.StructType):
            return one
        if isinstance(one, inspect.VarTupleType | inspect.ListType) and (inner := part_in(one.item_type)) is not None:
            return inner
    return None
