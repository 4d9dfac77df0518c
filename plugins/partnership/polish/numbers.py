"""Numbers as Polish prints them: decimal comma, thousands parted by a no-break space, a true minus."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

NBSP: Final = "\u00a0"
MINUS: Final = "\u2212"

Number = int | float | Decimal

_SIZES: Final = ("B", "kB", "MB", "GB", "TB")


def number(value: Number, decimals: int | None = 0, *, group_always: bool = True, signed: bool = False) -> str:
    """Return ``value`` with ``decimals`` places, rounded half up (None: the places it has).

    With ``group_always`` off four-digit numbers stay whole, the habit of running text (1234, but 12 345); tables group
    always.  ``signed`` puts a plus before a gain.  Raise ``ValueError`` for infinity and NaN.
    """
    exact = exact_decimal(value)
    rounded = exact.normalize() if decimals is None else exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    grouped = group_always or abs(rounded) >= 10_000
    digits = f"{abs(rounded):,f}" if grouped else f"{abs(rounded):f}"
    digits = digits.replace(",", NBSP).replace(".", ",")
    if not rounded:
        return digits
    return (MINUS if rounded < 0 else "+" if signed else "") + digits


def percent(value: Number, decimals: int | None = 1, *, signed: bool = False) -> str:
    """Return ``value`` (already in per cent: 4.7) as „4,7 %”, with a no-break space as Statistics Poland writes it."""
    return number(value, decimals, signed=signed) + NBSP + "%"


def file_size(size: int) -> str:
    """Return ``size`` in bytes as people read it: „640 B”, „12 kB”, „1,2 MB” (powers of 1000; one place below 10)."""
    amount, places, unit = scaled_size(size)
    return f"{number(amount, places)}{NBSP}{_SIZES[unit]}"


def scaled_size(size: int) -> tuple[Decimal, int, int]:
    """Return a size in bytes as an amount, its decimal places and its unit (0 byte, 1 kilobyte, …)."""
    if size < 0:
        raise ValueError(f"a size cannot be negative: {size}")
    amount = Decimal(size)
    unit = 0
    while unit + 1 < len(_SIZES) and amount.quantize(Decimal(1), ROUND_HALF_UP) >= 1000:
        amount /= 1000
        unit += 1
    # Looked at after rounding, so that 9.96 MB is „10 MB” and not „10,0 MB”.
    places = 1 if unit and amount.quantize(Decimal("0.1"), ROUND_HALF_UP) < 10 else 0
    return amount, places, unit


def exact_decimal(value: Number) -> Decimal:
    """Return a number as it is written; ValueError for infinity and NaN."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a number that can be printed: {value}")
    return exact
