"""Warnings of coordinates that cannot be meant: exchanged, without their minus sign, or far from the whole region."""

from __future__ import annotations

from partnership.catalogue.misplaced import Misplaced, RegionShape
from partnership.catalogue.places import Places
from partnership.language import _
from partnership.places_on_earth import Point
from partnership.records.library import Library, all_records


def check_coordinates(library: Library, places: Places, zone: str) -> None:
    """Tell every county and institution that lies where it cannot lie, at its latitude."""
    counties = [(path, one) for path, kept in library.counties.items() for one in kept.records]
    seats = [Point(one.latitude, one.longitude) for _path, one in counties]
    seat_of = {one.teryt: seat for (_path, one), seat in zip(counties, seats, strict=True)}
    region = RegionShape(seats, zone)
    for number, found in region.wrong.items():
        path, county = counties[number]
        point = Point(county.latitude, county.longitude)
        item = ("teryt", county.teryt)
        message, hint = told(point, found)
        places.tell("data", path, ("latitude",), "misplaced", message, hint, item=item, severity="warning")
    for one in all_records(library.institutions):
        if one.latitude is None or one.longitude is None:
            continue
        point = Point(one.latitude, one.longitude)
        away = region.far(point, seat_of.get(one.county))
        if away is not None:
            message, hint = told(point, away)
            places.tell("data", one.source, ("latitude",), "misplaced", message, hint, severity="warning")


def told(point: Point, found: Misplaced) -> tuple[str, str]:
    """Return what is wrong with a point, and what to do."""
    where = {"north": f"{point.latitude:g}", "east": f"{point.longitude:g}"}
    if found.meant is None:
        message = _(
            "The point %(north)s, %(east)s lies %(km)d km from the nearest county", km=round(found.kilometres), **where
        )
        return message, _("correct latitude and longitude: degrees with a decimal point, a minus sign south and west")
    hint = _(
        "write latitude %(north)s and longitude %(east)s",
        north=f"{found.meant.latitude:g}", east=f"{found.meant.longitude:g}",
    )  # fmt: skip
    if found.meant == (point.longitude, point.latitude):
        return _("Latitude and longitude are exchanged: %(north)s, %(east)s lies far from the region", **where), hint
    return _("A minus sign is wrong or missing: %(north)s, %(east)s lies far from the region", **where), hint
