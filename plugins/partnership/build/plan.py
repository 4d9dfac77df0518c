"""The plan: every file that the site will consist of, from every area and publication."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from importlib import import_module

from partnership.catalogue.catalogue import Catalogue
from partnership.language import _
from partnership.pages.page import Item, Page
from partnership.problems import UserError
from partnership.publications.sitemap import plan_sitemap
from partnership.settings import Settings

Planner = Callable[[Catalogue, Settings], Iterator[Item]]

AREAS: tuple[str, ...] = (
    "pages.home",
    "pages.news",
    "pages.posts",
    "pages.reports",
    "pages.meetings",
    "pages.council",
    "pages.groups",
    "pages.content_pages",
    "pages.investors",
    "pages.channels",
    "pages.finder_page",
    "pages.institutions",
    "pages.institution_types",
    "pages.services",
    "pages.counties",
    "pages.county",
    "pages.comparison",
    "pages.county_services",
    "pages.partners",
    "pages.consultants",
    "pages.service_pages",
    "pages.open_data",
    "pages.newsletter_issues",
    "pages.declaration",
    "pages.site_map",
    "pages.redirects",
    "pages.not_found",
    "pages.gallery",
    "pictures.plan",
    "publications.robots",
    "publications.feeds",
    "publications.opml",
    "publications.calendar",
    "publications.open_data.plan",
    "publications.finder_index",
    "publications.search.index",
)  # fmt: skip
"""Modules whose ``plan(catalogue, settings)`` gives items, in the order in which a visitor meets them.

The setting ``PARTNERSHIP_AREAS`` may name fewer.
"""


SITEMAP = "publications.sitemap"
"""The area that is planned from all others."""


def all_areas(settings: Settings) -> tuple[str, ...]:
    """Return the names of the areas of a site, in order."""
    return settings.areas or AREAS


def plan_area(name: str, catalogue: Catalogue, settings: Settings) -> list[Item]:
    """Return the items of one area, by its name in the list of areas; raise :class:`UserError` where there is none."""
    return list(_planner(name)(catalogue, settings))


def plan_texts(name: str, catalogue: Catalogue, settings: Settings, paths: Collection[str]) -> list[Item] | None:
    """Return those items of one area that show the documents at paths; None where the area cannot plan them alone."""
    module = import_module(f"partnership.{name.partition(':')[0]}")
    planner = getattr(module, "plan_texts", None)
    return list(planner(catalogue, settings, paths)) if planner is not None else None


def finish_plan(planned: dict[str, list[Item]], catalogue: Catalogue, settings: Settings) -> dict[str, list[Item]]:
    """Return the items of all areas without needless redirects and with the sitemap.

    Raises :class:`UserError` when two items take one address.
    """
    kept = {id(item) for item in without_needless_redirects([item for items in planned.values() for item in items])}
    whole = {name: [item for item in items if id(item) in kept] for name, items in planned.items()}
    items = [item for some in whole.values() for item in some]
    whole[SITEMAP] = list(plan_sitemap(catalogue, settings, items))
    check_unique([*items, *whole[SITEMAP]])
    return whole


def _planner(name: str) -> Planner:
    module, _colon, function = name.partition(":")
    try:
        planner: Planner = getattr(import_module(f"partnership.{module}"), function or "plan")
    except (ImportError, AttributeError):
        raise UserError(_("There is no area “%(name)s” (PARTNERSHIP_AREAS in the settings)", name=name)) from None
    return planner


def without_needless_redirects(items: list[Item]) -> list[Item]:
    """Return the items without redirects at addresses where something lives again, or below a file's address.

    A list of a topic, for one, vanishes with its last post and comes back with the next.
    """
    living = {item.address for item in items if not _is_redirect(item)}

    def needed(address: str) -> bool:
        steps = address.strip("/").split("/")
        above = {"/" + "/".join(steps[:length]) for length in range(1, len(steps) + 1)}
        return address not in living and living.isdisjoint(above)

    return [item for item in items if not _is_redirect(item) or needed(item.address)]


def _is_redirect(item: Item) -> bool:
    return isinstance(item, Page) and item.template == "pages/redirect.html"


def check_unique(items: list[Item]) -> None:
    """Raise :class:`UserError` when two items have one address: a mistake that no check of single records could see."""
    seen: set[str] = set()
    twice = []
    for item in items:
        if item.address in seen:
            twice.append(item.address)
        seen.add(item.address)
    if twice:
        raise UserError(_("Two pages have one address: %(addresses)s", addresses=", ".join(sorted(set(twice)))))
