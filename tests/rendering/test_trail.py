"""The way to a page as programs read it."""

from __future__ import annotations

from partnership.items.item import Link
from partnership.items.site import make_site
from partnership.rendering.trail import make_breadcrumb_list
from partnership.settings import Settings


def test_the_way_begins_at_home_and_ends_at_the_page() -> None:
    """Positions count from 1 and addresses are absolute, below the site's base path."""
    site = make_site(Settings(site_url="https://example.org/p"))
    found = make_breadcrumb_list(site, "Home")((Link("Raporty", "/raporty/"),), "Raport", "/raporty/raport/")
    steps = [(one["position"], one["name"], one["item"]) for one in found["itemListElement"]]
    assert steps == [
        (1, "Home", "https://example.org/p/"),
        (2, "Raporty", "https://example.org/p/raporty/"),
        (3, "Raport", "https://example.org/p/raporty/raport/"),
    ]
