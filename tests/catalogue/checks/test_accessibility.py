"""Warnings about the declaration of accessibility."""

from __future__ import annotations

from datetime import date
from typing import Any

from partnership.catalogue.linking import link
from partnership.problems import Problem
from partnership.profile import NO_CONTACT, Profile
from partnership.records.profile import SiteContact
from partnership.settings import Settings
from tests.support.site import Site

FACTS: dict[str, Any] = {
    "body": "Urząd",
    "site_name": "Serwis",
    "url": "https://example.org",
    "published": "2024-01-02",
    "updated": "2024-01-02",
    "state": "compliant",
    "prepared": "2024-05-03",
    "contact": {"email": "adres@example.org", "phone": "12 345 67 89"},
    "building": "Wejście bez progu.",
    "communication": "Tłumacz online.",
}


def problems(site: Site, day: date, editors: SiteContact = NO_CONTACT, **changes: Any) -> list[Problem]:
    """Return the problems of the declaration on a build date; a change to None leaves a key out."""
    facts = {key: value for key, value in (FACTS | changes).items() if value is not None}
    site.write_yaml("data/accessibility.yaml", facts)
    settings = Settings(content=site.content, data=site.data, build_date=day, profile=Profile(contact=editors))
    found = [one for one in link(settings).problems if one.path.endswith("accessibility.yaml")]
    assert all(one.severity == "warning" for one in found)
    return found


def test_a_complete_declaration_raises_no_warning(site: Site) -> None:
    """Until the thirty-first of March of the year after it was made, that day included."""
    assert problems(site, date(2025, 3, 31)) == []


def test_an_overdue_review_is_told_at_its_date(site: Site) -> None:
    """From the first of April on; a review pushes it to the next year."""
    (found,) = problems(site, date(2025, 4, 1))
    assert (found.code, found.line) == ("overdue-review", 7)
    assert problems(site, date(2025, 4, 1), reviewed="2025-02-01") == []
    (found,) = problems(site, date(2026, 4, 1), reviewed="2025-02-01")
    assert found.code == "overdue-review"


def test_missing_facts_are_told_together(site: Site) -> None:
    """One warning names every missing key, those of the contact too."""
    (found,) = problems(site, date(2025, 1, 1), url=None, contact={"email": "adres@example.org"})
    assert found.code == "missing-facts"
    assert "url" in found.message and "contact.phone" in found.message


def test_the_editors_answer_where_nobody_else_does(site: Site) -> None:
    """The page shows how the site's editors are reached, so that nothing is missing from it."""
    editors = SiteContact(email="adres@example.org", phone="12 345 67 89")
    assert problems(site, date(2025, 1, 1), editors, contact=None) == []
    (found,) = problems(site, date(2025, 1, 1), SiteContact(email="adres@example.org"), contact=None)
    assert "contact.phone" in found.message and "contact.email" not in found.message


def test_a_partly_accessible_site_must_say_what_is_not(site: Site) -> None:
    """A state without its reasons is no declaration."""
    (found,) = problems(site, date(2025, 1, 1), state="partial")
    assert found.code == "missing-facts"
    assert problems(site, date(2025, 1, 1), state="partial", gaps=["Mapa."]) == []


def test_without_the_file_there_is_nothing_to_warn_of(site: Site) -> None:
    """A site may do without; its page then shows gaps."""
    assert not list(link(Settings(content=site.content, data=site.data)).problems)


def test_the_last_year_of_all_has_no_next(site: Site) -> None:
    """A slip of the keyboard in the year is no failure of the program."""
    assert problems(site, date(2025, 3, 31), prepared="9999-12-31") == []
