"""Points on the earth: distances, what a slip may have meant, and where a time zone's place is."""

from __future__ import annotations

import pytest

from partnership.places_on_earth import Point, kilometres, place_of_zone


def test_a_distance_is_that_of_a_globe() -> None:
    """A degree along a meridian, the way across the date line, and none at all."""
    assert kilometres(Point(50, 20), Point(51, 20)) == pytest.approx(111.2, abs=0.1)
    assert kilometres(Point(0, 179.5), Point(0, -179.5)) == pytest.approx(111.2, abs=0.1)
    assert kilometres(Point(50, 20), Point(50, 20)) == 0


def test_a_slip_exchanges_numbers_or_loses_a_sign() -> None:
    """Nothing that is meant lies beyond a pole, and the point itself is not among it."""
    assert list(Point(42.2, 8.7).meant())[:2] == [Point(8.7, 42.2), Point(42.2, -8.7)]
    assert all(abs(one.latitude) <= 90 for one in Point(12.0, 140.0).meant())
    assert Point(7.0, 7.0) not in Point(7.0, 7.0).meant()


def test_a_zone_has_the_place_that_it_is_named_after() -> None:
    """Degrees and minutes, seconds too where the list has them; UTC lies nowhere."""
    athens, troll = place_of_zone("Europe/Athens"), place_of_zone("Antarctica/Troll")
    assert athens is not None and kilometres(athens, Point(37.98, 23.73)) < 10
    assert troll is not None and kilometres(troll, Point(-72.01, 2.53)) < 10
    assert place_of_zone("UTC") is None
