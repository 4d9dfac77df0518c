"""Numbers as people write them, with marks between thousands, and which number was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from partnership.locales.blanks import SPACES
from partnership.patterns import pattern

_BLANKS: Final = pattern(rf"[ {SPACES}%'’]")
_PLAIN: Final = pattern(r"-?[0-9]+(?:\.[0-9]+)?")
_WHOLE: Final = pattern(r"[0-9]{1,15}")
_BOTH: Final = pattern(r"-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|-?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_SEVERAL: Final = pattern(r"-?[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})+")
_ONE: Final = pattern(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
"""A number with one mark that may part thousands as well as decimals."""

FEWEST: Final = 2
"""Whole numbers beside one that are needed to know that its mark parts thousands."""

SMALLER: Final = 50
"""How many times smaller than the least of them it would be with decimals."""

NEAR: Final = 10
"""How many times apart from them it may be with thousands."""


def meant_number(text: str) -> str | None:
    """Return the number that a text is, with a decimal point and without anything else; None where nobody can tell."""
    plain = _BLANKS.sub("", text).replace("−", "-")
    if _BOTH.fullmatch(plain):
        decimal = max(plain.rfind("."), plain.rfind(","))
        plain = re.sub("[.,]", "", plain[:decimal]) + "." + plain[decimal + 1 :]
    elif _SEVERAL.fullmatch(plain):
        plain = re.sub("[.,]", "", plain)
    else:
        plain = plain.replace(",", ".")
    return plain if _PLAIN.fullmatch(plain) else None


def whole_numbers(values: Iterable[tuple[str, str]]) -> Mapping[str, list[int]]:
    """Return the whole numbers among values as they are written, by the indicator that each belongs to.

    An indicator of which one value has decimals is none of whole numbers and left out.
    """
    found: dict[str, list[int]] = {}
    fractions: set[str] = set()
    for indicator, value in values:
        if _WHOLE.fullmatch(value):
            found.setdefault(indicator, []).append(int(value))
        elif value and not _ONE.fullmatch(value):
            fractions.add(indicator)
    return {name: numbers for name, numbers in found.items() if name not in fractions}


def may_have_thousands(value: str) -> bool:
    """Tell whether a value is written in a way that could mean thousands as well as decimals."""
    return _ONE.fullmatch(value) is not None


def with_thousands(value: str, others: Iterable[int]) -> str | None:
    """Return the whole number that a value like 1.145 is, where the whole numbers beside it show that; else None."""
    known = [one for one in others if one]
    if not may_have_thousands(value) or len(known) < FEWEST:
        return None
    number = int(re.sub("[.,]", "", value))
    small = number / 1000 * SMALLER < min(known)
    return str(number) if small and min(known) <= number * NEAR and number <= max(known) * NEAR else None
