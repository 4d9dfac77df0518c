"""Every component in every state, as Chromium shows it: accessible by axe, whole on a phone, in both colour schemes."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from partnership.items.item import Copy, PageHead, Publication
from partnership.items.site import make_site
from partnership.pages.general import gallery
from partnership.rendering.assets import collect_assets
from partnership.rendering.environment import make_environment
from partnership.settings import Settings
from tests.support.contrasts import undecided_contrasts
from tests.support.screens import SCREENS

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
"""The engine, as a package of Python ships it."""

OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    # All states of all components stand on one page here; on a real page each stands once, under its own headings.
    "rules": {rule: {"enabled": False} for rule in ("landmark-unique", "heading-order", "duplicate-id-aria")},
}

ALL = """{% extends "layouts/base.html" %}{% block content %}{% for name, macro, states in view %}
{% import "components/" ~ name ~ "/" ~ name ~ ".html" as component %}
<div id="{{ name }}">{% for state in states %}{% set wrap = state.wrap.split(".") %}
{% if state.wrap %}<{{ wrap[0] }} class="{{ wrap[1] }}">{% endif %}
{{ component[macro](**state.data) }}
{% if state.wrap %}</{{ wrap[0] }}>{% endif %}{% endfor %}</div>{% endfor %}{% endblock %}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page with everything, and the theme's files beside it."""
    root = tmp_path_factory.mktemp("components")
    settings = Settings()
    assets = collect_assets(settings.theme)
    for item in assets.items:
        assert isinstance(item, Publication | Copy)
        made = item.make(*item.inputs) if isinstance(item, Publication) else Path(item.source).read_bytes()
        target = root / item.address.removeprefix("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)
    view = [
        (one.name, gallery.macro_name(one), gallery.read_states((one / "fixtures.yaml").read_text(encoding="utf-8")))
        for one in gallery.component_folders(settings.theme)
    ]
    site = make_site(settings)
    template = make_environment(settings.theme, site, assets).from_string(ALL)
    page = PageHead(title="Wszystko", description="Wszystko", scripts=("js/data-table.js", "js/tile-map.js"))
    html = template.render(
        site=site, page=page, view=view, address="/galeria/", source="", lang=site.lang, alternates=(), languages=()
    )
    (root / "index.html").write_text(html, encoding="utf-8")
    return root


@pytest.mark.parametrize(("scheme", "width"), SCREENS)
def test_components_are_accessible(
    browser: Browser, folder: Path, serve_folder: Callable[[Path], str], scheme: str, width: int
) -> None:
    """No violation, no contrast that cannot be told, nothing that makes the page scroll sideways."""
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(serve_folder(folder) + "/")
    sideways = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    page.evaluate(AXE)
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", OPTIONS)
    context.close()
    assert sideways <= 0
    assert [told(one) for one in found["violations"]] == []
    # A sign alone, as ▲, is a picture for axe: its contrast is that of the word beside it, which is measured.
    assert [told(one) for one in undecided_contrasts(found) if "only non-text characters" not in told(one)] == []


def told(rule: dict[str, Any]) -> str:
    """Return a finding in one line."""
    node = rule["nodes"][0]
    return f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
