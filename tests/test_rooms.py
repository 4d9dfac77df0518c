"""The order of rooms: data moves one way, and nothing imports from its right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support.commands import PROJECT

PACKAGE = PROJECT / "plugins" / "partnership"

ROOMS = (
    ("cache_files", "charts", "country", "digested", "interrupts", "places_on_earth"),
    ("message_catalogues", "nearest", "patterns", "problems", "time_zone", "timing"),
    ("language", "parallel_map", "polish"),
    ("finder", "foreign_settings", "locales", "system_errors"),
    ("prose", "search"),
    ("locks", "sources"),
    ("records", "reporting"),
    ("chunks", "region_words"),
    ("kinds",),
    ("profile",),
    ("settings",),
    ("settings_file", "theme_folders"),
    ("catalogue",),
    ("authoring", "figures_import"),
    ("site_import", "starting"),
    ("pictures",),
    ("items",),
    ("rendering", "subscriptions"),
    ("editor",),
    ("confirmation", "newsletter", "publications"),
    ("pages",),
    ("engine", "letters"),
    ("pelican_adapter", "publishing", "serving"),
    ("cli",),
    ("__init__", "__main__"),
)
"""Rooms and modules of the package from left to right: each may import those before it, none beside or after it."""


def _imports() -> Iterator[tuple[str, str, str]]:
    """Yield the room, the file and the imported room of every import inside the package, also those in functions."""
    for file in sorted(PACKAGE.rglob("*.py")):
        place = file.relative_to(PACKAGE)
        room = place.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "partnership":
                for name in node.names:
                    yield room, place.as_posix(), name.name
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("partnership."):
                yield room, place.as_posix(), (node.module or "").split(".")[1]
            elif isinstance(node, ast.Import):
                for name in node.names:
                    if name.name.startswith("partnership."):
                        yield room, place.as_posix(), name.name.split(".")[1]


def test_nothing_imports_from_its_right() -> None:
    """Every import leads to a room further left, or stays in the room."""
    place = {room: number for number, rooms in enumerate(ROOMS) for room in rooms}
    wrong = sorted(
        {
            f"{file} imports {to}"
            for room, file, to in _imports()
            if to != room and place.get(to, len(ROOMS)) >= place[room]
        }
    )
    assert wrong == []


def test_every_room_has_its_place() -> None:
    """A new room is put into the order; one that is gone leaves it."""
    there = {one.name.removesuffix(".py") for one in PACKAGE.iterdir() if one.suffix == ".py" or any(one.glob("*.py"))}
    assert there - {"__pycache__", "translations"} == {room for rooms in ROOMS for room in rooms}


def test_the_readme_names_every_room() -> None:
    """Whoever looks for a page, a feed or a check finds its room in the table of folders, and none that is gone."""
    told = (PROJECT / "README.md").read_text(encoding="utf-8")
    rooms = {one.parent.relative_to(PACKAGE).as_posix() for one in PACKAGE.rglob("*/__init__.py")}
    named = set(re.findall(r"`…/([a-z_/]+)/`", told))
    assert (sorted(rooms - named), sorted(named - rooms)) == ([], [])


SHARED_NAMES = {"Site", "Term"}
"""Records whose names the published schemas hold, and what else has them: a plot and a website, a time and a word."""


def test_a_public_class_name_means_one_thing() -> None:
    """Whoever meets a name in a template, a message or a search knows what it is."""
    places: dict[str, list[str]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(file.relative_to(PACKAGE).as_posix())
    assert {name: some for name, some in places.items() if len(some) > 1 and name not in SHARED_NAMES} == {}
