"""The way from home to a page, told to programs in the words of schema.org; people read it as breadcrumbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from partnership.items.item import Link
from partnership.items.site import Site


def make_breadcrumb_list(site: Site, home: str) -> Callable[[Sequence[Link], str, str], dict[str, Any]]:
    """Return the function that templates ask for the way to a page; ``home`` is what the first step is called."""

    def breadcrumb_list(trail: Sequence[Link], title: str, address: str) -> dict[str, Any]:
        """Return the way as data: the pages above, the nearest last, then the page itself."""
        steps = (Link(home, site.address("home")), *trail, Link(title, address))
        items = [
            {"@type": "ListItem", "position": position, "name": step.title, "item": site.url + step.address}
            for position, step in enumerate(steps, 1)
        ]
        return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}

    return breadcrumb_list
