"""Numbers as Polish prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from partnership.polish.numbers import file_size, number, percent


def test_decimal_comma_and_groups() -> None:
    """Comma for decimals, no-break spaces for thousands."""
    assert number(1234.56, 2) == "1\u00a0234,56"
    assert number(Decimal("12345.6"), 1) == "12\u00a0345,6"
    assert number(1234567) == "1\u00a0234\u00a0567"
    assert number(0) == "0"
    assert number(7, 2) == "7,00"


def test_four_digits_in_running_text_stay_whole() -> None:
    """In running text groups begin at 10 000."""
    assert number(1234, group_always=False) == "1234"
    assert number(9999.96, 1, group_always=False) == "10\u00a0000,0"
    assert number(12345, group_always=False) == "12\u00a0345"


def test_minus_and_plus() -> None:
    """The minus is U+2212; what rounds to zero has no sign."""
    assert number(-4.7, 1) == "\u22124,7"
    assert number(-0.04, 1) == "0,0"
    assert number(3, signed=True) == "+3"
    assert number(0, signed=True) == "0"
    assert number(-3, signed=True) == "\u22123"


def test_half_is_rounded_up_as_written() -> None:
    """4.65 is what the source wrote, so it rounds to 4,7 although the binary float lies below; 2.5 gives 3, not 2."""
    assert number(4.65, 1) == "4,7"
    assert number(2.5) == "3"
    assert number(-2.5) == "\u22123"


def test_as_many_places_as_there_are() -> None:
    """With decimals None a value keeps its own places, without trailing zeros or exponents."""
    assert number(1.5, None) == "1,5"
    assert number(Decimal("120.00"), None) == "120"
    assert number(100000, None) == "100\u00a0000"


def test_percent() -> None:
    """A no-break space before the per cent sign."""
    assert percent(4.7) == "4,7\u00a0%"


def test_no_number_is_refused() -> None:
    """Infinity and NaN are never printed."""
    for value in (float("nan"), float("inf"), Decimal("-Infinity")):
        with pytest.raises(ValueError):
            number(value)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1,0 kB"),
        (640_000, "640 kB"),
        (999_499, "999 kB"),
        (999_500, "1,0 MB"),
        (1_234_567, "1,2 MB"),
        (9_949_000, "9,9 MB"),
        (9_960_000, "10 MB"),
        (5_000_000_000, "5,0 GB"),
        (5_000_000_000_000_000, "5\u00a0000 TB"),
    ],
)
def test_file_sizes(size: int, said: str) -> None:
    """Sizes never show „1000 kB” nor „10,0 MB”."""
    head, unit = said.rsplit(" ", 1)
    assert file_size(size) == f"{head}\u00a0{unit}"


def test_negative_size_is_refused() -> None:
    """A size below zero is a caller's mistake."""
    with pytest.raises(ValueError):
        file_size(-1)
