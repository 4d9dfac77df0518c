"""Numbers with marks between thousands are understood, and never a fraction taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.records.figures_csv import COLUMNS, parse_figures
from partnership.records.meant_numbers import meant_number, with_thousands

HEAD = ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.145,50", "1145.50"),
        ("1,145.50", "1145.50"),
        ("1.145.000", "1145000"),
        ("1,145,000", "1145000"),
        ("1 145,5", "1145.5"),
        ("1\u202f145", "1145"),
        ("1'145", "1145"),
        ("−3,5 %", "-3.5"),
        ("1,145", "1.145"),
        ("1.14.5", None),
        ("12 people", None),
    ],
)
def test_a_number_is_understood(text: str, number: str | None) -> None:
    """With points, commas, spaces and apostrophes."""
    assert meant_number(text) == number


def told(values: list[str], indicator: str = "jobs", delimiter: str = ",") -> list[tuple[int, str, str | None]]:
    """Return line, code and suggestion of what is told of values of one indicator."""
    rows = [f"12{number:02d},{indicator},,2024,{value},,gus," for number, value in enumerate(values)]
    table = HEAD + "".join(f"{row}\n" for row in rows)
    _figures, problems = parse_figures("figures/a.csv", table.replace(",", delimiter))
    return [(one.line, one.code, one.suggestion) for one in problems]


def test_a_point_between_thousands_is_told_beside_whole_numbers() -> None:
    """The advice holds the whole number, and how a fraction would be written; either of the two is content."""
    assert told(["1100", "1190", "1.145"]) == [(4, "thousands", "1145")]
    assert told(["1100", "1190", "1145"]) == []
    assert told(["1100", "1190", "1.1450"]) == []
    assert told(["1100", "1190", '"1,145"']) == [(4, "thousands", "1145")]
    assert told(["1100", "1190", "1.145"], delimiter=";") == [(4, "thousands", "1145")]


@pytest.mark.parametrize(
    "values",
    [
        ["1.145", "2.310", "9.4"],
        ["1.145", "2", "3"],
        ["0.145", "1100", "1190"],
        ["1.145", "1100"],
        ["1.145", "1100", "1190", "0.5"],
        ["1.145", "1100000", "1190000"],
        ["11.452", "12", "10"],
        ["1.1", "1100", "1190"],
    ],
)
def test_fractions_are_left(values: list[str]) -> None:
    """Where others have decimals, are small, are few or are far greater, nobody knows that a point parts thousands."""
    assert told(values) == []


@given(st.lists(st.decimals(0, 5000, places=3), min_size=1, max_size=12))
def test_a_column_of_fractions_is_never_told(values: list[object]) -> None:
    """Measured figures with three decimals have no whole numbers beside them."""
    assert told([str(one) for one in values]) == []


@given(st.integers(1000, 999_999), st.lists(st.integers(1000, 999_999), min_size=2, max_size=6))
def test_what_is_proposed_is_the_number_without_its_point(number: int, others: list[int]) -> None:
    """Whatever stands beside it."""
    found = with_thousands(f"{number // 1000}.{number % 1000:03d}", others)
    assert found in (str(number), None)
    if min(others) <= number <= max(others) and number / 1000 * 50 < min(others):
        assert found == str(number)
