"""The page of a text: its head, which all kinds share, and the whole page of kinds that have no view of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from partnership.items.item import Link, PageHead
from partnership.items.site import feed_links
from partnership.kinds.kind import Fact, Named
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher, Thing
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
)
from partnership.records.content import ReadableDocument


class FactLine(msgspec.Struct, frozen=True):
    """A fact on one line; with an address it is a link."""

    label: str
    text: str
    address: str


class FactList(msgspec.Struct, frozen=True):
    """A fact of several lines under its heading, whose id is ``id``."""

    id: str
    label: str
    items: tuple[str, ...]


class DocumentView(msgspec.Struct, frozen=True, kw_only=True):
    """A text on its page: what its head says, and its neighbours in time."""

    head: PageHead
    article: Article
    lines: tuple[FactLine, ...]
    lists: tuple[FactList, ...]
    newer: Link | None
    older: Link | None


def document_head(
    document: ReadableDocument[Any],
    around: RelatedContent,
    section: Link,
    *,
    things: Iterable[Thing],
    listed: bool,
    trail: tuple[Link, ...] = (),
    fallback: str = "",
) -> PageHead:
    """Return the head of a text's page.

    ``section`` is that of its kind, ``trail`` what lies between section and text.  ``things`` are objects of
    schema.org; ``fallback`` describes a text that says nothing itself.
    """
    title, above = document.front.title, (section, *trail)
    return PageHead(
        title=title,
        description=head_description(document, fallback),
        trail=above,
        section=section.address,
        feeds=feed_links(section.title, section.address),
        json_ld=tuple(things),
        kind="article",
        modified=head_modified(document),
        image=head_image(around),
        listed=listed,
        translations=head_translations(document, around),
    )


def written_thing(
    who: Publisher, document: ReadableDocument[Any], around: RelatedContent, schema: str, authors: tuple[str, ...]
) -> Thing:
    """Return a text in the words of schema.org, as a thing of the type ``schema``."""
    front = document.front
    return structured.written(
        who,
        schema,
        title=front.title,
        address=around.address,
        description=head_description(document),
        lang=front.lang,
        published=front.date,
        modified=front.modified,
        authors=authors,
        image=around.illustration.picture.address if around.illustration else None,
    )


def document_view(
    document: ReadableDocument[Any],
    around: RelatedContent,
    section: Link,
    things: tuple[Thing, ...],
    facts: tuple[Fact, ...],
    listed: bool,
    trail: tuple[Link, ...] = (),
    newer: Link | None = None,
    older: Link | None = None,
) -> DocumentView:
    """Return the view of a text; ``things`` are what it tells programs in the words of schema.org."""
    told = [one for one in facts if one.value]
    return DocumentView(
        head=document_head(
            document,
            around,
            section,
            things=things,
            listed=listed,
            trail=trail,
        ),
        article=article(document, around),
        lines=tuple(_line(one.label, one.value) for one in told if not isinstance(one.value, tuple)),
        lists=tuple(
            FactList(f"fact-{number}", one.label, one.value)
            for number, one in enumerate(told, 1)
            if isinstance(one.value, tuple)
        ),
        newer=newer,
        older=older,
    )


def _line(label: str, value: str | Named) -> FactLine:
    return FactLine(label, value.title, value.address) if isinstance(value, Named) else FactLine(label, value, "")
