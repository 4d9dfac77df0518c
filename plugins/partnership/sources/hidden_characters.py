"""Mistakes of characters that nobody can see: which one stands where, and what to do about it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from partnership.sources.characters import hidden_character, suspects
from partnership.sources.strict_yaml import Mistake

MOST: Final = 20
"""Characters of one text that are told; more would only hide the first."""


def character_mistakes(text: str, first_line: int = 1) -> list[Mistake]:
    """Return the mistakes of hidden characters in a settled ``text`` that begins in line ``first_line`` of its file."""
    return [character_mistake(text, found, first_line) for found in islice(suspects(text), MOST)]


def character_mistake(text: str, found: re.Match[str], first_line: int) -> Mistake:
    """Return the mistake of one character that was found in ``text``."""
    place = found.start()
    line_start = text.rfind("\n", 0, place) + 1
    line = text.count("\n", 0, place) + first_line
    return Mistake(line, place - line_start + 1, *hidden_character(text, place))
