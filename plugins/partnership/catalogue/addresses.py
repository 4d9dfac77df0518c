"""The address of everything, in one place; contract section 4.

A site has one table of addresses for each of its languages.  What plans or makes a page asks the functions of this
module, which answer from the table of the page's language: the engine binds it (:func:`standing_in`).  Whoever works
on the site as a whole asks the tables themselves (:func:`site_addresses`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from partnership.catalogue.address_words import DEFAULT, IN_EVERY_LANGUAGE, NAMES, PAGES, PARTS, Name, Part
from partnership.language import speaking
from partnership.locales.slugs import slug
from partnership.records.content import Document, Front, NewsFront

NOT_FOUND: Final = "/404.html"
MANIFEST: Final = "/publikacja.json"
SITEMAP: Final = "/sitemap.xml"
MEDIA: Final = "/media/"
FIGURES: Final = "liczby"
"""Name of the tables of figures in open data, in every language."""

ALWAYS: tuple[Name, ...] = (
    "channels", "newsletter", "open_data", "search", "join", "contact", "about", "accessibility", "privacy", "site_map",
    "council", "investors", "special_needs", "redundancies", "reuse_terms",
)  # fmt: skip
"""Pages with a text of an editor's that exist without one too: each then has a plain built-in text."""

EDITED: tuple[Name, ...] = (*ALWAYS, "redundancy_help")
"""Pages whose texts are an editor's: those above, and those that exist only where somebody wrote them."""

SECTIONS: Final[dict[str, Name]] = {"news": "news", "reports": "reports", "meetings": "meetings"}
"""Content kinds with a section of their own, and the section's name."""

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
        self._own: dict[Name, str] = {
            name: f"{prefix}/{words[name]}" for name in NAMES if not prefix or name in IN_EVERY_LANGUAGE
        }
        self._slugs = {address: name for name, address in self._own.items()}

    @property
    def is_first(self) -> bool:
        """Tell whether this is the table of the site's first language, whose tree is complete."""
        return not self.prefix

    def has(self, name: Name) -> bool:
        """Tell whether this language's tree has a page of its own by this name."""
        return name in self._own

    def of(self, name: Name) -> str:
        """Return the address of a page that every site has; the first language's where this tree has none."""
        own = self._own.get(name)
        return own if own is not None else self.site.first.of(name)

    def part(self, name: Part) -> str:
        """Return a word inside addresses, such as "page" in ``/news/page/2/``."""
        return self._parts[name]

    def slug_of(self, name: Name) -> str:
        """Return the slug of the text that an editor may write for a page: its address below the language's folder."""
        return self.of(name).removeprefix(self.prefix).strip("/")

    def name_of(self, address: str) -> Name | None:
        """Return the name of the page at an address, or None for any other page."""
        return self._slugs.get(address)

    def named(self, page_slug: str) -> Name | None:
        """Return the name of the page that has its text by this slug, or None for a page of an editor's own."""
        name = self._slugs.get(f"{self.prefix}/{page_slug}/")
        return name if name in ALWAYS else None

    def year(self, number: int) -> str:
        """Return the address of a year of news."""
        return f"{self.of('news')}{number}/"

    def page(self, page_slug: str) -> str:
        """Return the address of a page by its slug."""
        return f"{self.prefix}/{page_slug}/"

    def label(self, kind: Part, name: str) -> str:
        """Return the address of a category, topic or author of news by its name."""
        return f"{self.of('news')}{self._parts[kind]}/{slug(name)}/"

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
        """Return the address of a partner; only the first language has pages of partners."""
        return f"{self.site.first.of('partners')}{identifier}/"

    def group(self, identifier: str) -> str:
        """Return the address of a working group."""
        return f"{self.of('groups')}{identifier}/"

    def county(self, county_slug: str) -> str:
        """Return the address of a county by its slug."""
        return f"{self.of('counties')}{county_slug}/"

    def county_figures(self, county_slug: str) -> str:
        """Return the address of a county's figures as CSV; only the first language has them."""
        return f"{self.site.first.county(county_slug)}{FIGURES}.csv"

    def county_service(self, county_slug: str, service_id: str) -> str:
        """Return the address of who gives a service in a county: in the first language a page of its own.

        Elsewhere it is the service's page.
        """
        if not self.is_first:
            return self.service(service_id)
        return f"{self.county(county_slug)}{self._parts['county_services']}/{service_id}/"

    def county_redundancies(self, county_slug: str) -> str:
        """Return the address of a county's pack for redundancies; only the first language has one."""
        first = self.site.first
        return f"{first.county(county_slug)}{first.part('redundancies')}/"

    def county_letters(self, county_slug: str) -> str:
        """Return the address of the letters of a county's pack."""
        return f"{self.county_redundancies(county_slug)}{self.site.first.part('letters')}/"

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
        if one.kind == "news" and isinstance(one.front, NewsFront):
            return f"{self.of('news')}{one.front.date.year}/{one.slug}/"
        if one.kind in SECTIONS:
            return f"{self.of(SECTIONS[one.kind])}{one.slug}/"
        return self.newsletter_issue(one.slug) if is_issue(one) else self.page(self.page_slug(one))

    def page_slug(self, one: Document[Front]) -> str:
        """Return the slug of a page; a translation of a page that every site has takes this language's word for it."""
        if not self.is_first and one.front.translation:
            name = self.site.first.named(one.front.translation)
            if name is not None and self.has(name):
                return self.slug_of(name)
        return one.slug

    def has_feeds(self, section: str) -> bool:
        """Tell whether the section at an address has feeds: in the first language all that say so, elsewhere few."""
        if self.is_first:
            return True
        counties = self.of("counties")
        return section in (self.of("home"), self.of("news")) or (
            section.startswith(counties) and section not in (counties, self.of("comparison"))
        )


