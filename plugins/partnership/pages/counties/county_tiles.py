"""The map of tiles: every county in its place, coloured by the class of one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.charts.quantiles import Class, level_of, quantiles
from partnership.language import _
from partnership.locales.formats import NBSP, with_unit
from partnership.locales.marks import like, unmarked
from partnership.pages.counties.figure_texts import compact_text, missing_text, value_text
from partnership.pages.counties.figures import FigureCell, Measure
from partnership.records.taxonomy import County

COLUMNS: Final = 12
"""Most columns of a map that a phone can show; a wider region is shown as a list of tiles."""

ROWS: Final = 20
"""Most rows that the theme's style sheet has places for."""

SHORTEST: Final = 3
"""Letters of the shortest name on a tile."""


class PlacedCounty(msgspec.Struct, frozen=True, kw_only=True):
    """A county on the map: its names, the row and column of its tile from 0; ``short`` tells it apart on a phone."""

    code: str
    slug: str
    name: str
    short_name: str
    short: str
    city: bool
    row: int
    column: int

    @property
    def address(self) -> str:
        """The address of the county's page."""
        return addresses.county(self.slug)


class LegendStep(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the legend."""

    level: int
    label: str


class Colouring(msgspec.Struct, frozen=True, kw_only=True):
    """What one measure says on the map: level and text by county, and the legend."""

    levels: dict[str, int]
    texts: dict[str, str]
    legend: tuple[LegendStep, ...]


def placed_counties(counties: Sequence[County]) -> tuple[PlacedCounty, ...]:
    """Return counties with their places, moved to the upper left corner."""
    top = min((one.tile.row for one in counties), default=0)
    left = min((one.tile.column for one in counties), default=0)
    shorts = short_names([one.short_name for one in counties])
    return tuple(
        PlacedCounty(
            code=one.teryt,
            slug=one.slug,
            name=one.name,
            short_name=one.short_name,
            short=short,
            city=one.kind == "city",
            row=one.tile.row - top,
            column=one.tile.column - left,
        )
        for one, short in zip(counties, shorts, strict=True)
    )


def is_map(counties: Iterable[PlacedCounty]) -> bool:
    """Tell whether the tiles fit the theme's map."""
    return all(one.row < ROWS and one.column < COLUMNS for one in counties)


def short_names(names: Sequence[str]) -> list[str]:
    """Return each name cut to the fewest letters, at least three, by which it differs from all others.

    A name that is the beginning of another („Краків”, „Краківський”) is shown whole, so the other may be short.  What
    several names begin with, up to a word in small letters („Comuna de”), is left out, and a short first word takes
    the next one's first letter along („San J.”).
    """
    plain = _without_common_words([unmarked(name) for name in names])
    folded = [name.casefold() for name in plain]
    ordered = sorted(folded)
    places = {name: number for number, name in enumerate(ordered)}
    found = []
    for name, whole, low, given in zip(plain, map(unmarked, names), folded, names, strict=True):
        place = places[low]
        before = place - 1
        while before >= 0 and low.startswith(ordered[before]):
            before -= 1
        near = [ordered[other] for other in (before, place + 1) if 0 <= other < len(ordered)]
        length = max([SHORTEST, *(1 + _common(low, other) for other in near)])
        if name.find(" ") in (length, length - 1) and len(name[:length].rstrip()) <= SHORTEST:
            length = name.find(" ") + 2
        cut = name[:length].rstrip()
        short = name if length >= len(name) - 1 else f"{cut}."
        found.append(given if short == whole else like(short, given))
    return found


def _without_common_words(names: Sequence[str]) -> list[str]:
    """Return names without the words with which several begin, where the last of these is in small letters."""
    words = [name.split() for name in names]
    begun = Counter(tuple(some[:length]) for some in words for length in range(1, len(some)))
    found = []
    for name, some in zip(names, words, strict=True):
        common = [
            length for length in range(2, len(some)) if some[length - 1].islower() and begun[tuple(some[:length])] > 1
        ]
        found.append(" ".join(some[max(common) :]) if common else name)
    return found if len(set(found)) == len(set(names)) else list(names)


def _common(one: str, other: str) -> int:
    """Return how many letters two names share at their beginning."""
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def colouring(measure: Measure, cells: Mapping[str, FigureCell], codes: Iterable[str]) -> Colouring:
    """Return levels, texts and legend of one measure for the counties with these codes."""
    values = {code: cell.value for code, cell in cells.items() if cell.value is not None}
    classes = quantiles(values.values(), measure.decimals)
    levels: dict[str, int] = {}
    texts: dict[str, str] = {}
    for code in codes:
        value = values.get(code)
        levels[code] = 0 if value is None else level_of(classes, value, measure.decimals)
        texts[code] = "–" if value is None else compact_text(value, measure.decimals)
    legend = [LegendStep(level=one.level, label=_class_label(one, measure, len(classes))) for one in classes]
    absent = dict.fromkeys(cells[code].missing if code in cells else "no-data" for code in codes if code not in values)
    legend += [LegendStep(level=0, label=f"– {missing_text(reason)}") for reason in absent]
    return Colouring(levels=levels, texts=texts, legend=tuple(legend))


def _class_label(one: Class, measure: Measure, number: int) -> str:
    """Return „najniższe: 2,0–2,9 %”: the class in words, so that nothing hangs on its colour, and its figures."""
    words = {1: _("lowest"), 2: _("low"), 3: _("middle"), 4: _("high"), 5: _("highest")}
    word = words[one.level] if number > 1 else _("all alike")
    low, high = (value_text(value, measure.decimals) for value in (one.low, one.high))
    dash = f"{NBSP}…{NBSP}" if one.low < 0 else "–"
    span = low if one.low == one.high else f"{low}{dash}{high}"
    return f"{word}: {with_unit(span, measure.unit)}"
