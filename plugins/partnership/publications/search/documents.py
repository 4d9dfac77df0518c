"""Everything that can be found, one row each: what it is called, what it is about, what it says, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.built_in import built_in_text
from partnership.items.data_pages import data_pages
from partnership.kinds.kind import Kind, SearchFacet
from partnership.kinds.registry import AFTER_TEXTS, BEFORE_TEXTS, record_sections, search_kinds
from partnership.language import _
from partnership.locales.marks import unmarked
from partnership.prose.result import StoredBody
from partnership.records.content import Document, ReadableDocument, readable
from partnership.records.fields import encode_hook
from partnership.records.institution import Institution
from partnership.records.offer import Offer
from partnership.records.partner import Partner
from partnership.region_words import RegionWords

_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=encode_hook)
_MARKUP: Final = re.compile(r"\]\([^)\s]*\)|<[^>]*>|[*_`#>\[\]]|\{\.[\w-]+\}")


class SearchText(NamedTuple):
    """What can be found of one document.

    ``strong`` are names and headings, ``text`` what it says besides the ``words`` of its own Markdown, whose pieces
    ``slots`` divide as in :class:`partnership.prose.result.Prose`; ``lead`` tells whether words of the summary
    weigh more than those of the text.
    """

    title: str
    summary: str
    strong: str
    text: str
    words: StoredBody | None = None
    slots: tuple[int, ...] = ()
    lead: bool = True


class SearchDocument(NamedTuple):
    """One document of the search, as far as planning needs to know it.

    ``day`` is its date as an ordinal, 0 without one; ``size`` that of its texts in bytes, about; ``digest`` are bytes
    that stand for all that is told of it.  What is told of a text is found out when somebody asks; ``facet`` says how.
    """

    address: str
    kind: str
    day: int
    size: int
    digest: bytes
    source: Document[Any] | SearchText
    facet: SearchFacet | None = None

    def told(self) -> SearchText:
        """Return what is told of it."""
        return self.source if isinstance(self.source, SearchText) else _told(readable(self.source), self.facet)


def documents(catalogue: Catalogue, region: RegionWords) -> list[SearchDocument]:
    """Return everything that the search of the catalogue's language finds, in the order of the index.

    What has no date comes first, by kind and address, then by date: so a new post changes no number of an older one.
    """
    found = [
        *_pages(catalogue, region),
        *_services(catalogue),
        *_institutions(catalogue),
        *_counties(catalogue),
        *_groups(catalogue),
        *_partners(catalogue),
        *_data_pages(catalogue),
        *(
            one
            for kind, _section in catalogue.sections
            if kind.search is not None
            for one in _documents(catalogue, catalogue.documents[kind.name], kind.search.name, kind)
        ),
        *_documents(catalogue, catalogue.issues, "issue"),
    ]
    place = {kind: number for number, kind in enumerate(search_kinds(catalogue.kinds))}
    found.sort(key=lambda one: (one.day, 0 if one.day else place[one.kind], one.address))
    return found


def _documents(
    catalogue: Catalogue, some: Iterable[Document[Any]], name: str, kind: Kind | None = None
) -> Iterator[SearchDocument]:
    """Yield texts of one kind, which the search calls ``name``; pages have no day."""
    note, addresses_of = catalogue.bodies.note, catalogue.document_addresses
    for one in some:
        moment = kind.moment(one.front) if kind is not None else one.front.date
        day = moment.at.toordinal() if moment is not None and name != "page" else 0
        words = one.body.stored
        # Their words are read when somebody asks for them: often only those of one text.
        note((words.digest,))
        digest = one.content_digest or _ENCODER.encode(readable(one))
        facet = kind.search if kind is not None else None
        yield SearchDocument(addresses_of[one.path], name, day, len(words), digest, one, facet)


def _told(one: ReadableDocument[Any], facet: SearchFacet | None) -> SearchText:
    front, body = one.front, one.body
    strong = [heading.text for heading in body.headings]
    strong += [*front.tags, front.category or "", front.author or ""]
    for attachment in front.attachments:
        strong += (attachment.title, attachment.description or "")
    text: list[str] = []
    if facet is not None:
        strong += facet.strong(front)
        text += facet.text(front)
    images = body.images
    return SearchText(
        front.title,
        front.summary or body.first_paragraph,
        "\n".join(filter(None, strong)),
        plain(text),
        body.words,
        tuple([0 if slot >= 0 or not images[~slot].alone else -1 for slot in body.slots]),
        bool(front.summary),
    )


def _pages(catalogue: Catalogue, region: RegionWords) -> Iterator[SearchDocument]:
    """Yield editors' pages, pages that exist without a file, and the fronts of sections."""
    table = addresses.here()
    always = [table.slug_of(name) for name in addresses.ALWAYS if table.has(name)]
    for slug in dict.fromkeys((*catalogue.pages, *always)):
        document = catalogue.pages.get(slug)
        if addresses.page(slug) == addresses.of("search"):
            continue
        if document is not None:
            yield from _documents(catalogue, (document,), "page")
        elif all(table.page_slug(one) != slug for one in catalogue.unlisted):
            title, lead = built_in_text(table.named(slug), slug, region)
            yield _record(addresses.page(slug), title, "page", lead)
    for _kind, front in record_sections(BEFORE_TEXTS):
        yield _record(addresses.of(front.name), front.label(), "page", front.about())
    measures = [indicator.name for indicator in catalogue.indicators]
    yield _record(addresses.of("comparison"), _("Comparison of counties"), "page", text=measures)
    for kind, section in catalogue.sections:
        about = _("Calendar of meetings") if kind.name == "meetings" else ""
        yield _record(addresses.section(kind.name), section.words(region).title, "page", about)
    for _kind, front in record_sections(AFTER_TEXTS):
        yield _record(addresses.of(front.name), front.label(), "page", front.about())
    yield _record(addresses.of("consultants"), _("Consultants"), "page")


