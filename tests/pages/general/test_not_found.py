"""The page for addresses that lead nowhere."""

from __future__ import annotations

from tests.support.pages import Planned
from tests.support.site import Site


def test_it_offers_ways_on_and_stays_out_of_search_engines(site: Site) -> None:
    """A form, the main sections, noindex; addresses are absolute, since it is served at any depth."""
    root = Planned(site, "general.not_found").tree("/404.html")
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert root.xpath("//main//form/@action") == ["/instytucje/"]
    links = root.xpath("//main//a/@href")
    assert {"/instytucje/", "/mapa-strony/", "/kontakt/"} <= set(links)
    assert all(one.startswith("/") for one in root.xpath("//link/@href[not(starts-with(., 'http'))]"))


def test_it_speaks_every_language_of_the_site(site: Site) -> None:
    """Hosts know one such page: each language says what happened and leads home, marked as what it is."""
    root = Planned(site, "general.not_found", other_languages=("en", "uk")).tree("/404.html")
    said = {one.get("lang"): one for one in root.xpath("//main//section[@lang]")}
    assert list(said) == ["en", "uk"]
    assert said["en"].xpath("string(h2)") == "No such page" and said["uk"].xpath("string(h2)") == "Такої сторінки немає"
    assert [one.xpath("string(.//a/@href)") for one in said.values()] == ["/en/", "/uk/"]
