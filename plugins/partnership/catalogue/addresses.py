"""The address of everything, in one place; contract section 4.

A site has one table of addresses for each of its languages (:mod:`~partnership.catalogue.address_tables`).  What plans
or makes a page asks the functions of this module, which answer from the table of the page's language: the engine binds
it (:func:`standing_in`).  Whoever works on the site as a whole asks the tables themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from urllib.parse import quote

from partnership.catalogue.address_tables import ALWAYS as ALWAYS
from partnership.catalogue.address_tables import MANIFEST as MANIFEST
from partnership.catalogue.address_tables import MEDIA as MEDIA
from partnership.catalogue.address_tables import NOT_FOUND as NOT_FOUND
from partnership.catalogue.address_tables import SITEMAP as SITEMAP
from partnership.catalogue.address_tables import AddressTable
from partnership.catalogue.address_words import Name, SectionName
from partnership.language import speaking
from partnership.records.content import Document, Front

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


def of(name: Name | SectionName) -> str:
    """Return the address of a page that every site has, e.g. ``of("institutions")``."""
    return here().of(name)


def year(number: int) -> str:
    """Return the address of a year of news."""
    return here().year(number)


def document(one: Document[Front]) -> str:
    """Return the address of any document, in the tree of its language."""
    return here().site.document(one)


def meeting_calendar(meeting_address: str) -> str:
    """Return the address of the calendar file that holds one meeting, by the meeting's address."""
    return here().meeting_calendar(meeting_address)


def slug_of(name: Name) -> str:
    """Return the slug of the text that an editor may write for a page that every site has."""
    return here().slug_of(name)


def section(kind: str) -> str:
    """Return the address of the section of a kind of document."""
    return here().section(kind)


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


def letters() -> str:
    """Return the folder of letters to fill in."""
    return here().letters()


def redundancy_letter(identifier: str) -> str:
    """Return the address of a letter of redundancies to fill in."""
    return f"{letters()}{identifier}/"


def county_letters(county_slug: str) -> str:
    """Return the address of the letters of a county's pack, its office filled in."""
    return here().county_letters(county_slug)


def letter_file(folder: str, identifier: str) -> str:
    """Return the address of a letter's file in a folder of letters (an address that ends in a slash)."""
    return f"{folder}{identifier}.docx"


def newsletter_issue(day: str) -> str:
    """Return the address of an archived newsletter by its ISO date."""
    return here().newsletter_issue(day)


def data_folder() -> str:
    """Return the folder of open data."""
    return here().data_folder()


def data_set(name: str) -> str:
    """Return the word for a data set in the names of its files, e.g. „powiaty” for "counties"."""
    return here().data_set(name)


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
