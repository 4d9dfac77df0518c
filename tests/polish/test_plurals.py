"""Plural forms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from partnership.polish.plurals import category, plural

CLDR = {
    0: "many", 1: "one", 2: "few", 4: "few", 5: "many", 12: "many", 14: "many", 21: "many", 22: "few", 25: "many",
    101: "many", 102: "few", 112: "many", 122: "few",
}  # fmt: skip


@pytest.mark.parametrize(("n", "expected"), CLDR.items())
def test_vectors_of_cldr(n: int, expected: str) -> None:
    """The vectors of the language rules."""
    assert category(n) == expected


def test_agrees_with_babel() -> None:
    """Every whole number to 1000, and fractions, agree with Babel's rule."""
    from babel import Locale

    rule = Locale("pl").plural_form
    for n in range(1001):
        assert category(n) == rule(n)
    for fraction in (Decimal("1.5"), Decimal("0.1"), Decimal("22.5")):
        assert category(fraction) == rule(fraction)


def test_forms() -> None:
    """The words of the table, fractions included."""
    forms = ("instytucja", "instytucje", "instytucji", "instytucji")
    assert [plural(n, *forms) for n in (1, 3, 5, 1.5)] == ["instytucja", "instytucje", "instytucji", "instytucji"]
    assert plural(1.5, "dzień", "dni", "dni") == "dni"
    assert plural(-1, *forms) == "instytucja"
