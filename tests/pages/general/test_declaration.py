"""The declaration of accessibility, by the technical conditions of version 2.0."""

from __future__ import annotations

from datetime import date
from typing import Any

from partnership.pages.general.declaration import read_wording
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

ADDRESS = "/deklaracja-dostepnosci/"
REQUIRED = (
    "a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja", "a11y-data-aktualizacja",
    "a11y-status", "a11y-data-sporzadzenie", "a11y-kontakt", "a11y-email", "a11y-telefon", "a11y-procedura",
    "a11y-architektura", "a11y-komunikacja",
)  # fmt: skip
FACTS: dict[str, Any] = {
    "body": "Wojewódzki Urząd Pracy w Krakowie",
    "site_name": "Partnerstwo",
    "url": "https://example.org",
    "published": "2026-01-02",
    "updated": "2026-01-20",
    "state": "partial",
    "gaps": ["Mapa bez opisu."],
    "prepared": "2026-01-03",
    "reviewed": "2026-01-25",
    "method": "Samoocena.",
    "contact": {"name": "Sekretariat", "email": "adres@example.org", "phone": "12 345 67 89"},
    "building": "Wejście bez progu.\n\nJest winda.",
    "communication": "Tłumacz PJM online.",
    "apps": ["Aplikacja na Androida"],
}


def facts(site: Site, **changes: Any) -> None:
    """Write the declaration's facts; a value of None leaves a key out."""
    found = {key: value for key, value in (FACTS | changes).items() if value is not None}
    site.write_yaml("data/accessibility.yaml", found)


def order_of_ids(root: Any) -> list[str]:
    """Return the ids of the declaration in the order of the page."""
    return [one for one in root.xpath("//@id") if one.startswith("a11y-") and one != "a11y-deklaracja"]


def test_every_required_id_stands_once_in_order(site: Site) -> None:
    """With all facts, and without any: then each holds a visible gap."""
    facts(site)
    found = order_of_ids(Planned(site, "general.declaration").tree(ADDRESS))
    assert [one for one in found if one in REQUIRED] == list(REQUIRED)
    assert set(found) - set(REQUIRED) == {"a11y-data-przeglad", "a11y-osoba", "a11y-aplikacje"}
    site.write_yaml("data/accessibility.yaml", {})
    assert order_of_ids(Planned(site, "general.declaration").tree(ADDRESS)) == list(REQUIRED)


def test_dates_are_for_people_and_programs(site: Site) -> None:
    """In the element with the id stands a time element with the ISO date."""
    facts(site)
    root = Planned(site, "general.declaration").tree(ADDRESS)
    for name, day in (
        ("a11y-data-publikacja", "2026-01-02"),
        ("a11y-data-aktualizacja", "2026-01-20"),
        ("a11y-data-sporzadzenie", "2026-01-03"),
        ("a11y-data-przeglad", "2026-01-25"),
    ):
        assert root.xpath(f"//*[@id='{name}']/time/@datetime") == [day]
    assert text_of(root.xpath("//*[@id='a11y-data-publikacja']")[0]) == "2 stycznia 2026 r."


def test_links_of_site_mail_and_phone(site: Site) -> None:
    """Each is a link that works."""
    facts(site)
    root = Planned(site, "general.declaration").tree(ADDRESS)
    assert root.xpath("//a[@id='a11y-url']/@href") == ["https://example.org"]
    assert root.xpath("//a[@id='a11y-email']/@href") == ["mailto:adres@example.org"]
    assert root.xpath("//a[@id='a11y-telefon']/@href") == ["tel:+48123456789"]


def test_headings_are_those_of_the_conditions(site: Site) -> None:
    """In the order of the document."""
    facts(site)
    root = Planned(site, "general.declaration").tree(ADDRESS)
    assert texts(root, "//main//h1") == ["Deklaracja dostępności"]
    assert texts(root, "//main//h2") == [
        "Stan dostępności cyfrowej",
        "Niedostępne treści",
        "Przygotowanie deklaracji dostępności i jej aktualizacja",
        "Informacje zwrotne i dane kontaktowe",
        "Obsługa wniosków i skarg związanych z dostępnością",
        "Pozostałe informacje",
    ]
    assert texts(root, "//main//h3") == [
        "Niezgodność z załącznikiem",
        "Aplikacje mobilne",
        "Dostępność architektoniczna",
        "Dostępność komunikacyjno-informacyjna",
    ]


def test_a_compliant_site_lists_no_gaps(site: Site) -> None:
    """The section on what is not accessible is left out."""
    facts(site, state="compliant", gaps=None)
    page = text_of(Planned(site, "general.declaration").tree(ADDRESS))
    assert "Niedostępne treści" not in page and "jest zgodna" in page


def test_unknown_facts_are_visible_gaps(site: Site) -> None:
    """What is missing is marked, never invented."""
    facts(site, url=None, published=None, state=None, gaps=None, contact=None, building=None)
    root = Planned(site, "general.declaration").tree(ADDRESS)
    marked = texts(root, "//main//mark")
    assert len(marked) == 6
    assert all(one.startswith("brakuje: ") for one in marked)


def test_missing_wording_is_said_and_an_editor_gives_it(site: Site) -> None:
    """Sections of the Markdown page take the place of plain wording; others are further information."""
    facts(site)
    assert "nie mają jeszcze urzędowego brzmienia" in text_of(Planned(site, "general.declaration").tree(ADDRESS))
    site.page(
        "deklaracja-dostepnosci",
        """
        Zdanie przed deklaracją.

        ## Oświadczenie wstępne

        Urzędowe oświadczenie.

        ## Stan dostępności cyfrowej

        Urzędowe zdanie o stanie.

        ## Nadmierne koszty

        Analiza.

        ## Skróty klawiszowe

        Nie ma własnych.

        ## Ułatwienia na stronie

        Ciemny wygląd.
        """,
        title="Deklaracja",
    )
    root = Planned(site, "general.declaration").tree(ADDRESS)
    assert "nie mają jeszcze urzędowego brzmienia" not in text_of(root)
    assert text_of(root.xpath("//*[@id='a11y-wstep']")[0]) == "Urzędowe oświadczenie."
    assert text_of(root.xpath("//*[@id='a11y-status']")[0]) == "Urzędowe zdanie o stanie."
    assert text_of(root.xpath("//*[@id='a11y-ocena']")[0]) == "Analiza."
    assert "Ułatwienia na stronie" in texts(root, "//main//h3")
    assert [one for one in order_of_ids(root) if one in REQUIRED] == list(REQUIRED)


def test_an_overdue_review_is_said(site: Site) -> None:
    """The page does not hide what check warns of."""
    facts(site, prepared="2024-05-01", reviewed=None, published="2024-01-02")
    planned = Planned(site, "general.declaration")
    assert planned.view(ADDRESS).review_due == date(2025, 3, 31)
    assert "Minął termin corocznego przeglądu" in text_of(planned.tree(ADDRESS))


def test_wording_without_headings_is_all_before() -> None:
    """A plain text opens the page and fills no part."""
    wording = read_wording("<p>Tekst</p>")
    assert wording.before == "<p>Tekst</p>" and not any(wording.parts.values()) and wording.more == ()
