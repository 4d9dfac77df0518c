"""Figures ten or a hundred times off are told; those that differ for a reason are not."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.catalogue.checks.style import style_problems
from partnership.catalogue.linking import link
from partnership.settings import Settings
from tests.support.site import Site

HEAD = "teryt,indicator,dimension,period,value,missing,source,retrieved\n"


def far(site: Site, rows: list[str]) -> list[tuple[int, int]]:
    """Return the places of the figures that are told, of rows ``teryt period value``."""
    lines = (
        f"{teryt},stopa,,{period},{value},,gus,2026-01-01\n" for teryt, period, value in (row.split() for row in rows)
    )
    site.write("data/figures/a.csv", HEAD + "".join(lines))
    settings = Settings(content=site.content, data=site.data, build_date=date(2026, 2, 1))
    problems = style_problems(settings, link(settings).library)
    return [(one.line, one.column) for one in problems if one.code == "far-figure"]


@pytest.mark.parametrize("value", ["52", "520", "0.5", "0.052"])
def test_a_slip_of_the_decimal_point_in_a_series_is_told(site: Site, value: str) -> None:
    """Ten or a hundred times too much or too little, at the value's cell."""
    rows = ["1201 2020 5.1", "1201 2021 5.3", "1201 2022 4.9", f"1201 2023 {value}"]
    assert far(site, rows) == [(5, 18)]


def test_a_figure_far_from_all_other_counties_is_told(site: Site) -> None:
    """Where the others lie close together."""
    assert far(site, ["1201 2023 5.1", "1202 2023 6", "1203 2023 4.2", "1204 2023 51"]) == [(5, 18)]


def test_what_differs_for_a_reason_is_left(site: Site) -> None:
    """A city among counties of all sizes, growth over years, zero, and too few figures to know what is usual."""
    assert far(site, ["1201 2023 900", "1202 2023 5000", "1203 2023 30000", "1261 2023 400000"]) == []
    assert far(site, ["1201 2020 5", "1201 2021 9", "1201 2022 15", "1201 2023 30"]) == []
    assert far(site, ["1201 2020 5", "1201 2021 5", "1201 2022 5", "1201 2023 0"]) == []
    assert far(site, ["1201 2020 5", "1201 2021 50", "1201 2022 5"]) == []
