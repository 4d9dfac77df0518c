"""The site map."""

from __future__ import annotations

import pytest

from partnership.pages.general import site_map
from tests.support.pages import Planned
from tests.support.site import Site


def test_every_kind_of_page_is_on_the_map(site: Site) -> None:
    """Documents, institutions, services, counties, groups, partners, pages with and without a file."""
    site.post("wpis", category="Prawo")
    site.report("raport")
    site.meeting("spotkanie")
    site.page("o-nas", title="O nas")
    site.institution("pup-bochnia")
    site.partner("pup-bochnia")
    site.working_group("kadry")
    links = Planned(site, "general.site_map").tree("/mapa-strony/").xpath("//main//a/@href")
    assert {
        "/",
        "/aktualnosci/",
        "/aktualnosci/2026/wpis/",
        "/aktualnosci/kategoria/prawo/",
        "/raporty/raport/",
        "/spotkania/spotkanie/",
        "/rada-partnerow/",
        "/o-nas/",
        "/instytucje/pup-bochnia/",
        "/partnerzy/pup-bochnia/",
        "/konsultanci/",
        "/uslugi/posrednictwo/",
        "/powiaty/krakow/",
        "/powiaty/porownanie/",
        "/grupy-robocze/kadry/",
        "/kontakt/",
        "/polityka-prywatnosci/",
        "/deklaracja-dostepnosci/",
    } <= set(links)


def test_what_has_a_date_stands_under_its_year(site: Site) -> None:
    """Posts, reports and meetings are grouped by year, the newest first; a year of news leads to its page."""
    site.post("dawny", date="2024-05-01")
    site.post("nowy", date="2026-01-01")
    site.report("raport", date="2025-02-02")
    root = Planned(site, "general.site_map").tree("/mapa-strony/")
    years = [("".join(one.itertext()).strip(), one.xpath("./a/@href")) for one in root.xpath("//main//h3")]
    assert years == [("2026", ["/aktualnosci/2026/"]), ("2024", ["/aktualnosci/2024/"]), ("2025", [])]


def test_hidden_pages_are_not_on_the_map(site: Site) -> None:
    """Nor is one that would be there without a file."""
    site.page("tajna", state="hidden")
    site.page("zwolnienia", title="Zwolnienia", state="hidden")
    links = Planned(site, "general.site_map").tree("/mapa-strony/").xpath("//main//a/@href")
    assert "/tajna/" not in links and "/zwolnienia/" not in links


def test_very_many_posts_are_reached_through_their_years(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The map stays a page that can be read."""
    monkeypatch.setattr(site_map, "MANY_POSTS", 1)
    site.post("a", date="2025-01-01")
    site.post("b", date="2026-01-01")
    links = Planned(site, "general.site_map").tree("/mapa-strony/").xpath("//main//a/@href")
    assert "/aktualnosci/2025/" in links and "/aktualnosci/2025/a/" not in links
