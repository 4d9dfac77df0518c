"""The page for addresses that lead nowhere: it says so and offers the ways that most visitors look for."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _, speaking
from partnership.settings import Settings


class InAnotherLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """What the page says in another language ``lang`` of the site, with the way to that language's home."""

    lang: str
    title: str
    intro: str
    home: Link


class NotFoundView(msgspec.Struct, frozen=True, kw_only=True):
    """The ways on from a page that is not there.

    Hosts show one page for the addresses of all languages, so that it speaks all of them.
    """

    head: PageHead
    intro: str
    ways: tuple[Link, ...]
    others: tuple[InAnotherLanguage, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    tables = addresses.here().site.tables
    homes = tuple((lang, table.of("home")) for lang, table in tables.items() if lang != catalogue.lang)
    yield Page(addresses.NOT_FOUND, "pages/not-found.html", not_found, (homes,))


def not_found(homes: tuple[tuple[str, str], ...]) -> NotFoundView:
    """Return the view of the page for addresses that lead nowhere; ``homes`` are the other languages' home pages."""
    title, intro = _said()
    return NotFoundView(
        head=PageHead(title=title, description=intro, kind="not-found", listed=False),
        intro=intro,
        ways=(
            Link(_("Find an institution"), addresses.of("institutions")),
            Link(_("Services"), addresses.of("services")),
            Link(_("Counties"), addresses.of("counties")),
            Link(_("News"), addresses.of("news")),
            Link(_("Site map"), addresses.of("site_map")),
            Link(_("Contact"), addresses.of("contact")),
        ),
        others=tuple(_in_another_language(lang, home) for lang, home in homes),
    )


def _said() -> tuple[str, str]:
    intro = _("There is no page at this address. It may have moved, or there is a mistake in the address.")
    return _("No such page"), intro


def _in_another_language(lang: str, home: str) -> InAnotherLanguage:
    with speaking(lang):
        title, intro = _said()
        return InAnotherLanguage(lang=lang, title=title, intro=intro, home=Link(_("Home"), home))
