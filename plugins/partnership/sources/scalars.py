"""What a YAML value without quotes means here: text, unless it is plainly a number, true, false or nothing."""

from __future__ import annotations

from typing import Final

from partnership.patterns import pattern

_INTEGER: Final = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL: Final = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z")
_LEADING_ZERO: Final = pattern(r"[-+]?0[0-9_]+(?:\.[0-9]*)?\Z")
_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class LeadingZero(ValueError):
    """A number begins with a zero, which would be lost."""


def plain_value(text: str) -> str | int | float | bool | None:
    """Return what ``text`` without quotes means; raise :class:`LeadingZero` for a number that begins with a zero."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in "-+0123456789":
        if _INTEGER.match(text):
            return int(text)
        if _DECIMAL.match(text):
            return float(text)
        if _LEADING_ZERO.match(text):
            raise LeadingZero(text)
    return text
