"""Phone numbers as the site's country writes and dials them: in groups in Poland, elsewhere as they are written."""

from __future__ import annotations

import re
from typing import Final

from partnership.country import POLAND, site_country
from partnership.patterns import pattern
from partnership.polish import phones as polish
from partnership.polish.numbers import NBSP

_SHAPE: Final = pattern(
    r"(?P<number>(?:\+|00)?[\d\s().\-\u00a0–/]*\d)(?:[\s,;]*(?:extension|ext|kl|x|#)[.:\s]*(?P<extension>\d{1,6}))?",
    re.IGNORECASE,
)
_TRUNK: Final = pattern(r"\(0\)")
"""The digit that is dialled inside a country only, as in „+49 (0) 30 …”."""

_DIGITS: Final = range(3, 16)
"""How many digits can be dialled."""


def phone(text: str) -> str:
    """Return a number as it is printed."""
    return polish.phone(text) if site_country() == POLAND else text.strip().replace(" ", NBSP)


def tel_address(text: str) -> str | None:
    """Return the ``tel:`` address of a number, or None where the text is not a number that can be dialled.

    Outside of Poland a number without the code of a country is dialled as it is written.
    """
    if site_country() == POLAND:
        return polish.tel_address(text)
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    number = match["number"]
    abroad = number.startswith(("+", "00"))
    digits = re.sub(r"\D", "", _TRUNK.sub("", number) if abroad else number)
    if abroad and not number.startswith("+"):
        digits = digits[2:]
    if len(digits) not in _DIGITS:
        return None
    extension = f";ext={match['extension']}" if match["extension"] else ""
    return f"tel:{'+' if abroad else ''}{digits}{extension}"
