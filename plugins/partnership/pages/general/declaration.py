"""The declaration of accessibility, from ``data/accessibility.yaml`` in the form that the technical conditions ask for.

Version 2.0 of 31 July 2024.  What is unknown is a visible gap.  Two official sentences are not among the facts; until
an editor writes them into ``content/pages/deklaracja-dostepnosci.md`` the page has plain wording and says so.  There
each section begins with ``##`` and one of the headings in :data:`PLACES`; what stands before the first heading opens
the page, other sections are further information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.checks.accessibility import reachable, review_due
from partnership.items.item import Item, Page, PageHead
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.news.articles import Article
from partnership.records.accessibility import Accessibility
from partnership.settings import Settings

PLACES: Final = {
    "oswiadczenie-wstepne": "opening",
    "stan-dostepnosci-cyfrowej": "state",
    "niezgodnosc-z-zalacznikiem": "gaps",
    "tresci-nieobjete-przepisami": "exempt",
    "nadmierne-koszty": "costs",
    "skroty-klawiszowe": "shortcuts",
    "obsluga-wnioskow-i-skarg-zwiazanych-z-dostepnoscia": "procedure",
}
"""Slugs of headings in the editors' text, and the part of the declaration that the section below gives."""

_SECTION: Final = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")


class OwnWording(msgspec.Struct, frozen=True, kw_only=True):
    """What editors wrote.

    The text before the first heading, the parts by name (HTML, empty where nobody wrote one), the sections left over.
    """

    before: str
    parts: dict[str, str]
    more: tuple[tuple[str, str], ...]


class DeclarationView(msgspec.Struct, frozen=True, kw_only=True):
    """The declaration on its page; ``own_wording`` tells that the official sentences are still missing."""

    head: PageHead
    article: Article
    facts: Accessibility
    wording: OwnWording
    own_wording: bool
    review_due: date | None
    overdue: bool


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    facts = reachable(catalogue.accessibility or Accessibility(), settings.profile.contact)
    text = page_text(catalogue, addresses.slug_of("accessibility"))
    due = review_due(facts)
    inputs = (text, facts, due is not None and due < catalogue.build_date)
    yield Page(addresses.of("accessibility"), "pages/declaration.html", declaration, inputs, text.source)


def declaration(text: Text, facts: Accessibility, overdue: bool) -> DeclarationView:
    """Return the view of the declaration."""
    article = text_article(text)
    wording = read_wording(article.body)
    head = page_head(text, addresses.of("accessibility"))
    return DeclarationView(
        # The technical conditions fix the heading.
        head=msgspec.structs.replace(head, title=_("Accessibility statement")),
        article=article,
        facts=facts,
        wording=wording,
        own_wording=not (wording.parts["opening"] and wording.parts["state"]),
        review_due=review_due(facts),
        overdue=overdue,
    )


def read_wording(html: str) -> OwnWording:
    """Return the parts of the editors' text by their headings of the second level."""
    pieces = _SECTION.split(html)
    parts = dict.fromkeys(PLACES.values(), "")
    more: list[tuple[str, str]] = []
    for heading, content in zip(pieces[1::2], pieces[2::2], strict=True):
        name = PLACES.get(slug(_TAG.sub("", heading)))
        if name is not None and not parts[name]:
            parts[name] = content.strip()
        else:
            more.append((heading, content.strip()))
    return OwnWording(before=pieces[0].strip(), parts=parts, more=tuple(more))
