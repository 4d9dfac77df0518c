"""Figures in running text: each number with its unit, and the sentence and paragraph that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from partnership.polish.folding import fold
from partnership.sources import strict_yaml

Kind = Literal["percent", "permille", "count"]

_NUMBER: Final = re.compile(
    r"(?<![\w.,:/–-])([+−-]?)(\d{1,3}(?:[ \u00a0\u202f,.٬]\d{3})+(?!\d)|\d+)([.,٫]\d+)?(?![\w:/–-])"
)
_ARABIC_POINT: Final = "٫"
_PERCENT: Final = ("%", "٪")
_PERCENT_BEFORE: Final = re.compile(r"(?<![\w%٪])(?<!\d[ \u00a0\u202f])[%٪][ \u00a0\u202f]?$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*", re.UNICODE)
_SENTENCE_END: Final = re.compile(r"[.!?…;]['”\"»)*_]*\s+(?=[„\"«(*_]*[^\W\d_a-zа-я])|\s\|\s*\n")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d|-\d)")
_THOUSAND: Final = re.compile(r"\W{0,3}1[ \u00a0\u202f,.]?000(?!\d)")


class FigureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands around figures in one language: see ``figure_words.yaml``."""

    percent: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    times: dict[str, int] = {}
    differences: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    region: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def all_words() -> dict[str, FigureWords]:
    """Return the words of every language that has them."""
    text = Path(__file__).with_name("figure_words.yaml").read_text(encoding="utf-8")
    read: dict[str, dict[str, Any]] = strict_yaml.load(text)
    folded = {
        lang: {
            key: {fold(word): times for word, times in said.items()}
            if isinstance(said, dict)
            else list(map(fold, said))
            for key, said in words.items()
        }
        for lang, words in read.items()
    }
    return msgspec.convert(folded, dict[str, FigureWords])


NO_WORDS: Final = FigureWords()
"""What is known of a language that has no words here: numbers and the sign of per cent alone."""


class PlacedWord(msgspec.Struct, frozen=True):
    """A word of a text, folded, with its place from 0."""

    text: str
    start: int
    end: int


class Number(msgspec.Struct, frozen=True):
    """A number in a text: as written, its value and decimal places, what it counts, and its place from 0.

    ``difference`` tells that the text says by how much something changed, ``bound`` that it only draws a line.
    """

    written: str
    value: Decimal
    decimals: int
    kind: Kind
    start: int
    end: int
    difference: bool
    bound: bool


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or a cell's row of a table, with its numbers, words and years; places are those of the whole text."""

    start: int
    end: int
    words: tuple[PlacedWord, ...]
    numbers: tuple[Number, ...]
    years: frozenset[str]


def alike(word: str, other: str) -> bool:
    """Tell whether two folded words are forms of one: they begin alike and differ in short endings only."""
    if word == other:
        return True
    shortest = min(len(word), len(other))
    common = next((n for n in range(shortest) if word[n] != other[n]), shortest)
    return common >= 4 and max(len(word), len(other)) - common <= 3 and min(len(word), len(other)) - common <= 2


def words_of(text: str, offset: int = 0) -> tuple[PlacedWord, ...]:
    """Return the words of a text, folded; ``offset`` is added to their places."""
    return tuple(
        PlacedWord(fold(one.group()), one.start() + offset, one.end() + offset) for one in _WORD.finditer(text)
    )


def years_of(text: str) -> frozenset[str]:
    """Return the years that a text names; those of dates as machines write them are none."""
    return frozenset(_YEAR.findall(text))


def sentences(text: str, start: int, end: int, language: FigureWords, comma: bool) -> Iterator[Sentence]:
    """Yield the sentences of a part of a text; ``comma`` tells that its decimals stand after a comma."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start, end)]
    for first, last in zip([start, *ends], [*ends, end], strict=True):
        part = text[first:last]
        years = years_of(part)
        found = tuple(_numbers(text, first, last, language, comma)) if re.search(r"\d", part) else ()
        yield Sentence(first, last, words_of(part, first), found, years)


def _numbers(text: str, start: int, end: int, language: FigureWords, comma: bool) -> Iterator[Number]:
    for found in _NUMBER.finditer(text, start, end):
        value = _value(found, comma)
        if value is None:
            continue
        number, decimals = value
        after = words_of(text[found.end() : min(end, found.end() + 40)])[:3]
        gap = text[found.end() : found.end() + 3].lstrip(" \u00a0\u202f")
        factor = next((times for word, times in language.times.items() if after and after[0].text.startswith(word)), 1)
        first = _PERCENT_BEFORE.search(text, max(start, found.start() - 3), found.start())
        kind = "percent" if first else _kind(text, found.end(), end, gap, after, language, factor)
        if kind == "count" and _YEAR.fullmatch(found.group()):
            continue
        before = [one.text for one in words_of(text[max(start, found.start() - 40) : found.start()])][-3:]
        if kind is None or (before and before[-1] in language.per and kind == "count" and not found.group(3)
                            and number in (1, 100, 1000)):  # fmt: skip
            continue
        unit_end = text.find(gap[0], found.end(), found.end() + 3) + 1 if gap[:1] in _PERCENT else 0
        yield Number(
            written=text[first.start() if first else found.start() : unit_end or found.end()],
            value=number * factor,
            decimals=decimals - (len(str(factor)) - 1),
            kind=kind,
            start=found.start(),
            end=found.end(),
            difference=bool(before) and before[-1] in language.differences,
            bound=any(one in language.bounds for one in before)
            or (kind == "percent" and any(one.text in language.after for one in after[:2])),
        )


def _value(found: re.Match[str], comma: bool) -> tuple[Decimal, int] | None:
    sign, whole, fraction = found.groups()
    if fraction is not None and fraction[0] != _ARABIC_POINT and (fraction[0] == ",") != comma:
        return None
    group = "." if comma else ","
    if group not in whole and ("," in whole or "." in whole):
        # „12,345” in a language with a decimal comma is a fraction of three places.
        whole, fraction = re.split("[.,]", whole)[0], f".{re.split('[.,]', whole)[1]}"
    digits = re.sub(r"\D", "", whole)
    try:
        value = Decimal(digits + (f".{fraction[1:]}" if fraction else ""))
    except InvalidOperation:
        return None
    return (-value if sign in ("−", "-") else value), len(fraction) - 1 if fraction else 0


def _kind(
    text: str, place: int, end: int, gap: str, after: tuple[PlacedWord, ...], language: FigureWords, factor: int
) -> Kind | None:
    following = after[1:] if factor > 1 else after
    first = following[0].text if following else ""
    near = bool(following) and following[0].start <= (14 if factor > 1 else 3)
    two = " ".join(one.text for one in following[:2])
    if gap[:1] in _PERCENT or (near and any(two.startswith(one) for one in language.percent)):
        rest = words_of(text[place : min(end, place + 20)])
        return None if rest and any(rest[0].text.startswith(one) for one in language.points) else "percent"
    if gap[:1] == "‰" or (near and first in language.per and _THOUSAND.match(text, place + following[0].end)):
        return "permille"
    if near and any(alike(first, one) or first == one for one in language.people):
        return "count"
    if factor > 1 and any(alike(one.text, word) for one in following for word in language.people):
        return "count"
    return None
