"""Pages of use: newsletter, search, contact. Each shows the editors' text and one thing more."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.language import _
from partnership.pages.directory.first_question import first_question
from partnership.pages.general.content_pages import Text, page_head, page_text, text_article
from partnership.pages.general.newsletter_issues import issue_links
from partnership.pages.news.articles import Article
from partnership.records.institution import Institution
from partnership.records.profile import SiteContact
from partnership.settings import Settings

SEARCH_SCRIPT = "js/search/search.js"


class NewsletterView(msgspec.Struct, frozen=True, kw_only=True):
    """The newsletter's page; ``issues`` are archived ones, the newest first."""

    head: PageHead
    article: Article
    issues: tuple[Link, ...]


class SearchView(msgspec.Struct, frozen=True, kw_only=True):
    """The search page: a form for the script, and lists that work without any, each with its name.

    ``question`` is one that the search answers, where the partnership has written no hint;
    ``index`` is the folder of the search's index, ``finder`` the finder's index, ``office`` where a person answers.
    """

    head: PageHead
    article: Article
    question: str
    index: str
    finder: str
    office: Link
    lists: tuple[tuple[str, tuple[Link, ...]], ...]


class ContactPlace(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody is reached; texts are empty where they are unknown."""

    street: str = ""
    postal_code: str = ""
    city: str = ""
    phone: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    website: str = ""


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """The contact page; ``office`` are the facts of the office, for a page that no editor has written.

    ``place`` says how it is reached (``of_office``), or how the site's editors are where nobody knows that.
    """

    head: PageHead
    article: Article
    office: Institution | None
    office_address: str
    place: ContactPlace
    of_office: bool


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the pages of use."""
    text = page_text(catalogue, addresses.slug_of("newsletter"))
    issues = issue_links(catalogue)
    yield Page(addresses.of("newsletter"), "pages/newsletter.html", newsletter, (text, issues), text.source)
    text = page_text(catalogue, addresses.slug_of("search"))
    question = first_question(catalogue, settings, settings.profile.texts_in(catalogue.lang).search_hint)
    inputs = (text, question, _lists(catalogue))
    yield Page(addresses.of("search"), "pages/search.html", search, inputs, text.source)
    text = page_text(catalogue, addresses.slug_of("contact"))
    office = catalogue.institution.get(settings.profile.office_id) if text.document is None else None
    yield Page(
        addresses.of("contact"), "pages/contact.html", contact, (text, office, settings.profile.contact), text.source
    )


def _lists(catalogue: Catalogue) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    groups = tuple(
        (_("Services: %(group)s", group=group), tuple(Link(one.name, addresses.service(one.id)) for one in services))
        for group, services in catalogue.service_groups
    )
    counties = tuple(Link(one.name, addresses.county(one.slug)) for one in catalogue.counties)
    topics = tuple(Link(name, addresses.tag(name)) for name in catalogue.tags)
    found = ((_("Counties"), counties), *groups, (_("Topics of news"), topics))
    return tuple((title, links) for title, links in found if links)


def newsletter(text: Text, issues: tuple[Link, ...]) -> NewsletterView:
    """Return the view of the newsletter's page."""
    return NewsletterView(head=page_head(text, addresses.of("newsletter")), article=text_article(text), issues=issues)


def search(text: Text, question: str, lists: tuple[tuple[str, tuple[Link, ...]], ...]) -> SearchView:
    """Return the view of the search page."""
    return SearchView(
        head=msgspec.structs.replace(page_head(text, addresses.of("search")), scripts=(SEARCH_SCRIPT,)),
        article=text_article(text),
        question=question,
        index=addresses.of("search_index"),
        finder=addresses.of("finder_index"),
        office=Link(_("Contact"), addresses.of("contact")),
        lists=lists,
    )


def contact(text: Text, office: Institution | None, editors: SiteContact) -> ContactView:
    """Return the view of the contact page."""
    place = _of_office(office) if office is not None else ContactPlace()
    of_office = place != ContactPlace()
    return ContactView(
        head=page_head(text, addresses.of("contact")),
        article=text_article(text),
        office=office,
        office_address=addresses.institution(office.id) if office else "",
        place=place if of_office else _of_editors(editors),
        of_office=of_office,
    )


def _of_office(office: Institution) -> ContactPlace:
    return ContactPlace(
        street=office.street or "",
        postal_code=office.postal_code or "",
        city=office.city or "",
        phone=office.phone,
        email=office.email,
        website=office.website or "",
    )


def _of_editors(editors: SiteContact) -> ContactPlace:
    return ContactPlace(
        street=editors.address or "",
        phone=(editors.phone,) if editors.phone else (),
        email=(editors.email,) if editors.email else (),
    )
