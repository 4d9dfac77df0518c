"""Figures inside offers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from partnership.catalogue.linking import link
from partnership.settings import Settings
from tests.support.figures import RATE
from tests.support.site import Site


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"period": 2024, "value": 1}, []),
        ({"period": "2024-02-29", "value": 0}, []),
        ({"period": "2024-02-30", "value": 1}, ["wrong-form"]),
        ({"period": "2024-13", "value": 1, "missing": "no-data"}, ["value-or-missing", "wrong-form"]),
        ({"period": "2024"}, ["value-or-missing"]),
    ],
)
def test_a_figure_has_a_day_of_the_calendar_and_one_value(site: Site, keys: dict[str, Any], codes: list[str]) -> None:
    """All that is wrong with one figure is told at once."""
    site.write_yaml("data/indicators.yaml", [RATE])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    site.offer(figures=[{"indicator": RATE["id"], "source": "gus"} | keys])
    settings = replace(Settings(), content=site.content, data=site.data, build_date=date(2026, 11, 24))
    assert sorted(one.code for one in link(settings).problems if one.severity == "error") == codes
