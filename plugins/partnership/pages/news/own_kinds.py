"""Lists and pages of the kinds of content that a site declares itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.named_records import named_records
from partnership.items.item import Item, Link, Page
from partnership.kinds.kind import Fact, Kind, Section
from partnership.kinds.registry import own_sections
from partnership.pages.common import structured
from partnership.pages.common.lists import ListOf, plan_list
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import RelatedContent, hidden_documents, surroundings
from partnership.pages.news.cards import Card, card
from partnership.pages.news.documents import DocumentView, document_view
from partnership.pages.news.own_things import ToldThing, own_thing, told_of
from partnership.records.content import Document, ReadableDocument
from partnership.settings import Settings


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the list of each kind and the page of each text, hidden ones too."""
    who = structured.publisher(settings)
    for kind, section in own_sections(catalogue.kinds):
        yield from _plan_list(catalogue, who, kind, section, settings.page_length)
        top = Link(section.words(who.region).title, addresses.section(kind.name))
        for document in catalogue.documents[kind.name]:
            yield _page(catalogue, who, kind, document, top, True)
        for document in hidden_documents(catalogue, kind.name):
            yield _page(catalogue, who, kind, document, top, False)


def _plan_list(catalogue: Catalogue, who: Publisher, kind: Kind, section: Section, length: int) -> Iterator[Page]:
    listed = catalogue.listed_by_kind[kind.name]
    about = ListOf.of_kind(kind.name, section.words(who.region))
    if kind.is_over is None or section.days is None:
        yield from plan_list(about, [_card(catalogue, kind, one) for one in listed], length)
        return
    about = ListOf.of_kind(kind.name, section.words(who.region), days=section.days())
    over = [kind.is_over(one.front, catalogue.build_date) for one in listed]
    past = [_card(catalogue, kind, one) for one, ended in zip(listed, over, strict=True) if ended]
    coming = [_card(catalogue, kind, one) for one, ended in zip(listed, over, strict=True) if not ended]
    yield from plan_list(about, past, length, tuple(reversed(coming)))


def _card(catalogue: Catalogue, kind: Kind, document: Document[Any]) -> Card:
    label = Link(document.front.category, "") if document.front.category else None
    note = kind.note(document.front, named_records(catalogue, kind, document.front))
    return card(catalogue, document, label, note)


def _page(
    catalogue: Catalogue, who: Publisher, kind: Kind, document: Document[Any], section: Link, listed: bool
) -> Page:
    around = surroundings(catalogue, document)
    front = document.front
    named = named_records(catalogue, kind, front)
    inputs = (
        who,
        catalogue.bodies.open(document),
        around,
        section,
        told_of(kind, front, named),
        tuple(kind.facts(front, named)),
        listed,
    )
    return Page(around.address, kind.template, own_document_view, inputs, document.path)


def own_document_view(
    who: Publisher,
    document: ReadableDocument[Any],
    around: RelatedContent,
    section: Link,
    told: ToldThing,
    facts: tuple[Fact, ...],
    listed: bool,
) -> DocumentView:
    """Return the view of a text of a site's own kind."""
    return document_view(document, around, section, (own_thing(who, document, around, told),), facts, listed)
