"""The glossary: words of the offices in every language of the site, in the order of the reader's alphabet."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.data_pages import glossary_page
from partnership.items.item import Item, Page, PageHead
from partnership.locales.collation import sort_key_in
from partnership.locales.marks import marked, unmarked
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.directory.institutions import language_name
from partnership.records.glossary import Term
from partnership.settings import Settings


class TermWord(msgspec.Struct, frozen=True, kw_only=True):
    """A term in another language, which ``language`` names to the reader."""

    language: str
    text: str


class GlossaryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A term with its words in the site's other languages and what it means; ``id`` is its fragment."""

    id: str
    term: str
    words: tuple[TermWord, ...]
    note: str


class GlossaryView(msgspec.Struct, frozen=True, kw_only=True):
    """The page."""

    head: PageHead
    entries: tuple[GlossaryEntry, ...]


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page."""
    inputs = (structured.publisher(settings), catalogue.terms, catalogue.languages, catalogue.lang)
    yield Page(addresses.of("glossary"), "pages/glossary.html", glossary, inputs, "data/glossary.yaml")


def glossary(who: Publisher, terms: tuple[Term, ...], languages: tuple[str, ...], lang: str) -> GlossaryView:
    """Return the view of the page in ``lang``."""
    entries = [_entry(one, languages, lang) for one in terms]
    entries.sort(key=lambda one: (sort_key_in(lang, unmarked(one.term)), one.id))
    page = glossary_page()
    address, title = page.address, page.title
    head = PageHead(
        title=title,
        description=page.about,
        section=address,
        json_ld=(_term_set(who, title, address, entries),),
    )
    return GlossaryView(head=head, entries=tuple(entries))


def _entry(term: Term, languages: tuple[str, ...], lang: str) -> GlossaryEntry:
    words = [
        TermWord(language=language_name(code), text=marked(text, code))
        for code in languages
        if code != lang
        and isinstance(text := term.translations.get(code, {}).get("term"), str)
        # Where the page shows a term in another language, that word is there already.
        and unmarked(text) != unmarked(term.term)
    ]
    return GlossaryEntry(id=term.id, term=term.term, words=tuple(words), note=term.note or "")


def _term_set(who: Publisher, title: str, address: str, entries: list[GlossaryEntry]) -> structured.Thing:
    """Return the glossary in the words of schema.org."""
    place = who.site_url + address
    return {
        "@type": "DefinedTermSet",
        "@id": place,
        "name": title,
        "url": place,
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": one.term, "url": f"{place}#{one.id}"}
            | ({"description": one.note} if one.note else {})
            for one in entries
        ],
    }
