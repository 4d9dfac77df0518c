"""Tiles from coordinates: every county a place of its own, near those that it is near to on a map."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, cos, hypot, radians, sqrt
from typing import Final

MOST_COLUMNS: Final = 12
"""Columns of the map that a phone can show."""

SPARE: Final = 1.3
"""Places of the grid for each county: with some to spare, the outline of the region can be seen."""

ROUNDS: Final = 12
"""Rounds in which counties may change places; after a few nothing changes any more."""

Place = tuple[int, int]


def lay_out(points: Sequence[tuple[float, float]]) -> list[Place]:
    """Return row and column, from 0 at the top left, for points of latitude and longitude in degrees.

    No two share a place.  The sum of the squared ways from where each point would lie is small, though not always the
    least.  Equal points give equal results, in the same order.
    """
    if not points:
        return []
    wished = _wishes(points)
    rows, columns = _grid(points, len(points))
    ideal = [(row * (rows - 1), column * (columns - 1)) for row, column in wished]
    free = {(row, column) for row in range(rows) for column in range(columns)}
    places: list[Place] = [(0, 0)] * len(points)
    # From the outside to the middle: who lies at the edge has the fewest places near.
    order = sorted(range(len(points)), key=lambda one: (-hypot(wished[one][0] - 0.5, wished[one][1] - 0.5), one))
    for one in order:
        places[one] = min(free, key=lambda place: (_way(ideal[one], place), place))
        free.remove(places[one])
    _improve(places, ideal, free)
    top, left = min(row for row, _column in places), min(column for _row, column in places)
    return [(row - top, column - left) for row, column in places]


def _wishes(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return where each point lies between top and bottom, left and right, from 0 to 1."""
    latitudes, longitudes = [one[0] for one in points], [one[1] for one in points]
    north, west = max(latitudes), min(longitudes)
    height, width = north - min(latitudes), max(longitudes) - west
    return [
        ((north - latitude) / height if height else 0.0, (longitude - west) / width if width else 0.0)
        for latitude, longitude in points
    ]


def _grid(points: Sequence[tuple[float, float]], count: int) -> Place:
    """Return the numbers of rows and columns of a grid with the region's proportions."""
    latitudes, longitudes = [one[0] for one in points], [one[1] for one in points]
    height = max(latitudes) - min(latitudes)
    width = (max(longitudes) - min(longitudes)) * cos(radians(sum(latitudes) / count))
    shape = width / height if height and width else 1.0
    columns = max(1, min(MOST_COLUMNS, count, ceil(sqrt(count * SPARE * shape))))
    return max(1, ceil(count * SPARE / columns)), columns


def _improve(places: list[Place], ideal: list[tuple[float, float]], free: set[Place]) -> None:
    """Let counties change places with each other, or move to a free one, as long as that shortens their ways."""
    for _round in range(ROUNDS):
        changed = False
        for one in range(len(places)):
            better = min(free, key=lambda place, one=one: (_way(ideal[one], place), place), default=places[one])  # type: ignore[misc]
            if _way(ideal[one], better) < _way(ideal[one], places[one]):
                free.add(places[one])
                free.remove(better)
                places[one], changed = better, True
            for other in range(one):
                now = _way(ideal[one], places[one]) + _way(ideal[other], places[other])
                if _way(ideal[one], places[other]) + _way(ideal[other], places[one]) < now - 1e-9:
                    places[one], places[other], changed = places[other], places[one], True
        if not changed:
            return


def _way(ideal: tuple[float, float], place: Place) -> float:
    return (ideal[0] - place[0]) ** 2 + (ideal[1] - place[1]) ** 2
