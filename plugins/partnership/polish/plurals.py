"""Polish plural forms by the rules of CLDR: 1 instytucja, 2 instytucje, 5 instytucji, 1,5 instytucji."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

Category = Literal["one", "few", "many", "other"]


def category(n: int | float | Decimal) -> Category:
    """Return the plural category of ``n``: one (1), few (2–4, 22–24, …), many (all other whole), other (fractions)."""
    if n != int(n):
        return "other"
    whole = abs(int(n))
    if whole == 1:
        return "one"
    if 2 <= whole % 10 <= 4 and not 12 <= whole % 100 <= 14:
        return "few"
    return "many"


def plural(n: int | float | Decimal, one: str, few: str, many: str, other: str | None = None) -> str:
    """Return the form that fits ``n``; ``other``, for fractions, is the genitive singular and defaults to ``few``."""
    forms = {"one": one, "few": few, "many": many, "other": other if other is not None else few}
    return forms[category(n)]
