"""The JSON Schemas that editors' programs use: as the records are now, in Polish, and true of the site's own files."""

from __future__ import annotations

from typing import Any

import pytest

from partnership.records.schema import schema_bytes, schemas
from tests.support.commands import PROJECT


@pytest.mark.parametrize("name", sorted(schemas()))
def test_stored_schema_is_fresh(name: str) -> None:
    """``schemas/`` holds what the records say now; ``python3 tasks.py schemas`` writes it."""
    stored = (PROJECT / "schemas" / f"{name}.schema.json").read_bytes()
    assert stored == schema_bytes(schemas()[name]), "run: python3 tasks.py schemas"


def test_no_schema_is_left_over() -> None:
    """Every stored schema belongs to a kind of file."""
    assert {path.name for path in (PROJECT / "schemas").iterdir()} == {f"{name}.schema.json" for name in schemas()}


def test_every_property_is_described() -> None:
    """Whoever completes a key sees what it means."""
    bare = [
        f"{name}: {key}"
        for name, one in schemas().items()
        for key, value in _properties(one)
        if "description" not in value
    ]
    assert bare == []


def _properties(node: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    if isinstance(node, dict):
        found += list(node.get("properties", {}).items()) if isinstance(node.get("properties"), dict) else []
        for value in node.values():
            found += _properties(value)
    elif isinstance(node, list):
        for value in node:
            found += _properties(value)
    return found
