"""The gallery of components: every component of the theme in every state; only in previews, never published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.settings import Settings
from partnership.theme_folders import theme_file, theme_files

ADDRESS = "/galeria/"
"""Where the gallery stands; each component has a page of its own under it."""

_MACRO = re.compile(r"\{% macro (\w+)\(")


class Parameter(msgspec.Struct, frozen=True):
    """What a component's macro takes."""

    name: str
    type: str
    required: bool
    description: str


class GalleryState(msgspec.Struct, frozen=True):
    """One example: its name, the macro's arguments, and the element it must stand in (``dl.values``), if any."""

    name: str
    data: dict[str, Any]
    wrap: str = ""


class GalleryView(msgspec.Struct, frozen=True, kw_only=True):
    """The list of components, and on a component's page its parameters and states."""

    head: PageHead
    components: tuple[Link, ...]
    name: str = ""
    macro: str = ""
    parameters: tuple[Parameter, ...] = ()
    states: tuple[GalleryState, ...] = ()


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the gallery, in previews only."""
    if not settings.preview:
        return
    folders = component_folders(settings.theme)
    names = tuple(folder.name for folder in folders)
    yield Page(ADDRESS, "pages/gallery.html", gallery, (names,))
    for folder in folders:
        texts = tuple((folder / file).read_text(encoding="utf-8") for file in ("parameters.yaml", "fixtures.yaml"))
        inputs = (names, folder.name, macro_name(folder), *texts)
        yield Page(f"{ADDRESS}{folder.name}/", "pages/gallery.html", component, inputs)


def component_folders(theme: Path) -> list[Path]:
    """Return the folders of the theme's components, by name."""
    names = (name for name in theme_files(theme, "templates/components") if name.endswith("/fixtures.yaml"))
    return [theme_file(theme, f"templates/components/{name}").parent for name in names]


def macro_name(folder: Path) -> str:
    """Return the name of a component's macro, the first in its template; empty when it has none."""
    found = _MACRO.search((folder / f"{folder.name}.html").read_text(encoding="utf-8"))
    return found.group(1) if found else ""


def read_parameters(text: str) -> tuple[Parameter, ...]:
    """Return the parameters that a component's ``parameters.yaml`` describes."""
    return msgspec.convert(yaml.load(text, yaml.CSafeLoader) or [], tuple[Parameter, ...])


def read_states(text: str) -> tuple[GalleryState, ...]:
    """Return the states in a component's ``fixtures.yaml``."""
    return msgspec.convert(yaml.load(text, yaml.CSafeLoader), tuple[GalleryState, ...])


def gallery(names: tuple[str, ...]) -> GalleryView:
    """Return the view of the gallery's first page."""
    return GalleryView(head=_head(_("Gallery of components")), components=_links(names))


def component(names: tuple[str, ...], name: str, macro: str, parameters: str, states: str) -> GalleryView:
    """Return the view of a component's page."""
    return GalleryView(
        head=_head(name, Link(_("Gallery of components"), ADDRESS)),
        components=_links(names),
        name=name,
        macro=macro,
        parameters=read_parameters(parameters),
        states=read_states(states),
    )


def _head(title: str, *trail: Link) -> PageHead:
    scripts = ("js/data-table.js", "js/tile-map.js")
    return PageHead(title=title, description=title, trail=trail, listed=False, scripts=scripts)


def _links(names: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(name, f"{ADDRESS}{name}/") for name in names)
