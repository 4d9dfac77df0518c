"""Checks of places: localities lie in known counties, towns elsewhere in counties of their region."""

from __future__ import annotations

from partnership.catalogue.names import Names
from partnership.language import _
from partnership.nearest import nearest
from partnership.records.library import Library


def check_localities(library: Library, names: Names) -> None:
    """Tell of localities whose county is not in the list of counties."""
    known = names.known.get("counties", set())
    if "counties" in names.open_kinds:
        return
    for path, kept in library.localities.items():
        for locality in kept.records:
            if locality.county not in known:
                message = _("“%(teryt)s” is not the code of a county in counties.yaml", teryt=locality.county)
                hint = _("correct it, or remove the row")
                names.places.tell_cell("data", path, locality.line, 3, "unknown-reference", message, hint)


def check_elsewhere(library: Library, names: Names) -> None:
    """Tell of towns elsewhere whose county their region lacks, and of forms of names that it does not hold."""
    for path, kept in library.elsewhere.items():
        for elsewhere in kept.records:
            for number, region in enumerate(elsewhere.regions):
                for town, county in region.towns.items():
                    if county not in region.counties:
                        key = ("regions", number, "towns", town)
                        _unknown(names, path, key, county, sorted(region.counties), at_key=False)
                held = {*region.cities, *region.towns, *region.counties.values()}
                for name in region.forms:
                    if name not in held:
                        _unknown(names, path, ("regions", number, "forms", name), name, sorted(held), at_key=True)
            if elsewhere.abroad:
                for name in elsewhere.abroad.forms:
                    if name not in elsewhere.abroad.cities:
                        cities = sorted(elsewhere.abroad.cities)
                        _unknown(names, path, ("abroad", "forms", name), name, cities, at_key=True)


def _unknown(names: Names, path: str, key: tuple[str | int, ...], name: str, known: list[str], *, at_key: bool) -> None:
    near = nearest(name, known)
    message = _("“%(name)s” is not among the places of this region", name=name)
    hint = _("did you mean “%(near)s”?", near=near) if near else _("correct it, or add it there")
    names.places.tell("data", path, key, "unknown-reference", message, hint, at_key=at_key, suggestion=near)
