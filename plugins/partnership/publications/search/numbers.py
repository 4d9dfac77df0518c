"""Numbers as the index writes them: letters, base 60 for the last digit, so that the commonest numbers take one."""

from __future__ import annotations

from typing import Final

LEVELS: Final = 8
"""Levels of weight: a posting is the distance to the document before, times this, and the level."""

_DIGITS: Final = "".join(chr(code) for code in range(35, 127) if code != 92)
_LAST: Final = 60
_MORE: Final = len(_DIGITS) - _LAST


def number_text(number: int) -> str:
    """Return a number from 0 on as letters: the last one is below 60, those before it carry 31 each, lowest first."""
    text = ""
    while number >= _LAST:
        text += _DIGITS[_LAST + number % _MORE]
        number //= _MORE
    return text + _DIGITS[number]


class _Numbers(dict[int, str]):
    """Each number as letters, the commonest ones remembered."""

    def __missing__(self, number: int) -> str:
        return _DIGITS[_LAST + number % _MORE] + self[number // _MORE]


NUMBERS: Final = _Numbers({number: number_text(number) for number in range(4096)})
"""Numbers as letters, for many at once."""
