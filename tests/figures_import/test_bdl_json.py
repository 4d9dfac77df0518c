"""Answers of BDL's programming interface: figures with their place, whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.figures_import.bdl_json import BdlAnswers
from partnership.problems import ProblemsFound
from tests.conftest import Call
from tests.figures_import.test_import import figures, snapshot
from tests.support.commands import Outcome
from tests.support.searches import examples
from tests.support.site import Site

BOCHNIA, KRAKOW, OTHER = "011212101000", "011212161000", "022422401000"


@pytest.fixture
def run(site: Site, call: Call, tmp_path: Path) -> Callable[..., Outcome]:
    """Imports JSON text, or a value as pretty JSON."""

    def importing(content: Any, *options: str) -> Outcome:
        file = tmp_path / "plik.bin"
        file.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), encoding="utf-8")
        return call("import-figures", str(file), "--data", str(site.data), *options)

    return importing


def value(year: str, val: float | None, attribute: int = 1) -> dict[str, Any]:
    """Return a value as BDL gives it."""
    return {"year": year, "val": val, "attrId": attribute}


def by_variable(*results: dict[str, Any], variable: int = 72305, total: int | None = None) -> dict[str, Any]:
    """Return an answer on one variable for several units."""
    return {
        "totalRecords": len(results) if total is None else total,
        "variableId": variable,
        "measureUnitId": 5,
        "aggregateId": 1,
        "lastUpdate": "2025-05-30",
        "page": 0,
        "pageSize": 100,
        "results": list(results),
    }


def unit(code: str, name: str, *values: dict[str, Any]) -> dict[str, Any]:
    """Return one unit of such an answer."""
    return {"id": code, "name": name, "values": list(values)}


def test_an_answer_by_variable(site: Site, run: Callable[..., Outcome]) -> None:
    """Units by twelve digits, other regions passed over, a marked zero is no zero; with source and day."""
    answer = by_variable(
        unit(BOCHNIA, "Powiat bocheński", value("2023", 106900), value("2024", 106985)),
        unit(KRAKOW, "Powiat m. Kraków", value("2024", 0, attribute=2)),
        unit(OTHER, "Powiat będziński", value("2024", 1)),
    )
    assert run(answer, "--retrieved", "2026-11-28").status == 0
    rows = figures(site)
    row = rows["1201", "population", "", "2024-12-31"]
    assert (row["value"], row["source"], row["retrieved"]) == ("106985", "gus-bdl", "2026-11-28")
    assert rows["1261", "population", "", "2024-12-31"]["missing"] == "no-data"
    assert len([key for key in rows if key[1] == "population"]) == 3


def test_an_answer_by_unit_names_variables(site: Site, run: Callable[..., Outcome]) -> None:
    """The unit is the answer's, the variables are its results."""
    answer = {
        "unitId": BOCHNIA,
        "unitName": "Powiat bocheński",
        "results": [{"id": 72305, "measureUnitId": 5, "values": [value("2024", 106985)]}],
    }
    assert run(answer).status == 0
    assert figures(site)["1201", "population", "", "2024-12-31"]["value"] == "106985"


def test_a_variable_that_nobody_explained_is_named_by_the_caller(site: Site, run: Callable[..., Outcome]) -> None:
    """Without ``--indicator`` the answer is refused with that advice; with it the figures come."""
    answer = by_variable(unit(BOCHNIA, "Powiat bocheński", value("2024", 2.4)), variable=999999)
    refused = run(answer)
    assert refused.status == 1 and "--indicator" in refused.err and "999999" in refused.err
    assert run(answer, "--indicator", "unemployment-rate").status == 0
    assert figures(site)["1201", "unemployment-rate", "", "2024-12-31"]["value"] == "2.4"


def test_pages_stand_in_a_list_and_a_missing_one_is_told(site: Site, run: Callable[..., Outcome]) -> None:
    """Two pages give all figures; of one page alone the import says how many units it lacks."""
    first = by_variable(unit(BOCHNIA, "Powiat bocheński", value("2024", 106985)), total=2)
    second = by_variable(unit(KRAKOW, "Powiat m. Kraków", value("2024", 807644)), total=2)
    alone = run(first)
    assert alone.status == 0 and "page-size=100" in alone.out
    both = run([first, second])
    assert both.status == 0 and "page-size" not in both.out
    assert figures(site)["1261", "population", "", "2024-12-31"]["value"] == "807644"


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        (unit("011212199000", "Powiat x", value("2024", 1)), '{"id": "011212199000"'),
        (unit(KRAKOW, "Powiat brzeski", value("2024", 1)), f'{{"id": "{KRAKOW}"'),
        (unit(KRAKOW, "Powiat m. Kraków", value("24", 1)), '{"year": "24"'),
        (unit(KRAKOW, "Powiat m. Kraków", {"year": "2024", "val": "dużo", "attrId": 1}), '{"year": "2024", "val": "du'),
        (unit(BOCHNIA, "Powiat bocheński", value("2024", 7)), '{"year": "2024", "val": 7'),
        ({"id": KRAKOW, "name": "Kraków"}, f'{{"id": "{KRAKOW}"'),
        (unit(KRAKOW, "Powiat m. Kraków", {"val": 1}), '{"val": 1'),
    ],
)
def test_a_fault_is_told_where_it_stands(
    site: Site, run: Callable[..., Outcome], wrong: dict[str, Any], at: str, indent: int | None
) -> None:
    """Line and column of the object, also in a file of a single line; nothing is written."""
    before = snapshot(site)
    text = json.dumps(
        by_variable(unit(BOCHNIA, "Powiat bocheński", value("2024", 106985)), wrong), indent=indent, ensure_ascii=False
    )
    lines = text.split("\n")
    if indent is None:
        line, column = 1, text.rindex(at) + 1
    else:
        # Pretty JSON has the first key on the line after the brace.
        first_key = at.removeprefix("{").split(",")[0]
        key_line = max(number for number, one in enumerate(lines) if first_key in one)
        line, column = key_line, lines[key_line - 1].index("{") + 1
    done = run(text)
    assert done.status == 1 and f"plik.bin:{line}:{column}:" in done.err, done.err
    assert "Traceback" not in done.err and snapshot(site) == before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"totalRecords": 1,\n "variableId": 72305,\n "results": [}', "3:"),
        ('{"variableId": 1}', "1:1"),
        ('{"results": []}', "1:1"),
        ("[1, 2]", "1:1"),
        ('{"variableId": 72305, "results": [NaN]}', "1:1"),
        ("[" * 5000 + "]" * 5000, "1:1"),
        ('[{"variableId": 72305, "results": []}]', "1:1"),
    ],
)
def test_other_json_is_refused(site: Site, run: Callable[..., Outcome], text: str, place: str) -> None:
    """Broken, of another kind, nested endlessly, or without any figure: one sentence, nothing written."""
    before = snapshot(site)
    done = run(text)
    assert done.status == 1 and f"plik.bin:{place}" in done.err, done.err
    assert "Traceback" not in done.err and snapshot(site) == before


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(("variableId", "results", "id", "values", "year", "val", "x")), inner)
    ),
    max_leaves=20,
)


@given(JSON)
@examples(80)
def test_no_json_makes_the_reader_fail(content: Any) -> None:
    """Any JSON is values or a refusal with a place."""
    try:
        list(BdlAnswers("x", json.dumps(content).encode()).raws())
    except ProblemsFound as refusal:
        assert all(one.line >= 1 and one.column >= 1 for one in refusal.problems)
