"""Cards: what a list shows of a document, small enough that an edit of one document makes few lists anew."""

from __future__ import annotations

from typing import Any

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.items.item import Link
from partnership.items.wording import shortened
from partnership.language import current_language
from partnership.locales.marks import marked
from partnership.pages.common.pictures import ShownPicture, shown
from partnership.pictures.variants import picture
from partnership.records.body_reader import BodyReader
from partnership.records.content import Document
from partnership.records.fields import Moment
from partnership.records.shared import Shared


class Card(Shared, frozen=True, kw_only=True):
    """A document in a list.

    ``day`` is when it counts from: its date of publication, of a meeting when it starts.  ``lang`` is set only where
    the text is not in the page's language; all texts are then marked as of it.  ``picture`` decorates: the card's text
    says everything.  ``note`` is a line of the page's own below the summary.
    """

    title: str
    address: str
    day: Moment | None = None
    summary: str = ""
    label: Link | None = None
    lang: str | None = None
    picture: ShownPicture | None = None
    note: str = ""


def foreign(lang: str) -> str | None:
    """Return the language of a text for the ``lang`` attribute, or None when it is the page's own."""
    return None if lang.partition("-")[0] == current_language() else lang


def in_its_language(text: str, lang: str | None) -> str:
    """Return a text marked as one of ``lang``; where that is None it is in the page's language and stays as it is."""
    return marked(text, lang) if lang else text


def picture_of(catalogue: Catalogue, document: Document[Any], alt: str = "") -> ShownPicture | None:
    """Return the picture of a document, ready for pages, or None when it has none."""
    image = document.front.image
    if image is None:
        return None
    path = resolve(document.path, image.src)
    media = catalogue.media.get(path) if path else None
    return shown(picture(media, catalogue.document_addresses[media.path]), alt) if media is not None else None


CardFacts = tuple[str, Link | None, ShownPicture | None]
"""What a card shows of others than its document: its address, the label and the picture."""


def card_facts(catalogue: Catalogue, document: Document[Any], label: Link | None = None) -> CardFacts:
    """Return what the card of a document shows of others."""
    return catalogue.document_addresses[document.path], label, picture_of(catalogue, document)


def card(catalogue: Catalogue, document: Document[Any], label: Link | None = None, note: str = "") -> Card:
    """Return the card of a document."""
    facts = card_facts(catalogue, document, label)
    return card_of(catalogue.bodies, document, catalogue.moment(document), facts, note)


def card_of(bodies: BodyReader, document: Document[Any], day: Moment, facts: CardFacts, note: str = "") -> Card:
    """Return the card of a document that counts from ``day``; what others say of it is given."""
    front, (address, label, shown_picture) = document.front, facts
    lang = foreign(front.lang)
    return Card(
        title=in_its_language(front.title, lang),
        address=address,
        day=day,
        summary=in_its_language(front.summary or shortened(bodies.opening(document), 240), lang),
        label=Link(in_its_language(label.title, lang), label.address) if label else None,
        lang=lang,
        picture=shown_picture,
        note=note,
    )
