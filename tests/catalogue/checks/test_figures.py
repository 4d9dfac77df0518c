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


ROW = "teryt,indicator,dimension,period,value,missing,source,retrieved\n{}\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            '1201,rat,,2025-13-31,"5,2",,inee,',
            [(6, "unknown-reference"), (11, "wrong-form"), (22, "not-number"), (29, "unknown-reference")],
        ),
        ("1201,rate,,2025-13-31,5.2,,gus,", [(12, "wrong-form")]),
        ("12-1,rat,,2025,5.2,,gus,", [(1, "wrong-form"), (6, "unknown-reference")]),
        ("9999,rate,,2025-1,5.2,,gus,", [(1, "unknown-reference"), (12, "wrong-form")]),
        ("1201,,,2025-1,5.2,,gus,", [(6, "empty-value"), (8, "wrong-form")]),
    ],
)  # fmt: skip
def test_every_fault_of_a_row_is_told_at_once(site: Site, row: str, told: list[tuple[int, str]]) -> None:
    """Names of nobody beside cells of a wrong form, and none of them twice."""
    site.write_yaml("data/indicators.yaml", [RATE | {"id": "rate"}])
    site.write_yaml("data/sources.yaml", [{"id": "gus", "name": "GUS"}])
    site.write("data/figures/a.csv", ROW.format(row))
    settings = replace(Settings(), content=site.content, data=site.data, build_date=date(2026, 11, 24))
    problems = [one for one in link(settings).problems if one.path.endswith("a.csv")]
    assert sorted((one.column, one.code) for one in problems) == told
