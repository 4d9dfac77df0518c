"""The theme's components: documented, rendered in every state, well-formed, safe under the site's policy."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import html5lib
import pytest
from jinja2 import Environment

from partnership.items.site import make_site
from partnership.pages.general import gallery
from partnership.pages.general.gallery import component_folders, macro_name, read_parameters, read_states
from partnership.rendering.assets import collect_assets, join_styles
from partnership.rendering.environment import make_environment
from partnership.settings import PROJECT, Settings

THEME = PROJECT / "theme"
FOLDERS = component_folders(THEME)
STATES = [(folder, state) for folder in FOLDERS for state in read_states((folder / "fixtures.yaml").read_text("utf-8"))]


@pytest.fixture(scope="module")
def environment() -> Environment:
    """The theme's templates, as the build loads them."""
    return make_environment(THEME, make_site(Settings()), collect_assets(THEME))


def macro(environment: Environment, folder: Path) -> Any:
    """Return the macro of a component."""
    module = environment.get_template(f"components/{folder.name}/{folder.name}.html").module
    return getattr(module, macro_name(folder))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_component_is_documented(environment: Environment, folder: Path) -> None:
    """parameters.yaml names exactly what the macro takes, in its order, each with a description."""
    parameters = read_parameters((folder / "parameters.yaml").read_text("utf-8"))
    assert [one.name for one in parameters] == list(macro(environment, folder).arguments)
    assert all(one.description and one.type for one in parameters)


@pytest.mark.parametrize(("folder", "state"), STATES, ids=lambda value: getattr(value, "name", value))
def test_state_is_well_formed(environment: Environment, folder: Path, state: gallery.GalleryState) -> None:
    """Every fixture renders to HTML without parse errors, repeated ids, inline styles or handlers."""
    html = str(macro(environment, folder)(**state.data))
    if state.wrap:
        tag, _, style = state.wrap.partition(".")
        html = f'<{tag} class="{style}">{html}</{tag}>'
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(f"<!DOCTYPE html><html lang=pl><title>x</title><body>{html}</body></html>")
    assert not parser.errors, parser.errors
    elements = list(tree.iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in elements:
        assert not [key for key in element.keys() if key == "style" or str(key).startswith("on")]  # noqa: SIM118
        for key in ("aria-labelledby", "aria-describedby", "for"):
            for target in (element.get(key) or "").split():
                assert target in ids, f"{key} names {target}, which is not there"


def test_every_component_is_told_of() -> None:
    """The theme's README names every component's macro."""
    readme = (THEME / "README.md").read_text("utf-8")
    missing = [folder.name for folder in FOLDERS if f"`{macro_name(folder)}(" not in readme]
    assert not missing


def test_style_sheet_is_light() -> None:
    """All styles together stay within 15 KB as they are transferred."""
    style = join_styles(THEME)
    assert len(gzip.compress(style.encode(), 9)) <= 15 * 1024


def test_gallery_is_for_previews_only() -> None:
    """The gallery has a page for every component under serve and none in a published site."""
    assert not list(gallery.plan(None, Settings()))  # type: ignore[arg-type]
    planned = list(gallery.plan(None, Settings(preview=True)))  # type: ignore[arg-type]
    assert len(planned) == len(FOLDERS) + 1
