"""The page for addresses that lead nowhere: it says so and offers the ways that most visitors look for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.settings import Settings


class NotFoundView(msgspec.Struct, frozen=True, kw_only=True):
    """The ways on from a page that is not there."""

    head: PageHead
    intro: str
    ways: tuple[Link, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    yield Page(addresses.NOT_FOUND, "pages/not-found.html", not_found, ())


def not_found() -> NotFoundView:
    """Return the view of the page for addresses that lead nowhere."""
    intro = _("There is no page at this address. It may have moved, or there is a mistake in the address.")
    return NotFoundView(
        head=PageHead(title=_("No such page"), description=intro, kind="not-found", listed=False),
        intro=intro,
        ways=(
            Link(_("Find an institution"), addresses.of("institutions")),
            Link(_("Services"), addresses.of("services")),
            Link(_("Counties"), addresses.of("counties")),
            Link(_("News"), addresses.of("news")),
            Link(_("Site map"), addresses.of("site_map")),
            Link(_("Contact"), addresses.of("contact")),
        ),
    )
