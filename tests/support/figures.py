"""Figures for small sites: indicators, a source, and rows of the one table."""

from __future__ import annotations

from typing import Any

from tests.support.site import Site

HEAD = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"

RATE = {
    "id": "unemployment-rate",
    "name": "Stopa bezrobocia",
    "unit": "%",
    "decimals": 1,
    "better": "lower",
    "definition": "Udział bezrobotnych.",
}
"""The indicator of most tests."""


def indicator(id: str, **keys: Any) -> dict[str, Any]:
    """Return an indicator in per cent with one decimal place; ``keys`` replace."""
    return RATE | {"id": id, "name": id.capitalize()} | keys


def write_figures(site: Site, *rows: str, indicators: tuple[dict[str, Any], ...] = (RATE,)) -> None:
    """Write ``indicators.yaml``, one source, and rows as ``teryt,indicator,dimension,period,value,missing``."""
    site.write_yaml("data/indicators.yaml", list(indicators))
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "Główny Urząd Statystyczny"}])
    site.write("data/figures/test.csv", HEAD + "".join(f"{row},gus,\n" for row in rows))
