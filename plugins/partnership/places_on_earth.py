"""Points on the earth: how far apart they are, and which others are meant by one that was written down wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from math import asin, cos, hypot, radians, sin, sqrt
from typing import Final, NamedTuple

_EARTH: Final = 6371.0
"""Radius of the earth in kilometres."""


class Point(NamedTuple):
    """A place in degrees, north and east positive."""

    latitude: float
    longitude: float

    def meant(self) -> Iterator[Point]:
        """Yield the points that may be meant by this one: exchanged, or with a minus sign too few or too many."""
        north, east = self
        pairs = ((east, north), (north, -east), (-north, east), (-north, -east), (-east, north), (east, -north))
        yield from (Point(*pair) for pair in pairs if abs(pair[0]) <= 90 and pair != (north, east))


def kilometres(one: Point, other: Point) -> float:
    """Return the distance between two points as the crow flies."""
    north = radians(other.latitude - one.latitude)
    east = radians(other.longitude - one.longitude)
    chord = hypot(sin(north / 2), sqrt(cos(radians(one.latitude)) * cos(radians(other.latitude))) * sin(east / 2))
    return 2 * _EARTH * asin(min(1.0, chord))


def place_of_zone(name: str) -> Point | None:
    """Return the place that a time zone is named after; None for one that is named after none.

    The list of zones tells it, which is wherever their rules are.
    """
    table = resources.files("tzdata") / "zoneinfo" / "zone.tab"
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 2 and cells[2] == name:
            at = max(cells[1].rfind("+"), cells[1].rfind("-"))
            return Point(_degrees(cells[1][:at], 2), _degrees(cells[1][at:], 3))
    return None


def _degrees(text: str, digits: int) -> float:
    """Return degrees from ``±DDMM`` or ``±DDMMSS``, the degrees themselves with ``digits`` digits."""
    whole, minutes, seconds = text[1 : 1 + digits], text[1 + digits : 3 + digits], text[3 + digits :]
    value = int(whole) + int(minutes) / 60 + int(seconds or 0) / 3600
    return -value if text[0] == "-" else value
