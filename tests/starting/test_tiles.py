"""Tiles from coordinates: each county its own, near where it lies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.starting.tiles import MOST_COLUMNS, lay_out

POINTS = st.lists(st.tuples(st.floats(-60, 60), st.floats(-170, 170)), max_size=40)


@given(POINTS)
def test_no_two_share_a_tile(points: list[tuple[float, float]]) -> None:
    """Also where points are equal or lie in a line; the first row and column are used, the map is never too wide."""
    places = lay_out(points)
    assert len(set(places)) == len(places) == len(points)
    assert lay_out(points) == places
    if places:
        assert min(row for row, _column in places) == min(column for _row, column in places) == 0
        assert max(column for _row, column in places) < MOST_COLUMNS


def test_directions_are_kept() -> None:
    """North stays above south, west left of east."""
    north, south, west, east, middle = lay_out([(52, 20), (50, 20), (51, 18.5), (51, 21.5), (51, 20)])
    assert north[0] < middle[0] < south[0] and west[1] < middle[1] < east[1]
    assert north[1] == middle[1] == south[1] and west[0] == middle[0] == east[0]


def test_a_grid_of_points_is_itself() -> None:
    """Four by four points that lie like tiles keep their neighbours."""
    points = [(50 - row * 0.2, 20 + column * 0.31) for row in range(4) for column in range(4)]
    places = dict(zip([(row, column) for row in range(4) for column in range(4)], lay_out(points), strict=True))
    for row in range(4):
        for column in range(3):
            left, right = places[row, column], places[row, column + 1]
            assert abs(left[0] - right[0]) + abs(left[1] - right[1]) <= 2