def _services(catalogue: Catalogue) -> Iterator[SearchDocument]:
    for one in catalogue.services:
        if one.status == "current":
            basis = (one.legal_basis,) if isinstance(one.legal_basis, str) else one.legal_basis or ()
            given = (one.provided_by,) if isinstance(one.provided_by, str) else one.provided_by or ()
            strong = "\n".join((*one.synonyms, one.group))
            yield _record(addresses.service(one.id), one.name, "service", one.description, strong, [*basis, *given])


def _institutions(catalogue: Catalogue) -> Iterator[SearchDocument]:
    kinds, counties = catalogue.type, catalogue.county
    for one in catalogue.institutions:
        yield _institution(
            one,
            kinds[one.type].name if one.type in kinds else "",
            counties[one.county].name if one.county in counties else "",
        )


def _institution(one: Institution, kind: str, county: str) -> SearchDocument:
    where = ", ".join(filter(None, (one.street, f"{one.postal_code or ''} {one.city or ''}".strip())))
    summary = " · ".join(filter(None, (kind, where, county)))
    text = [one.description or "", one.alert or "", one.accessibility or "", *one.phone, *one.email, one.website or ""]
    return _record(addresses.institution(one.id), one.name, "institution", summary, one.short_name or "", text)


def _counties(catalogue: Catalogue) -> Iterator[SearchDocument]:
    for one in catalogue.counties:
        offer = catalogue.offers.get(one.teryt)
        strong = "\n".join((one.seat, one.seat_locative, one.locative, one.genitive))
        summary = offer.summary if offer else ""
        yield _record(addresses.county(one.slug), one.name, "county", summary, strong, _offer(offer) if offer else [])


def _offer(offer: Offer) -> list[str]:
    """Return what an offer names besides its summary."""
    text = [one.name for one in offer.occupations]
    text += [part for one in offer.schools for part in (one.name, *one.fields)]
    text += [one.name for one in offer.sites]
    text += [f"{one.name} {one.sector}" for one in offer.employers]
    return [*text, offer.transport or ""]


def _groups(catalogue: Catalogue) -> Iterator[SearchDocument]:
    for one in catalogue.groups:
        members = [catalogue.institution[each].name for each in one.members if each in catalogue.institution]
        results = (one.results,) if isinstance(one.results, str) else one.results or ()
        yield _record(addresses.group(one.id), one.name, "group", one.question, "", [*results, *members])


def _partners(catalogue: Catalogue) -> Iterator[SearchDocument]:
    for one in catalogue.partners:
        if one.institution in catalogue.institution:
            yield _partner(one, catalogue.institution[one.institution])


def _partner(one: Partner, institution: Institution) -> SearchDocument:
    people = "\n".join(part for each in one.consultants for part in (each.name, each.role or ""))
    exchanged = [part for each in (*one.gives, *one.seeks) for part in (each.what, each.description or "")]
    summary = _("Partner: what it gives and what it seeks")
    return _record(addresses.partner(one.id), institution.name, "partner", summary, people, exchanged)


def _data_pages(catalogue: Catalogue) -> Iterator[SearchDocument]:
    for one in data_pages(catalogue):
        yield _record(one.address, one.title, one.kind, one.about, text=(one.about, *one.text), lead=False)


def _record(
    address: str,
    title: str,
    kind: str,
    summary: str = "",
    strong: str = "",
    text: Iterable[str] = (),
    lead: bool = True,
) -> SearchDocument:
    told = SearchText(unmarked(title), plain((summary,)), unmarked(strong), plain(text), lead=lead)
    size = len(told.title) + len(told.summary) + len(told.strong) + len(told.text)
    return SearchDocument(address, kind, 0, size, _ENCODER.encode(told), told)


def plain(texts: Iterable[str]) -> str:
    """Return texts of records, which may be Markdown, as one line without marks."""
    return " ".join(_MARKUP.sub("", unmarked(" ".join(filter(None, texts)))).split())
