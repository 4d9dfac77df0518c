"""Tables in the form of ``data/figures/``: rows with sources and days of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Call
from tests.figures_import.test_import import figures, snapshot
from tests.support.commands import Outcome
from tests.support.site import COUNTIES, Site

HEADER = "teryt,indicator,dimension,period,value,missing,source,retrieved"
ABROAD = ("EL-511", "el.512", "13101")
"""Codes of counties somewhere else: letters, marks, five digits."""


@pytest.fixture
def run(site: Site, call: Call, tmp_path: Path) -> Callable[..., Outcome]:
    """Imports rows of such a table; the site knows one indicator and two sources."""
    site.write_yaml(
        "data/indicators.yaml",
        [{"id": "unemployed", "name": "Bezrobotni", "unit": "os.", "decimals": 0, "better": "lower",
          "definition": "Zarejestrowani."}],
    )  # fmt: skip
    site.write_yaml("data/sources.yaml", [{"id": "pup", "name": "PUP"}, {"id": "prasa", "name": "Prasa"}])

    def importing(*rows: str, mark: str = "") -> Outcome:
        file = tmp_path / "odczyty urzędów.csv"
        file.write_text(mark + "\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        return call("import-figures", str(file), "--data", str(site.data))

    return importing


def test_each_row_keeps_its_source_and_day(site: Site, run: Callable[..., Outcome]) -> None:
    """The file keeps its name; a day that nobody noted stays empty, so that the figure is unconfirmed."""
    done = run(
        "1201,unemployed,,2025-04-30,2450,,pup,", "1202,unemployed,,2025-04-30,10,,prasa,2026-11-28", mark="\ufeff"
    )
    assert done.status == 0, done.err
    rows = figures(site)
    assert rows["1201", "unemployed", "", "2025-04-30"]["source"] == "pup"
    assert rows["1201", "unemployed", "", "2025-04-30"]["retrieved"] == ""
    assert rows["1202", "unemployed", "", "2025-04-30"]["retrieved"] == "2026-11-28"
    assert (site.data / "figures" / "odczyty-urzedow.csv").exists()


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("1299,unemployed,,2025,1,,pup,", ":3:1:"),
        ("1201,unemployd,,2025,1,,pup,", ":3:1:"),
        ("1201,unemployed,,2025,1,,pop,", ":3:1:"),
        ("1201,unemployed,,2025,duzo,,pup,", ":3:23:"),
        ("1201,unemployed,,2025-13,1,,pup,", ":3:"),
        ("1202,unemployed,,2025,2,,pup,", ":3:1:"),
    ],
)
def test_a_wrong_row_refuses_the_table_whole(site: Site, run: Callable[..., Outcome], row: str, place: str) -> None:
    """Unknown unit, indicator or source, no number, no period, a figure twice: the row is told, nothing written."""
    before = snapshot(site)
    done = run("1202,unemployed,,2025,1,,pup,", row)
    assert done.status == 1 and place in done.err, done.err
    assert snapshot(site) == before


def test_codes_of_another_country_are_its_own(site: Site, run: Callable[..., Outcome]) -> None:
    """Those of the counties, of the region and of the whole country; another one is told as it is written."""
    counties = [one | {"teryt": code, "neighbours": []} for one, code in zip(COUNTIES, ABROAD, strict=True)]
    site.write_yaml("data/counties.yaml", counties)
    profile = {"name": "Thraki", "region": {"name": "Thraki", "teryt": "EL-51"}, "languages": ["en"], "country": "gr"}
    rest = {"time_zone": "Europe/Athens", "feed_authority": "thraki.example", "feed_since": 2026}
    site.write_yaml("data/site.yaml", profile | rest)
    site.write("pelicanconf.py", "")
    done = run(*(f"{code},unemployed,,2025,1,,pup," for code in (*ABROAD, "EL-51", "00")))
    assert done.status == 0, done.err
    assert {key[0] for key in figures(site)} == {*ABROAD, "EL-51", "00"}
    done = run("EL-599,unemployed,,2025,1,,pup,")
    assert done.status == 1 and "“EL-599”" in done.err.replace("„", "“"), done.err
