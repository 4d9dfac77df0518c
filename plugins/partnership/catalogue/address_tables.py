"""Tables of addresses: one for each language of a site, made from the words of that language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from partnership.catalogue.address_words import (
    DATA_SETS,
    DEFAULT,
    FRAGMENTS,
    NAMES,
    ONLY_FIRST,
    PAGES,
    PARTS,
    Fragment,
    Name,
    Part,
    SectionName,
)
from partnership.kinds.kind import Kind
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import KINDS, RECORD_KINDS, record_sections, sections
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.problems import UserError
from partnership.records.content import Document, Front

NOT_FOUND: Final = "/404.html"
MANIFEST: Final = "/publikacja.json"
SITEMAP: Final = "/sitemap.xml"
MEDIA: Final = "/media/"

ALWAYS: tuple[Name, ...] = (
    "channels", "newsletter", "open_data", "search", "join", "contact", "about", "accessibility", "privacy", "site_map",
    "council", "investors", "special_needs", "redundancies", "reuse_terms",
)  # fmt: skip
"""Pages with a text of an editor's that exist without one too: each then has a plain built-in text."""

EDITED: tuple[Name, ...] = (*ALWAYS, "redundancy_help")
"""Pages whose texts are an editor's: those above, and those that exist only where somebody wrote them."""

RESERVED: Final = ("theme", "media", "artykuly", "en", "uk", "redakcja", "galeria")
"""First parts of addresses that no table names and that a page of its own cannot take."""


