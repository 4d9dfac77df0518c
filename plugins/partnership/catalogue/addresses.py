"""The address of everything, in one place; contract section 4."""

from __future__ import annotations

from urllib.parse import quote

from partnership.polish.slugs import slug
from partnership.records.content import Document, Front, MeetingFront, NewsFront, ReportFront

HOME = "/"
NEWS = "/aktualnosci/"
REPORTS = "/raporty/"
MEETINGS = "/spotkania/"
COUNCIL = "/rada-partnerow/"
GROUPS = "/grupy-robocze/"
PARTNERS = "/partnerzy/"
CONSULTANTS = "/konsultanci/"
SERVICES = "/uslugi/"
INSTITUTIONS = "/instytucje/"
COUNTIES = "/powiaty/"
COMPARISON = "/powiaty/porownanie/"
CHANNELS = "/kanaly/"
NEWSLETTER = "/newsletter/"
OPEN_DATA = "/dane/"
SEARCH = "/szukaj/"
SEARCH_INDEX = "/szukaj/indeks/"
JOIN = "/dolacz/"
CONTACT = "/kontakt/"
ABOUT = "/o-partnerstwie/"
ACCESSIBILITY = "/deklaracja-dostepnosci/"
PRIVACY = "/polityka-prywatnosci/"
SITE_MAP = "/mapa-strony/"
NOT_FOUND = "/404.html"
FINDER_INDEX = "/instytucje/indeks.json"
FINDER_PLACES = "/instytucje/miejsca.json"
REDUNDANCIES = "/zwolnienia/"
REDUNDANCY_PLAN = "/zwolnienia/plan/"
REDUNDANCY_RULES = "/zwolnienia/zasady.json"
REDUNDANCY_LETTERS = "/zwolnienia/pisma/"
REDUNDANCY_HELP = "/dla-zwalnianych/"
CALENDAR = "/spotkania/kalendarz.ics"
OPML = "/kanaly/kanaly.opml"
MANIFEST = "/publikacja.json"
SITEMAP = "/sitemap.xml"
MEDIA = "/media/"

SERVICE_PAGES: tuple[str, ...] = (
    "kanaly", "newsletter", "dane", "szukaj", "dolacz", "kontakt", "o-partnerstwie", "deklaracja-dostepnosci",
    "polityka-prywatnosci", "mapa-strony",
)  # fmt: skip
"""Stems of the pages that always exist; without a file each has a plain built-in text."""

ALWAYS: tuple[str, ...] = (
    *SERVICE_PAGES, "rada-partnerow", "dla-inwestora", "dla-osob-ze-szczegolnymi-potrzebami", "zwolnienia",
    "warunki-ponownego-wykorzystania",
)  # fmt: skip
"""Slugs of all pages that exist without a file too: those of the contract and those that header and footer name."""

SECTIONS = {"news": NEWS, "reports": REPORTS, "meetings": MEETINGS}
"""Content kinds with a section of their own."""


def year(number: int) -> str:
    """Return the address of a year of news."""
    return f"{NEWS}{number}/"


def news(post: Document[NewsFront]) -> str:
    """Return the address of a post."""
    return f"{NEWS}{post.front.date.year}/{post.slug}/"


def report(document: Document[ReportFront]) -> str:
    """Return the address of a report."""
    return f"{REPORTS}{document.slug}/"


def meeting(document: Document[MeetingFront]) -> str:
    """Return the address of a meeting."""
    return f"{MEETINGS}{document.slug}/"


def meeting_calendar(meeting_address: str) -> str:
    """Return the address of the calendar file that holds one meeting, by the meeting's address."""
    return f"{meeting_address}spotkanie.ics"


def page(stem: str) -> str:
    """Return the address of a page by its slug."""
    return f"/{stem}/"


def document(one: Document[Front]) -> str:
    """Return the address of any document."""
    if one.kind == "news" and isinstance(one.front, NewsFront):
        return f"{NEWS}{one.front.date.year}/{one.slug}/"
    if one.kind in SECTIONS:
        return f"{SECTIONS[one.kind]}{one.slug}/"
    return newsletter_issue(one.slug) if is_issue(one) else page(one.slug)


def is_issue(one: Document[Front]) -> bool:
    """Tell whether a page is an archived issue of the newsletter: those lie in ``pages/newsletter/``."""
    return one.kind == "pages" and one.path.startswith("pages/newsletter/")


def category(name: str) -> str:
    """Return the address of a category of news by its name."""
    return f"{NEWS}kategoria/{slug(name)}/"


def tag(name: str) -> str:
    """Return the address of a topic by its name."""
    return f"{NEWS}temat/{slug(name)}/"


def author(name: str) -> str:
    """Return the address of an author by name."""
    return f"{NEWS}autor/{slug(name)}/"


def group(identifier: str) -> str:
    """Return the address of a working group."""
    return f"{GROUPS}{identifier}/"


def partner(identifier: str) -> str:
    """Return the address of a partner."""
    return f"{PARTNERS}{identifier}/"


def service(identifier: str) -> str:
    """Return the address of a service."""
    return f"{SERVICES}{identifier}/"


def institution(identifier: str) -> str:
    """Return the address of an institution."""
    return f"{INSTITUTIONS}{identifier}/"


def institution_type(identifier: str) -> str:
    """Return the address of the list of institutions of one type, which also holds its feeds."""
    return f"{INSTITUTIONS}typ/{identifier}/"


def county(county_slug: str) -> str:
    """Return the address of a county by its slug."""
    return f"{COUNTIES}{county_slug}/"


def county_service(county_slug: str, service_id: str) -> str:
    """Return the address of who gives a service in a county."""
    return f"{COUNTIES}{county_slug}/uslugi/{service_id}/"


def county_redundancies(county_slug: str) -> str:
    """Return the address of a county's pack for redundancies."""
    return f"{COUNTIES}{county_slug}/zwolnienia/"


def redundancy_letter(identifier: str) -> str:
    """Return the address of a letter of redundancies to fill in."""
    return f"{REDUNDANCY_LETTERS}{identifier}/"


def county_letters(county_slug: str) -> str:
    """Return the address of the letters of a county's pack, its office filled in."""
    return f"{COUNTIES}{county_slug}/zwolnienia/pisma/"


def letter_file(folder: str, identifier: str) -> str:
    """Return the address of a letter's file in a folder of letters (an address that ends in a slash)."""
    return f"{folder}{identifier}.docx"


def newsletter_issue(day: str) -> str:
    """Return the address of an archived newsletter by its ISO date."""
    return f"{NEWSLETTER}{day}/"


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
