"""Coordinates that cannot be meant: which points of a region lie far from all others, and where they may belong.

The region itself decides, by how far its counties' seats lie from each other, and the place that its time zone is named
after: no country is known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

import msgspec

from partnership.places_on_earth import Point, kilometres, place_of_zone

ALONE: Final = 3
"""Fewer counties do not tell how far apart those of the region are."""
USUAL: Final = 100.0
"""Kilometres between the seats of neighbouring counties that are never too many."""
FAR: Final = 2.0
"""How many times farther than usual a point lies that is told although no other one suggests itself."""
SPREAD: Final = 3.0
"""How many times the middle distance between nearest seats still is usual."""
BETTER: Final = 3.0
"""How many times nearer the point has to lie that may be meant."""
ABROAD: Final = 1000.0
"""Kilometres up to which a county may lie from the place of its time zone without any doubt."""


class Misplaced(msgspec.Struct, frozen=True):
    """How far a point lies from the nearest place of the region, and which point may be meant."""

    kilometres: float
    meant: Point | None


class RegionShape:
    """Where the counties of a region lie: what is wrong among them, and what lies too far from those that are right."""

    def __init__(self, seats: Sequence[Point], zone: str) -> None:
        """Look at the seats of all counties, in a time zone."""
        home = place_of_zone(zone)
        self.wrong: dict[int, Misplaced] = {}
        for number, seat in enumerate(seats):
            found = _of_zone(seat, home) if home is not None else None
            if found is not None:
                self.wrong[number] = found
        self._right = [one for number, one in enumerate(seats) if number not in self.wrong]
        between = [_nearest(one, _without(self._right, at)) for at, one in enumerate(self._right)]
        self._usual = max(USUAL, SPREAD * median(between)) if len(between) >= ALONE else FAR * USUAL
        if len(between) >= ALONE:
            found_far = {
                number: found
                for number, seat in enumerate(seats)
                if number not in self.wrong and (found := self._far(seat, [one for one in self._right if one != seat]))
            }
            self.wrong |= found_far
            self._right = [one for number, one in enumerate(seats) if number not in self.wrong]

    def far(self, point: Point, likely: Point | None = None) -> Misplaced | None:
        """Return how a point lies too far from every county; None where it does not, or where nobody can tell.

        ``likely`` is the seat that it probably lies near: most points are settled by that one.
        """
        if likely in self._right and kilometres(point, likely) <= self._usual:
            return None
        return self._far(point, self._right)

    def _far(self, point: Point, others: Sequence[Point]) -> Misplaced | None:
        if not others:
            return None
        away = _nearest(point, others)
        if away <= self._usual:
            return None
        meant = min(point.meant(), key=lambda one: _nearest(one, others))
        if (near := _nearest(meant, others)) <= self._usual and near * BETTER < away:
            return Misplaced(away, meant)
        return Misplaced(away, None) if away > FAR * self._usual else None


def _of_zone(seat: Point, home: Point) -> Misplaced | None:
    """Return what is wrong with a seat that is far from its time zone's place, where another point is much nearer."""
    away = kilometres(seat, home)
    meant = min(seat.meant(), key=lambda one: kilometres(one, home))
    return Misplaced(away, meant) if away > ABROAD and kilometres(meant, home) * BETTER < away else None


def _nearest(point: Point, others: Iterable[Point]) -> float:
    return min((kilometres(point, one) for one in others), default=0.0)


def _without(points: Sequence[Point], number: int) -> list[Point]:
    return [*points[:number], *points[number + 1 :]]