class AddressTable:
    """Addresses of one language: ``lang`` its code, ``prefix`` its folder ("/en"), empty for the first language."""

    def __init__(self, lang: str, prefix: str, site: SiteAddresses) -> None:
        self.lang = lang
        self.prefix = prefix
        self.site = site
        words = PAGES.get(lang) or PAGES[DEFAULT]
        self._parts = PARTS.get(lang) or PARTS[DEFAULT]
        sets = DATA_SETS.get(lang) or DATA_SETS[DEFAULT]
        own_sets = {kind.name: kind.table.file(lang) for kind in site.kinds if kind.table is not None}
        records = {kind.name: kind.files.get(lang) or kind.files[DEFAULT] for kind in RECORD_KINDS if kind.files}
        self._data_sets: dict[str, str] = {str(name): word for name, word in sets.items()} | records | own_sets
        self._sections = {kind.name: section for kind, section in sections(site.kinds)}
        self._own: dict[str, str] = {
            name: f"{prefix}/{words[name]}" for name in NAMES if not prefix or name not in ONLY_FIRST
        }
        self._own |= {section.name: f"{prefix}/{section.address(lang)}" for _kind, section in record_sections()}
        self._own |= {name: f"{prefix}/{section.address(lang)}" for name, section in self._sections.items()}
        self._slugs = {address: name for name, address in self._own.items()}

    @property
    def is_first(self) -> bool:
        """Tell whether this is the table of the site's first language, whose tree is complete."""
        return not self.prefix

    def has(self, name: str) -> bool:
        """Tell whether this language's tree has a page of its own by this name."""
        return name in self._own

    def of(self, name: Name | SectionName) -> str:
        """Return the address of a page that every site has; the first language's where this tree has none."""
        own = self._own.get(name)
        return own if own is not None else self.site.first.of(name)

    def section(self, kind: str) -> str:
        """Return the address of the section of a kind of content; every language's tree has it."""
        return self._own[kind]

    def everywhere(self) -> dict[str, str]:
        """Return the address of every page that every site has, and of every section, by name."""
        return {**self.site.first.own(), **self._own}

    def own(self) -> dict[str, str]:
        """Return those of the addresses that lie in this language's tree."""
        return dict(self._own)

    def part(self, name: Part) -> str:
        """Return a word inside addresses, such as "page" in ``/news/page/2/``."""
        return self._parts[name]

    def data_set(self, name: str) -> str:
        """Return the word for a data set in the names of its files, which stand in the first language's tree alone."""
        return self._data_sets[name] if self.is_first else self.site.first.data_set(name)

    def slug_of(self, name: Name) -> str:
        """Return the slug of the text that an editor may write for a page: its address below the language's folder."""
        return self.of(name).removeprefix(self.prefix).strip("/")

    def name_of(self, address: str) -> str | None:
        """Return the name of the page or section at an address, or None for any other page."""
        return self._slugs.get(address)

    def named(self, page_slug: str) -> Name | None:
        """Return the name of the page that has its text by this slug, or None for a page of an editor's own."""
        name = self._slugs.get(f"{self.prefix}/{page_slug}/")
        return next((one for one in ALWAYS if one == name), None)

    def fragment(self, name: Fragment) -> str:
        """Return the word that ids of headings begin with, the same in all trees of a site."""
        return (FRAGMENTS.get(self.site.first.lang) or FRAGMENTS[DEFAULT])[name]

    def year(self, number: int) -> str:
        """Return the address of a year of news."""
        return f"{self.of('news')}{number}/"

    def page(self, page_slug: str) -> str:
        """Return the address of a page by its slug."""
        return f"{self.prefix}/{page_slug}/"

    def label(self, kind: Part, name: str) -> str:
        """Return the address of a category, topic or author of news by its name."""
        return f"{self.of('news')}{self._parts[kind]}/{slug(name)}/"

    def section_of(self, kind: RecordKind) -> str:
        """Return the address of the section of a kind of record; LookupError where it has none."""
        if kind.section is None:
            raise LookupError(f"{kind.name} have no section")
        return self._own[kind.section.name]

    def record(self, kind: RecordKind, record: object) -> str:
        """Return the address of a record of a kind that has a section; LookupError where it has none."""
        return f"{self.section_of(kind)}{kind.slug(record)}/"

    def institution(self, identifier: str) -> str:
        """Return the address of an institution."""
        return f"{self.of('institutions')}{identifier}/"

    def institution_type(self, identifier: str) -> str:
        """Return the address of the list of institutions of one type; only the first language has them."""
        first = self.site.first
        return f"{first.of('institutions')}{first.part('type')}/{identifier}/"

    def service(self, identifier: str) -> str:
        """Return the address of a service."""
        return f"{self.of('services')}{identifier}/"

    def partner(self, identifier: str) -> str:
        """Return the address of a partner."""
        return f"{self.of('partners')}{identifier}/"

    def group(self, identifier: str) -> str:
        """Return the address of a working group."""
        return f"{self.of('groups')}{identifier}/"

    def county(self, county_slug: str) -> str:
        """Return the address of a county by its slug."""
        return f"{self.of('counties')}{county_slug}/"

    def county_service(self, county_slug: str, service_id: str) -> str:
        """Return the address of who gives a service in a county: in the first language a page of its own.

        Elsewhere it is the service's page.
        """
        if not self.is_first:
            return self.service(service_id)
        return f"{self.county(county_slug)}{self._parts['county_services']}/{service_id}/"

    def county_figures(self, county_slug: str) -> str:
        """Return the address of a county's figures as CSV; only the first language has them."""
        first = self.site.first
        return f"{first.county(county_slug)}{first.data_set('figures')}.csv"

    def county_redundancies(self, county_slug: str) -> str:
        """Return the address of a county's pack for redundancies."""
        return f"{self.county(county_slug)}{self._parts['redundancies']}/"

    def county_letters(self, county_slug: str) -> str:
        """Return the address of the letters of a county's pack, in the language in which its office takes them."""
        first = self.site.first
        return f"{first.county_redundancies(county_slug)}{first.part('letters')}/"

    def letters(self) -> str:
        """Return the folder of letters to fill in: they are in the first language alone, in which offices take them."""
        return self.site.first.of("redundancy_letters")

    def data_folder(self) -> str:
        """Return the folder of open data; the files are the first language's alone."""
        return self.site.first.of("open_data")

    def newsletter_issue(self, day: str) -> str:
        """Return the address of an archived newsletter by its ISO date."""
        return f"{self.of('newsletter')}{day}/"

    def meeting_calendar(self, meeting_address: str) -> str:
        """Return the address of the calendar file that holds one meeting, by the meeting's address."""
        return f"{meeting_address}{self._parts['meeting_calendar']}"

    def group_calendar(self, identifier: str) -> str:
        """Return the address of the calendar of a working group."""
        return f"{self.group(identifier)}{self._parts['group_calendar']}"

    def document(self, one: Document[Front]) -> str:
        """Return the address of a document that stands in this language's tree."""
        section = self._sections.get(one.kind)
        if section is not None:
            dated: Any = one.front
            year = f"{dated.date.year}/" if section.by_year else ""
            return f"{self._own[one.kind]}{year}{one.slug}/"
        return self.newsletter_issue(one.slug) if is_issue(one) else self.page(self.page_slug(one))

    def page_slug(self, one: Document[Front]) -> str:
        """Return the slug of a page; a translation of a page that every site has takes this language's word for it."""
        if not self.is_first and one.front.translation:
            known = self.site.first.name_of(self.site.first.page(one.front.translation))
            name = next((each for each in EDITED if each == known), None)
            if name is not None and self.has(name):
                return self.slug_of(name)
        return one.slug

    def has_feeds(self, section: str) -> bool:
        """Tell whether the section at an address has feeds: in the first language all that say so, elsewhere few."""
        if self.is_first:
            return True
        counties = self.of("counties")
        kept = [self._own[name] for name, one in self._sections.items() if one.feeds_in_every_language]
        return section in (self.of("home"), *kept) or (
            section.startswith(counties) and section != self.of("comparison") and section.count("/", len(counties)) == 1
        )


