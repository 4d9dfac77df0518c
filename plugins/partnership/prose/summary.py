"""Summaries: the first sentences of a text, for lists, descriptions and feeds, when the editor has written none."""

from __future__ import annotations

import re
from typing import Final

MAX_LENGTH: Final = 200
"""The longest summary in characters: about what a search engine shows."""

_END: Final = re.compile(r"[.!?…][”»\")]*(?=\s+[„«(\"]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])|[.!?…][”»\")]*$")
# A full stop after these ends no sentence, as a rule: „art. 217”, „2011 r. Rada”, „im. Jana”.
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(„])(?:[a-ząćęłńóśźż]|[A-ZĆŁŚŹŻ]|art|ust|poz|str|rozdz|rys|tab|ul|al|pl|os|tel|godz|prof|inż|św|im|ok|np|tj|tzn|tzw|"
    r"m\.in|itd|itp|dot|ww|br|tys|proc|szt|hab|red|woj|pow|gm|nt|ds|Dz|U|\d{1,2})$"
)
# One-letter words and abbreviations that lead to what was cut off.
_HANGING: Final = re.compile(r"(?:\s(?:[aiouwzAIOUWZ]|(?:art|ust|ul|al|pl|os|nr|im|św|godz|tel|prof|dr|mgr|r)\.?))+$")
_SENTENCE_FROM: Final = 0.4


def summary(text: str, max_length: int = MAX_LENGTH) -> str:
    """Return the beginning of plain ``text``, at most ``max_length`` characters, on one line.

    It ends after a sentence if that leaves at least two fifths of the length, else after a word, with an ellipsis.
    """
    line = " ".join(text.split())
    if len(line) <= max_length:
        return line
    best = 0
    # A few characters more than fit: a sentence may end exactly at the limit, and its end shows by what follows.
    for match in _END.finditer(line, 0, max_length + 4):
        if match.end() <= max_length and not _is_abbreviation(line, match):
            best = match.end()
    if best >= max_length * _SENTENCE_FROM:
        return line[:best]
    cut = line[:max_length].rfind(" ")
    kept = line[: cut if cut > 0 else max_length - 1].rstrip(" ,;:–-„(")
    return _HANGING.sub("", kept) + "…"


def _is_abbreviation(line: str, end: re.Match[str]) -> bool:
    """Tell whether the full stop at ``end`` belongs to an abbreviation rather than to a sentence."""
    if not end.group().startswith(".") or end.end() == len(line):
        return False
    return _ABBREVIATION.search(line, max(0, end.start() - 12), end.start()) is not None
