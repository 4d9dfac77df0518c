"""Coordinates that cannot be meant: slips are told with what they mean, and regions of every size are left alone."""

from __future__ import annotations

import pytest
import yaml

from partnership.catalogue.misplaced import RegionShape
from partnership.places_on_earth import Point
from partnership.settings import PROJECT

GREEK = [Point(40.94, 24.41), Point(41.15, 24.15), Point(41.13, 24.88)]
GALICIAN = [Point(42.24, -8.72), Point(42.43, -8.64), Point(43.37, -8.40), Point(43.01, -7.56)]
ISLANDS = [Point(37.44, 24.94), Point(36.43, 28.22), Point(36.89, 27.29), Point(37.08, 25.15), Point(35.51, 27.21)]
LONELY = [Point(48.85, 2.35), Point(45.76, 4.84), Point(43.30, 5.37), Point(48.57, 7.75)]


def exchanged(point: Point) -> Point:
    """Return a point with its two numbers exchanged."""
    return Point(point.longitude, point.latitude)


def own() -> list[Point]:
    """Return the seats of the repository's own counties."""
    counties = yaml.safe_load((PROJECT / "data/counties.yaml").read_text(encoding="utf-8"))
    return [Point(one["latitude"], one["longitude"]) for one in counties]


@pytest.mark.parametrize(
    ("seats", "zone"),
    [
        (own(), "Europe/Warsaw"), (GREEK, "Europe/Athens"), (GALICIAN, "Europe/Madrid"), (ISLANDS, "Europe/Athens"),
        (LONELY, "Europe/Paris"), (GREEK[:1], "Europe/Athens"), (GREEK, "UTC"), ([], "Europe/Athens"),
    ],
)  # fmt: skip
def test_no_region_is_doubted(seats: list[Point], zone: str) -> None:
    """Whole countries, islands, a single county, a zone without a place."""
    region = RegionShape(seats, zone)
    assert region.wrong == {}
    assert all(region.far(Point(one.latitude + 0.2, one.longitude - 0.2)) is None for one in seats)


@pytest.mark.parametrize("zone", ["Europe/Warsaw", "UTC"])
def test_a_single_exchanged_county_is_told(zone: str) -> None:
    """With what is meant, whichever it is, and without help of the zone, too."""
    seats = own()
    for number, seat in enumerate(seats):
        region = RegionShape([*seats[:number], exchanged(seat), *seats[number + 1 :]], zone)
        assert list(region.wrong) == [number] and region.wrong[number].meant == seat


def test_a_region_exchanged_as_a_whole_is_told_by_its_zone() -> None:
    """All of them, one alone and two of three: the others are no help there."""
    for seats in (
        [*map(exchanged, GREEK)],
        [exchanged(GREEK[0])],
        [exchanged(GREEK[0]), exchanged(GREEK[1]), GREEK[2]],
    ):
        found = RegionShape(seats, "Europe/Athens").wrong
        assert {number: one.meant for number, one in found.items()} == {
            number: exchanged(one) for number, one in enumerate(seats) if one not in GREEK
        }


def test_a_lost_minus_sign_is_told() -> None:
    """West of Greenwich the longitude is easily written without it."""
    found = RegionShape([Point(42.24, 8.72), *GALICIAN[1:]], "Europe/Madrid").wrong
    assert list(found) == [0] and found[0].meant == GALICIAN[0]


def test_what_lies_far_away_is_told_without_a_guess() -> None:
    """A wrong digit; an institution of the region in a capital some way off is no slip."""
    assert RegionShape([*GREEK, Point(4.094, 24.41)], "UTC").wrong[3].meant is None
    region = RegionShape(GREEK, "Europe/Athens")
    assert region.far(Point(40.64, 22.94)) is None
    found = region.far(Point(50.94, 24.41), GREEK[0])
    assert found is not None and found.meant is None and round(found.kilometres) > 1000