class SiteAddresses:
    """The tables of all languages of a site, the first language's first."""

    def __init__(self, languages: tuple[str, ...], kinds: tuple[Kind, ...]) -> None:
        first, *others = languages
        records = {section.name for _kind, section in record_sections()}
        for kind in kinds:
            if kind.name in NAMES or kind.name in DATA_SETS[DEFAULT] or kind.name in records:
                raise UserError(
                    _("The kind of content “%(name)s” cannot be called so: a page or data set is; choose another name",
                      name=kind.name)
                )  # fmt: skip
        self.kinds = kinds
        self.first = AddressTable(first, "", self)
        self.tables = {first: self.first} | {lang: AddressTable(lang, f"/{lang}", self) for lang in others}

    def table_of(self, lang: str) -> AddressTable:
        """Return the table of the tree in which a text in ``lang`` stands: its own, else the first language's."""
        return self.tables.get(lang) or self.first

    def tree_of(self, address: str) -> AddressTable:
        """Return the table of the tree in which an address lies."""
        folder = address.split("/", 2)[1] if address.count("/") > 1 else ""
        return self.tables[folder] if folder in self.tables and self.tables[folder].prefix else self.first

    def document(self, one: Document[Front]) -> str:
        """Return the address of any document, in the tree of its language."""
        return self.table_of(one.front.lang).document(one)

    def fixed(self) -> set[str]:
        """Return the addresses that every site of these languages has, whatever its records and texts."""
        found = {address for table in self.tables.values() for address in table.everywhere().values()}
        return found | {NOT_FOUND, MANIFEST, SITEMAP, MEDIA}

    def reserved(self) -> frozenset[str]:
        """Return the slugs that a page of an editor's own cannot take: sections and folders of languages."""
        words = {
            address.removeprefix(table.prefix).strip("/").split("/")[0]
            for table in self.tables.values()
            for name, address in table.everywhere().items()
            if name not in EDITED and address.removeprefix(table.prefix) != "/"
        }
        texts = {table.slug_of(name) for table in self.tables.values() for name in EDITED}
        return frozenset({*words, *self.tables, *RESERVED}) - texts


@lru_cache(maxsize=8)
def site_addresses(languages: tuple[str, ...], kinds: tuple[Kind, ...] = KINDS) -> SiteAddresses:
    """Return the tables of a site with these languages, the first one standing at ``/``, and kinds of content."""
    return SiteAddresses(languages, kinds)


def is_issue(one: Document[Front]) -> bool:
    """Tell whether a page is an archived issue of the newsletter: those lie in ``pages/newsletter/``."""
    return one.kind == "pages" and one.path.startswith("pages/newsletter/")
