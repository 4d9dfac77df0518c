"""What a YAML value without quotes means here: text, unless it is plainly a number, true, false or nothing."""

from __future__ import annotations

from typing import Any, Final

from partnership.locales.blanks import SPACES
from partnership.patterns import pattern

_INTEGER: Final = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_DECIMAL: Final = pattern(r"[-+]?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z")
_LEADING_ZERO: Final = pattern(r"[-+]?0[0-9_]+(?:\.[0-9]*)?\Z")
_TO_SPACES: Final = {ord(space): " " for space in SPACES}
_TO_HYPHENS: Final = {0x2010: "-", 0x2011: "-"}
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


def settled_value(value: Any) -> Any:
    """Return a value with its odd spaces and hyphens as those of the keyboard.

    Lines of text may break at any space here: the site itself sets those at which they may not.  A hyphen of a word
    processor stays in text and is a plain one in dates, numbers and names of files.
    """
    if not isinstance(value, str) or value.isascii():
        return value
    if any(space in value for space in SPACES):
        value = value.translate(_TO_SPACES)
    if "\u2010" in value or "\u2011" in value:
        plain = value.translate(_TO_HYPHENS)
        if (plain.isascii() and " " not in plain) or not any(char.isalpha() for char in plain):
            return plain
    return value
