"""Old addresses: each is a page that leads to where its document stands now."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.checks.uniqueness import normal_alias
from partnership.items.item import Item, Page, PageHead
from partnership.language import _
from partnership.pages.news.cards import foreign
from partnership.settings import Settings


class RedirectView(msgspec.Struct, frozen=True, kw_only=True):
    """Where an old address leads: title and address of the document."""

    head: PageHead
    title: str
    target: str
    lang: str | None


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan a page for each old address of each document that is built."""
    for document in (*catalogue.listed, *catalogue.unlisted):
        target = catalogue.document_addresses[document.path]
        for alias in dict.fromkeys(document.front.aliases):
            inputs = (document.front.title, target, foreign(document.front.lang))
            yield Page(normal_alias(alias), "pages/redirect.html", redirect, inputs, f"content/{document.path}")


def redirect(title: str, target: str, lang: str | None) -> RedirectView:
    """Return the view of an old address."""
    return RedirectView(
        head=PageHead(
            title=_("Moved: %(title)s", title=title), description=_("This page has a new address."), listed=False
        ),
        title=title,
        target=target,
        lang=lang,
    )
