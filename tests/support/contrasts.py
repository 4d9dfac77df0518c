"""Contrasts that axe cannot tell."""

from __future__ import annotations

from typing import Any


def undecided_contrasts(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rules about contrast that axe left open, each with its elements."""
    return [rule for rule in found["incomplete"] if rule["id"] == "color-contrast" and rule["nodes"]]