class SiteAddresses:
    """The tables of all languages of a site, the first language's first."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        first, *others = languages
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
        found = {table.of(name) for table in self.tables.values() for name in NAMES}
        return found | {NOT_FOUND, MANIFEST, SITEMAP, MEDIA}

    def reserved(self) -> frozenset[str]:
        """Return the slugs that a page of an editor's own cannot take: sections and folders of languages."""
        words = {
            address.removeprefix(table.prefix).strip("/").split("/")[0]
            for table in self.tables.values()
            for name in NAMES
            if name not in EDITED and (address := table.of(name)).removeprefix(table.prefix) != "/"
        }
        texts = {table.slug_of(name) for table in self.tables.values() for name in EDITED}
        return frozenset({*words, *self.tables, *RESERVED}) - texts


@lru_cache(maxsize=8)
def site_addresses(languages: tuple[str, ...]) -> SiteAddresses:
    """Return the tables of a site with these languages, the first one standing at ``/``."""
    return SiteAddresses(languages)


_bound: ContextVar[AddressTable | None] = ContextVar("address_table", default=None)


@contextmanager
def standing_in(table: AddressTable) -> Iterator[None]:
    """Let this module's functions, ``_`` and the formats follow the language of ``table`` in this context."""
    before = _bound.set(table)
    try:
        with speaking(table.lang):
            yield
    finally:
        _bound.reset(before)


def here() -> AddressTable:
    """Return the table of the language that is planned or made now; LookupError outside of any."""
    table = _bound.get()
    if table is None:
        raise LookupError("no language is bound: plan and make pages inside of addresses.standing_in()")
    return table


def of(name: Name) -> str:
    """Return the address of a page that every site has, e.g. ``of("institutions")``."""
    return here().of(name)


def year(number: int) -> str:
    """Return the address of a year of news."""
    return here().year(number)


def document(one: Document[Front]) -> str:
    """Return the address of any document, in the tree of its language."""
    return here().site.document(one)


def is_issue(one: Document[Front]) -> bool:
    """Tell whether a page is an archived issue of the newsletter: those lie in ``pages/newsletter/``."""
    return one.kind == "pages" and one.path.startswith("pages/newsletter/")


def meeting_calendar(meeting_address: str) -> str:
    """Return the address of the calendar file that holds one meeting, by the meeting's address."""
    return here().meeting_calendar(meeting_address)


def slug_of(name: Name) -> str:
    """Return the slug of the text that an editor may write for a page that every site has."""
    return here().slug_of(name)


def section(kind: str) -> str:
    """Return the address of the section of a kind of document."""
    return here().of(SECTIONS[kind])


def group_calendar(identifier: str) -> str:
    """Return the address of the calendar of a working group."""
    return here().group_calendar(identifier)


def page(page_slug: str) -> str:
    """Return the address of a page by its slug."""
    return here().page(page_slug)


def category(name: str) -> str:
    """Return the address of a category of news by its name."""
    return here().label("category", name)


def tag(name: str) -> str:
    """Return the address of a topic by its name."""
    return here().label("tag", name)


def author(name: str) -> str:
    """Return the address of an author by name."""
    return here().label("author", name)


def group(identifier: str) -> str:
    """Return the address of a working group."""
    return here().group(identifier)


def partner(identifier: str) -> str:
    """Return the address of a partner."""
    return here().partner(identifier)


def service(identifier: str) -> str:
    """Return the address of a service."""
    return here().service(identifier)


def institution(identifier: str) -> str:
    """Return the address of an institution."""
    return here().institution(identifier)


def institution_type(identifier: str) -> str:
    """Return the address of the list of institutions of one type, which also holds its feeds."""
    return here().institution_type(identifier)


def county(county_slug: str) -> str:
    """Return the address of a county by its slug."""
    return here().county(county_slug)


def county_service(county_slug: str, service_id: str) -> str:
    """Return the address of who gives a service in a county."""
    return here().county_service(county_slug, service_id)


def county_redundancies(county_slug: str) -> str:
    """Return the address of a county's pack for redundancies."""
    return here().county_redundancies(county_slug)


def redundancy_letter(identifier: str) -> str:
    """Return the address of a letter of redundancies to fill in."""
    return f"{of('redundancy_letters')}{identifier}/"


def county_letters(county_slug: str) -> str:
    """Return the address of the letters of a county's pack, its office filled in."""
    return here().county_letters(county_slug)


def letter_file(folder: str, identifier: str) -> str:
    """Return the address of a letter's file in a folder of letters (an address that ends in a slash)."""
    return f"{folder}{identifier}.docx"


def newsletter_issue(day: str) -> str:
    """Return the address of an archived newsletter by its ISO date."""
    return here().newsletter_issue(day)


def media(path: str) -> str:
    """Return the place in the site of a file below the content folder that is published as it is."""
    return f"{MEDIA}{path.removeprefix('media/')}"


def media_link(path: str) -> str:
    """Return what leads to such a file: its place with spaces, Polish letters and the like as URLs want them."""
    return quote(media(path))


def feeds(section: str) -> tuple[str, str, str]:
    """Return the addresses of the RSS, Atom and JSON feed of a section (an address that ends in a slash)."""
    return f"{section}rss.xml", f"{section}atom.xml", f"{section}feed.json"


def output_path(address: str) -> str:
    """Return the file, relative to the output folder, that holds an address."""
    return (address + "index.html" if address.endswith("/") else address).lstrip("/")
