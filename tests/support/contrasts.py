"""Contrasts that axe cannot tell, without those that are no question."""

from __future__ import annotations

from typing import Any


def undecided_contrasts(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rules about contrast that axe left open, each with the elements that remain.

    The rim of a drawing's figure is the ground under the same words: only those on top are read, and they are measured.
    """
    left = []
    for rule in found["incomplete"]:
        nodes = [node for node in rule["nodes"] if "chart-rim" not in node["html"]]
        if rule["id"] == "color-contrast" and nodes:
            left.append({**rule, "nodes": nodes})
    return left
