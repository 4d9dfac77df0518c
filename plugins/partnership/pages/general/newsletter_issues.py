"""Archived issues of the newsletter, each a page."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page
from partnership.language import _
from partnership.pages.general.content_pages import ContentPageView, Text, page_head, text_article
from partnership.pages.news.articles import surroundings
from partnership.settings import Settings


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan a page for each issue."""
    for one in catalogue.issues:
        around = surroundings(catalogue, one)
        issue = catalogue.bodies.open(one)
        text = Text(title=one.front.title, lead=one.front.summary or "", document=issue, around=around)
        address = catalogue.document_addresses[one.path]
        yield Page(address, "pages/page.html", issue_page, (text, address), text.source)


def issue_links(catalogue: Catalogue) -> tuple[Link, ...]:
    """Return links to all issues, newest first."""
    return tuple(Link(one.front.title, catalogue.document_addresses[one.path]) for one in catalogue.issues)


def issue_page(text: Text, address: str) -> ContentPageView:
    """Return the view of an issue's page."""
    trail = (Link(_("Newsletter"), addresses.of("newsletter")),)
    head = page_head(text, address, section=addresses.of("newsletter"), trail=trail)
    return ContentPageView(head=head, article=text_article(text))
