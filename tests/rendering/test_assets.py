"""The theme's files as they are published."""

from __future__ import annotations

import re

from partnership.items.item import Publication
from partnership.rendering.assets import collect_assets
from partnership.settings import PROJECT


def test_the_finder_asks_for_two_scripts() -> None:
    """Its page and its engine are one file each; only what other scripts import too is sent beside them."""
    items = collect_assets(PROJECT / "theme").items
    sent = {one.address for one in items if one.address.startswith("/theme/js/finder/")}
    assert sent == {f"/theme/js/finder/{name}.js" for name in ("engine", "finder", "follow")}
    made = {one.address: one.make(*one.inputs).decode() for one in items if isinstance(one, Publication)}
    for name, imported in (("finder", ["./engine.js"]), ("engine", [])):
        script = made[f"/theme/js/finder/{name}.js"]
        assert re.findall(r"""\bfrom ?["'](.*?)["']""", script) == imported
