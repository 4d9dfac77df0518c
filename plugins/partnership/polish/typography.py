"""No-break spaces where Polish wants them: after one-letter words, between a number and its unit, inside „art. 217”.

A day keeps its month and year, a number what it counts, and a dash its line, too.

Applied to what editors write in running text; the templates' own sentences get it from the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from partnership.patterns import pattern
from partnership.polish.numbers import NBSP

# One-letter words.  Not followed by a dot (then it is an abbreviation) because the space must come at once.
_LETTERS: Final = "[aiouwzAIOUWZ]"

# Abbreviations that belong to what follows: „art. 217”, „nr 3”, „ul. Wąska”, „godz. 10.00”, „dr Nowak”.
_BEFORE: Final = (
    r"[Aa]rt\. [Uu]st\. [Ll]it\. [Pp]oz\. [Ss]tr\. s\. [Rr]ozdz\. [Rr]ys\. [Tt]ab\. [Uu]l\. [Aa]l\. [Pp]l\. [Oo]s\. "
    r"Dz\.U\. [Tt]el\. [Gg]odz\. [Pp]rof\. [Ii]nż\. [Śś]w\. [Ii]m\. [Oo]k\. [Nn]r [Dd]r [Mm]gr [Pp]kt §"
)

# Units that belong to the number before them.
_UNITS: Final = (
    r"r\.|zł|gr\b|%|‰|°C|tys\.|mln|mld|pkt|proc\.|szt\.|os[.ób]|godz\.|min|"
    r"km|m²|m\b|m2|ha|kg|cm|mm|[kMG]B|[kM]W|EUR|PLN|USD"
)

# Months belong to the day before them: „28 listopada”.
_MONTHS: Final = r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"

# What is counted belongs to the number, too: „22 powiaty”, „3 miesiące”; small words that only follow it do not.
_NO_NOUN: Final = (
    r"(?:oraz|lub|albo|ani|ale|jest|są|był[aoy]?|było|będzie|dla|nie|się|też|tak|jak|czy|gdy|niż|przez|przed|przy|"
    r"pod|nad|bez|do|od|na|po|za|ze|we|ku|to|ten|ta|te|co|że|by|aby|więc|więcej|and|or|of|to|in|is|are|the|for)\b"
)
_NOUN: Final = rf"(?!{_NO_NOUN})[a-ząćęłńóśźż][a-ząćęłńóśźż]"

# A pattern starts at the space, of which there are few, and looks back from there: ten times faster than trying every
# letter, the more so as a literal first character is searched for in C.  A look-behind has one width, so each
# abbreviation has its own, tried only after a character that ends one.
_ABBREVIATIONS: Final = "|".join(rf"(?<=\b{word}.)" if word != "§" else "(?<=§.)" for word in _BEFORE.split())
_AFTER_MONTHS: Final = "|".join(rf"(?<=\b{month}.)" for month in _MONTHS.split("|"))
_TAIL: Final = (
    rf"(?:(?<={_LETTERS}.)(?<![\w/&.]{_LETTERS}.)"
    rf"|(?<=\d.)(?={_UNITS}|{_MONTHS}|{_NOUN}|\d\d\d(?!\d))"
    # „9. miejsce”: a full stop before a small letter makes an ordinal of the number.
    rf"|(?<=\d\..)(?={_NOUN})"
    rf"|(?<=[ao].)(?=[12]\d\d\d(?!\d))(?:{_AFTER_MONTHS})"
    # „Polska = 100” is one.
    rf"|(?==[ {NBSP}]\d)(?<=\S.)|(?<= =.)(?=\d)"
    # A sentence's dash stays at the end of its line, never at the beginning of the next.
    rf"|(?=–[ \n])(?<=\S.)"
    rf"|(?<=[.rt§].)(?:{_ABBREVIATIONS}|(?<=\b[A-ZĆŁŚŹŻ]\..)(?=[A-ZĆŁŚŹŻ])))(?=\S|\Z)"
)
_AT_SPACE: Final = pattern(" " + _TAIL, re.S)
_AT_BREAK: Final = pattern("\n" + _TAIL, re.S)

_VERBATIM: Final = pattern(r"(<(code|pre|kbd|samp|var|script|style|textarea)\b.*?</\2\s*>|<!--.*?-->|<[^<>]*>)", re.S)


def bind(text: str) -> str:
    """Return plain ``text`` with no-break spaces where a line must not break.  Binding twice changes nothing."""
    text = _AT_SPACE.sub(NBSP, text)
    return _AT_BREAK.sub(NBSP, text) if "\n" in text else text


def bind_html(html: str, binding: Callable[[str], str] = bind) -> str:
    """Return ``html`` with its text bound; tags, attributes, comments and ``code``, ``pre`` and the like are left.

    ``binding`` binds a text, by the rules of Polish or of another language.

    The HTML must be well-formed, as the sanitiser or a template gives it: a bare ``<`` in text begins a tag.
    """
    if "<" not in html:
        return binding(html)
    parts = _VERBATIM.split(html)
    # split() gives text, tag, verbatim element's name, text, …
    kept: list[str] = []
    for place in range(0, len(parts), 3):
        kept.append(binding(parts[place]))
        kept.extend(parts[place + 1 : place + 2])
    return "".join(kept)
