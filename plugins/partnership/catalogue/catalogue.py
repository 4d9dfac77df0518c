"""The catalogue: everything that is visible, linked once, in linear time.

Pages and publications are planned from it; none of them ever sees the catalogue itself, only the records handed to it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from partnership.catalogue.address_tables import AddressTable, site_addresses
from partnership.kinds.kind import Kind, Section
from partnership.kinds.registry import by_name, sections
from partnership.locales.collation import sort_key_in
from partnership.locales.marks import marked
from partnership.records.accessibility import Accessibility
from partnership.records.body_reader import BodyReader
from partnership.records.content import ContentPage, Document, Meeting, News, Report
from partnership.records.elsewhere import Elsewhere
from partnership.records.fields import Moment
from partnership.records.figures import Figure, Indicator, Source
from partnership.records.glossary import Term
from partnership.records.institution import Institution
from partnership.records.lexicon import Lexicon
from partnership.records.localities import Locality
from partnership.records.media import Media
from partnership.records.offer import Offer
from partnership.records.partner import Partner, WorkingGroup
from partnership.records.redundancies import Redundancies
from partnership.records.taxonomy import County, InstitutionType, Service

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
P = ParamSpec("P")


@dataclass(frozen=True)
class Catalogue:
    """All visible records. Tuples are in the order in which pages list them; documents with a section newest first.

    A catalogue is of one language, ``lang``: its records carry their texts in it as far as they are translated, its
    documents are those that stand in the language's tree of pages, by the names of their ``kinds``, and
    ``in_other_trees`` are listed ones elsewhere. ``issues`` are archived newsletters, newest first.  ``unlisted`` are
    hidden documents: built, listed nowhere. ``document_addresses`` gives the address of every visible document and
    published file by its path below the content folder.
    """

    counties: tuple[County, ...]
    services: tuple[Service, ...]
    types: tuple[InstitutionType, ...]
    indicators: tuple[Indicator, ...]
    sources: tuple[Source, ...]
    terms: tuple[Term, ...]
    institutions: tuple[Institution, ...]
    withdrawn_institutions: tuple[Institution, ...]
    partners: tuple[Partner, ...]
    withdrawn_partners: tuple[Partner, ...]
    groups: tuple[WorkingGroup, ...]
    offers: dict[str, Offer]
    figures: tuple[Figure, ...]
    lexicon: Lexicon
    elsewhere: Elsewhere
    localities: tuple[Locality, ...]
    redundancies: Redundancies | None
    accessibility: Accessibility | None
    kinds: tuple[Kind, ...]
    documents: dict[str, tuple[Document[Any], ...]]
    pages: dict[str, ContentPage]
    issues: tuple[ContentPage, ...]
    unlisted: tuple[Document[Any], ...]
    media: dict[str, Media]
    document_addresses: dict[str, str]
    build_date: date
    region: str = ""
    languages: tuple[str, ...] = ("pl",)
    lang: str = "pl"
    in_other_trees: tuple[Document[Any], ...] = ()
    left_out: tuple[str, ...] = field(default=())
    bodies: BodyReader = field(default_factory=BodyReader, compare=False, repr=False)
    """Reads the words of documents, and knows who asked for which."""

    @cached_property
    def _derived(self) -> dict[tuple[Any, ...], tuple[Any, set[bytes]]]:
        return {}

    def derived(self, make: Callable[Concatenate[Catalogue, P], T], *others: P.args, **named: P.kwargs) -> T:
        """Return ``make(self, *others)``, made once for all areas that ask for it.

        Whoever gets it has asked for the words that were asked for when it was made.
        """
        key = (make, *others, *sorted(named.items()))
        if key not in self._derived:
            with self.bodies.recording() as asked:
                made = make(self, *others, **named)
            self._derived[key] = (made, asked)
        value, asked = self._derived[key]
        self.bodies.note(asked)
        result: T = value
        return result

    @property
    def table(self) -> AddressTable:
        """The addresses of this language's pages."""
        return site_addresses(self.languages, self.kinds).tables[self.lang]

    @cached_property
    def kind(self) -> Mapping[str, Kind]:
        """Kinds of content by name."""
        return by_name(self.kinds)

    @cached_property
    def sections(self) -> tuple[tuple[Kind, Section], ...]:
        """Kinds of content that have a section, each with it, in the order in which pages name them."""
        return sections(self.kinds)

    @cached_property
    def news(self) -> tuple[News, ...]:
        """Posts of this language's tree, newest first."""
        return self.documents["news"]

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Reports of this language's tree, newest first."""
        return self.documents["reports"]

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """Meetings of this language's tree, newest first."""
        return self.documents["meetings"]

    @cached_property
    def dated(self) -> tuple[Document[Any], ...]:
        """All documents of this language's tree that have a section, kind by kind."""
        return tuple(one for documents in self.documents.values() for one in documents)

    def moment(self, document: Document[Any]) -> Moment:
        """Return when a document with a section counts from."""
        return self.kind[document.kind].moment(document.front)

    @cached_property
    def county(self) -> dict[str, County]:
        """Counties by code."""
        return {one.teryt: one for one in self.counties}

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by id."""
        return {one.id: one for one in self.services}

    @cached_property
    def type(self) -> dict[str, InstitutionType]:
        """Types of institution by id."""
        return {one.id: one for one in self.types}

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        """Indicators by id."""
        return {one.id: one for one in self.indicators}

    @cached_property
    def source(self) -> dict[str, Source]:
        """Sources by id."""
        return {one.id: one for one in self.sources}

    @cached_property
    def institution(self) -> dict[str, Institution]:
        """Institutions by id, withdrawn ones too."""
        return {one.id: one for one in (*self.institutions, *self.withdrawn_institutions)}

    @cached_property
    def group(self) -> dict[str, WorkingGroup]:
        """Working groups by id."""
        return {one.id: one for one in self.groups}

    @cached_property
    def partner(self) -> dict[str, Partner]:
        """Active partners by id."""
        return {one.id: one for one in self.partners}

    @cached_property
    def service_groups(self) -> tuple[tuple[str, tuple[Service, ...]], ...]:
        """Groups of current services, in the order in which the file first names them."""
        return tuple(group_by((one for one in self.services if one.status == "current"), lambda one: one.group).items())

    def counties_served(self, institution: Institution) -> tuple[str, ...]:
        """Return the codes of the counties an institution serves; all of them when it serves the region."""
        if institution.serves == "region":
            return tuple(self.county)
        if isinstance(institution.serves, tuple):
            return institution.serves
        return (institution.county,)

    def is_responsible(self, institution: Institution) -> bool:
        """Tell whether an institution is of a type that answers for a county."""
        kind = self.type.get(institution.type)
        return kind is not None and kind.responsible and institution.serves != "region"

    @cached_property
    def in_county(self) -> dict[str, tuple[Institution, ...]]:
        """Institutions that serve each county: the responsible office, others, then those of the whole region.

        Among each of these they stand as in ``institutions``.
        """
        offices: dict[str, list[Institution]] = {code: [] for code in self.county}
        others: dict[str, list[Institution]] = {code: [] for code in self.county}
        region: list[Institution] = []
        for institution in self.institutions:
            if institution.serves == "region":
                region.append(institution)
                continue
            found = offices if self.is_responsible(institution) else others
            for code in self.counties_served(institution):
                if code in found:
                    found[code].append(institution)
        return {code: (*offices[code], *others[code], *region) for code in self.county}

    def responsible(self, teryt: str) -> Institution | None:
        """Return the office that answers for a county, if there is one."""
        return next((one for one in self.in_county.get(teryt, ()) if self.is_responsible(one)), None)

    @cached_property
    def giving(self) -> dict[str, tuple[Institution, ...]]:
        """Institutions that give each service, by collation of their names."""
        found: dict[str, list[Institution]] = {one.id: [] for one in self.services}
        for institution in self.institutions:
            for given in institution.services:
                identifier = given if isinstance(given, str) else given.id
                if identifier in found:
                    found[identifier].append(institution)
        return {identifier: tuple(some) for identifier, some in found.items()}

    @cached_property
    def of_type(self) -> dict[str, tuple[Institution, ...]]:
        """Institutions of each type."""
        return {kind.id: () for kind in self.types} | group_by(self.institutions, lambda one: one.type)

    @cached_property
    def used_types(self) -> tuple[InstitutionType, ...]:
        """Types that have an institution: only these have pages and feeds."""
        return tuple(one for one in self.types if self.of_type[one.id])

    @cached_property
    def listed(self) -> tuple[Document[Any], ...]:
        """All listed documents of every language: posts, reports, meetings, pages, issues of the newsletter."""
        return (*self.dated, *self.pages.values(), *self.issues, *self.in_other_trees)

    @cached_property
    def listed_by_kind(self) -> dict[str, tuple[Document[Any], ...]]:
        """Documents in this language and, in their own, those that nobody translated into it, newest first, by kind."""
        return {name: self._with_untranslated(self.kind[name], own) for name, own in self.documents.items()}

    @property
    def listed_news(self) -> tuple[News, ...]:
        """Posts among them."""
        return self.listed_by_kind["news"]

    @property
    def listed_reports(self) -> tuple[Report, ...]:
        """Reports among them."""
        return self.listed_by_kind["reports"]

    @property
    def listed_meetings(self) -> tuple[Meeting, ...]:
        """Meetings among them."""
        return self.listed_by_kind["meetings"]

    def _with_untranslated(self, kind: Kind, own: tuple[Document[Any], ...]) -> tuple[Document[Any], ...]:
        here = {id(one) for one in own}
        others = [
            one
            for one in self.in_other_trees
            if one.kind == kind.name and not any(id(version) in here for version in self.versions[family(one)])
        ]
        return newest_first((*own, *others), kind) if others else own

    @cached_property
    def titles(self) -> dict[str, str]:
        """Title of each listed document by its path below the content folder, marked as one of another language."""
        return {
            one.path: one.front.title if one.front.lang == self.lang else marked(one.front.title, one.front.lang)
            for one in self.listed
        }

    @cached_property
    def document_at(self) -> dict[str, Document[Any]]:
        """Listed documents by their addresses."""
        return {self.document_addresses[one.path]: one for one in self.listed}

    @cached_property
    def versions(self) -> dict[tuple[str, str], tuple[Document[Any], ...]]:
        """Listed documents by (kind, stem of the original), the original first, then by language."""
        families = group_by(self.listed, family)
        return {
            key: tuple(sorted(some, key=lambda one: (one.front.translation is not None, one.front.lang, one.path)))
            for key, some in families.items()
        }

    @cached_property
    def years(self) -> dict[int, tuple[News, ...]]:
        """Posts of each year, newest year first."""
        return group_by(self.news, lambda one: one.front.date.year)

    @cached_property
    def categories(self) -> dict[str, tuple[News, ...]]:
        """Posts of each category, categories by collation."""
        return self._sorted_groups(
            group_many(self.news, lambda one: (one.front.category,) if one.front.category else ())
        )

    @cached_property
    def tags(self) -> dict[str, tuple[News, ...]]:
        """Posts of each topic, topics by collation."""
        return self._sorted_groups(group_many(self.news, lambda one: dict.fromkeys(one.front.tags)))

    @cached_property
    def authors(self) -> dict[str, tuple[News, ...]]:
        """Posts of each author, authors by collation."""
        return self._sorted_groups(group_many(self.news, lambda one: (one.front.author,) if one.front.author else ()))

    def _sorted_groups(self, groups: dict[str, tuple[T, ...]]) -> dict[str, tuple[T, ...]]:
        return {name: groups[name] for name in sorted(groups, key=lambda name: sort_key_in(self.lang, name))}

    @cached_property
    def figures_by_indicator(self) -> dict[str, tuple[Figure, ...]]:
        """Figures of each indicator, sorted by unit, dimension and period."""
        return group_by(self.figures, lambda one: one.indicator)

    @cached_property
    def group_meetings(self) -> dict[str, tuple[Meeting, ...]]:
        """Meetings of each working group, newest first."""
        return group_many(self.listed_meetings, lambda one: (one.front.group,) if one.front.group else ())


def group_by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """Return items by key, keys and items in the order in which they come."""
    return group_many(items, lambda item: (key(item),))


def group_many(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Return items by each of their keys."""
    found: dict[K, list[T]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(some) for key, some in found.items()}


def family(document: Document[Any]) -> tuple[str, str]:
    """Return what a document and its translations have in common: the kind and the stem of the original."""
    return document.kind, document.front.translation or document.stem


def newest_first(documents: Iterable[Document[Any]], kind: Kind) -> tuple[Document[Any], ...]:
    """Return documents of one kind, the newest first, those of one moment by their stems."""
    by_stem = sorted(documents, key=lambda one: one.stem)
    return tuple(sorted(by_stem, key=lambda one: kind.moment(one.front).at, reverse=True))
