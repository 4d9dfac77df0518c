"""Pages of ``content/pages``: whatever an editor writes there stands at ``/slug/``.

A page that the site itself needs (see :mod:`partnership.items.built_in`) exists without a file too, with
a plain text.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.address_words import Name
from partnership.catalogue.catalogue import Catalogue
from partnership.items.built_in import built_in_text
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.wording import description
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
    surroundings,
)
from partnership.records.content import ReadablePage
from partnership.region_words import NO_REGION, RegionWords
from partnership.settings import Settings

OWN_MODULES: tuple[Name, ...] = (
    "council", "channels", "newsletter", "open_data", "search", "contact", "investors", "accessibility", "site_map",
    "redundancies",
)  # fmt: skip
"""Pages that other modules plan, since they show more than the text."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a page: an editor's document, or the built-in title and sentence."""

    title: str
    lead: str = ""
    document: ReadablePage | None = None
    around: RelatedContent | None = None
    listed: bool = True

    @property
    def source(self) -> str:
        """The file that an editor changes, empty for a built-in text."""
        return f"content/{self.document.path}" if self.document else ""


class ContentPageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page with nothing but its text."""

    head: PageHead
    article: Article


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the editors' own pages, hidden ones too."""
    table = addresses.here()
    region = settings.profile.region_words(table.lang)
    hidden = (table.page_slug(one) for one in catalogue.unlisted if one.kind == "pages")
    always = [table.slug_of(name) for name in addresses.ALWAYS if table.has(name)]
    planned_elsewhere = {table.slug_of(name) for name in OWN_MODULES}
    for slug in dict.fromkeys((*catalogue.pages, *hidden, *always)):
        if slug not in planned_elsewhere:
            yield plain_page(catalogue, region, slug)


def plain_page(catalogue: Catalogue, region: RegionWords, slug: str) -> Page:
    """Return the page with the text of this slug and nothing else."""
    text = page_text(catalogue, slug, region)
    address = addresses.page(slug)
    return Page(address, "pages/page.html", content_page, (text, address), text.source)


def page_text(catalogue: Catalogue, slug: str, region: RegionWords = NO_REGION) -> Text:
    """Return the text of the page with this slug: the editor's where there is one, else the built-in one."""
    table = addresses.here()
    hidden = next((one for one in catalogue.unlisted if one.kind == "pages" and table.page_slug(one) == slug), None)
    document = catalogue.pages.get(slug) or hidden
    if document is None:
        title, lead = built_in_text(table.named(slug), slug, region)
        return Text(title=title, lead=lead)
    return Text(
        title=document.front.title,
        lead=document.front.summary or "",
        document=catalogue.bodies.open(document),
        around=surroundings(catalogue, document),
        listed=slug in catalogue.pages,
    )


def page_head(text: Text, address: str, *, section: str = "", trail: tuple[Link, ...] = ()) -> PageHead:
    """Return the head of a page with this text."""
    document, around = text.document, text.around
    return PageHead(
        title=text.title,
        description=head_description(document) if document else description(text.lead, text.title),
        trail=trail,
        section=section or address,
        modified=head_modified(document) if document else None,
        image=head_image(around) if around else None,
        listed=text.listed,
        translations=head_translations(document, around) if document and around else (),
    )


def text_article(text: Text) -> Article:
    """Return the text ready for its page."""
    if text.document is not None and text.around is not None:
        return article(text.document, text.around)
    return Article(
        title=text.title,
        lang=None,
        lead=text.lead,
        body="",
        contents=(),
        illustration=None,
        downloads=(),
        related=(),
        versions=(),
        published=None,
        modified=None,
        author=None,
        category=None,
        tags=(),
    )


def content_page(text: Text, address: str) -> ContentPageView:
    """Return the view of a page with nothing but its text."""
    return ContentPageView(head=page_head(text, address), article=text_article(text))
