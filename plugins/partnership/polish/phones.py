"""Phone numbers: grouped for the eye, plain for the link."""

from __future__ import annotations

from typing import Final

from partnership.patterns import pattern
from partnership.polish.numbers import NBSP

# The first two digits of Polish mobile networks; 80 and 70 are helplines, spoken in threes as well.
_IN_THREES: Final = pattern(r"45|5[0137]|6[069]|7[02389]|8[08]")
_SHAPE: Final = pattern(
    r"(?P<digits>(?:\+|00)?[\d\s().\-\u00a0–/]*\d)(?:\s*(?:wewn?\.?|w\.|ext\.?)\s*(?P<extension>\d{1,6}))?\s*"
)
_NOT_DIGIT: Final = pattern(r"\D")


def _parts(text: str) -> tuple[str, str] | None:
    """Return the number as „+48…” (or another country's) and its extension ("" if none); None if it is no number."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    written = match["digits"]
    digits = _NOT_DIGIT.sub("", written)
    extension = match["extension"] or ""
    if written.startswith("00"):
        return "+" + digits[2:], extension
    if written.startswith("+"):
        return "+" + digits, extension
    if len(digits) == 10 and digits.startswith("0"):
        digits = digits[1:]  # the trunk prefix of old leaflets: (0-12) 345 67 89
    if len(digits) == 11 and digits.startswith("48"):
        digits = digits[2:]
    if len(digits) == 9:
        return "+48" + digits, extension
    return None


def phone(text: str) -> str:
    """Return the number grouped as it is spoken: landlines 2-3-2-2, mobiles and helplines 3-3-3, by no-break spaces.

    A Polish number loses its +48; a foreign or unknown one is returned as it was written.
    """
    parts = _parts(text)
    if parts is None:
        return text.strip()
    full, extension = parts
    digits = full[3:]
    if not full.startswith("+48") or len(digits) != 9:
        return text.strip().replace(" ", NBSP)
    ends = (3, 6, 9) if _IN_THREES.match(digits) else (2, 5, 7, 9)
    grouped = NBSP.join(digits[start:end] for start, end in zip((0, *ends), ends, strict=False))
    return f"{grouped}{NBSP}wew.{NBSP}{extension}" if extension else grouped


def tel_address(text: str) -> str | None:
    """Return the ``tel:`` address of a number („tel:+48123456789”), or None when the text is no full phone number."""
    parts = _parts(text)
    if parts is None:
        return None
    full, extension = parts
    return f"tel:{full};ext={extension}" if extension else f"tel:{full}"
