"""Making a catalogue of a checked library: what is visible, in which tree it stands and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.address_tables import AddressTable, is_issue, site_addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.grouping import newest_first
from partnership.catalogue.names import Names
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, by_name, sections
from partnership.locales.collation import sort_key_in
from partnership.records.content import Document
from partnership.records.elsewhere import Elsewhere
from partnership.records.figures import Figure
from partnership.records.lexicon import Lexicon
from partnership.records.library import Library, all_records
from partnership.records.taxonomy import County


def is_visible(document: Document[Any], kind: Kind, build_date: date, drafts: bool) -> bool:
    """Tell whether a document of a kind is built: no draft, and not dated after the build date.

    What is announced before its day, as a meeting is, only a date of publication before that day can keep back.
    """
    if drafts:
        return True
    front = document.front
    if front.state == "draft":
        return False
    published = front.date
    if published is None or published.day <= build_date:
        return True
    return kind.announced and bool(published.day == kind.moment(front).day)


def county_order(county: County, lang: str) -> tuple[bool, tuple[str, str]]:
    """Return the key that sorts counties as pages list them: cities last, each by the alphabet of ``lang``."""
    return county.kind == "city", sort_key_in(lang, county.short_name)


def documents_of_tree(documents: Iterable[Document[Any]], table: AddressTable) -> dict[str, Any]:
    """Return listed documents as the fields of a catalogue: those of a language's tree by kind, others elsewhere."""
    own: dict[str, list[Document[Any]]] = {kind.name: [] for kind in table.site.kinds}
    elsewhere: list[Document[Any]] = []
    for one in documents:
        if table.site.table_of(one.front.lang) is table:
            own[one.kind].append(one)
        else:
            elsewhere.append(one)
    issues = sorted(filter(is_issue, own["pages"]), key=lambda one: one.stem, reverse=True)
    return {
        "documents": {kind.name: newest_first(own[kind.name], kind) for kind, _section in sections(table.site.kinds)},
        "pages": {table.page_slug(one): one for one in own["pages"] if not is_issue(one)},
        "issues": tuple(issues),
        "in_other_trees": tuple(elsewhere),
    }


def build_catalogue(
    library: Library,
    figures: tuple[Figure, ...],
    names: Names,
    build_date: date,
    drafts: bool,
    region: str,
    languages: tuple[str, ...] = ("pl",),
    kinds: tuple[Kind, ...] = KINDS,
) -> Catalogue:
    """Return the catalogue of a checked library in the site's first language: what is visible, linked.

    ``names`` has the documents, and the addresses that checks have made of them.
    """
    lang, tables = languages[0], site_addresses(languages, kinds)
    visible: dict[str, list[Document[Any]]] = {kind.name: [] for kind in kinds}
    unlisted: list[Document[Any]] = []
    declared = by_name(kinds)
    for document in names.documents:
        if not is_visible(document, declared[document.kind], build_date, drafts):
            continue
        if document.front.state == "hidden":
            unlisted.append(document)
        else:
            visible[document.kind].append(document)
    everything = [one for some in visible.values() for one in some] + unlisted
    public = names.files.published(everything)
    media = {one.path: one for one in all_records(library.media) if one.path in public}
    document_addresses = {one.path: names.address_of(one) for one in everything} | {
        path: addresses.media_link(path) for path in media
    }
    institutions = sorted(all_records(library.institutions), key=lambda one: (sort_key_in(lang, one.name), one.id))
    partners = sorted(all_records(library.partners), key=lambda one: one.id)
    by_name_of = {one.id: sort_key_in(lang, one.name) for one in institutions}
    partners.sort(key=lambda one: by_name_of.get(one.institution, ("", "")))
    return Catalogue(
        counties=tuple(sorted(all_records(library.counties), key=lambda one: county_order(one, lang))),
        services=tuple(all_records(library.services)),
        types=tuple(all_records(library.institution_types)),
        indicators=tuple(all_records(library.indicators)),
        sources=tuple(all_records(library.sources)),
        terms=tuple(all_records(library.glossary)),
        institutions=tuple(one for one in institutions if one.status == "active"),
        withdrawn_institutions=tuple(one for one in institutions if one.status == "withdrawn"),
        partners=tuple(one for one in partners if one.status == "active"),
        withdrawn_partners=tuple(one for one in partners if one.status == "withdrawn"),
        groups=tuple(one for one in all_records(library.working_groups) if one.status == "active"),
        offers={one.county: one for one in all_records(library.offers) if one.status == "active"},
        figures=figures,
        lexicon=next(iter(all_records(library.lexicon)), Lexicon()),
        elsewhere=next(iter(all_records(library.elsewhere)), Elsewhere()),
        localities=tuple(all_records(library.localities)),
        redundancies=next(iter(all_records(library.redundancies)), None),
        accessibility=next(iter(all_records(library.accessibility)), None),
        kinds=kinds,
        **documents_of_tree((one for some in visible.values() for one in some), tables.first),
        unlisted=tuple(sorted(unlisted, key=lambda one: one.path)),
        media=media,
        document_addresses=document_addresses,
        build_date=build_date,
        region=region,
        languages=languages,
        lang=lang,
    )
