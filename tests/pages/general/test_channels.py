"""The page of feeds."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_every_section_with_feeds_is_listed_in_three_formats(site: Site) -> None:
    """Sections, labels of posts, counties, services, types of institution and working groups."""
    site.post("a", category="Prawo", tags=["ustawa"], author="Jan Nowak")
    site.working_group("kadry")
    site.institution("pup-bochnia")
    root = Planned(site, "general.channels").tree("/kanaly/")
    links = set(root.xpath("//main//a/@href"))
    for folder in (
        "/",
        "/aktualnosci/",
        "/raporty/",
        "/spotkania/",
        "/grupy-robocze/",
        "/partnerzy/",
        "/instytucje/",
        "/aktualnosci/kategoria/prawo/",
        "/aktualnosci/temat/ustawa/",
        "/aktualnosci/autor/jan-nowak/",
        "/powiaty/krakow/",
        "/uslugi/posrednictwo/",
        "/instytucje/typ/labour-office/",
        "/grupy-robocze/kadry/",
    ):
        assert {f"{folder}rss.xml", f"{folder}atom.xml", f"{folder}feed.json"} <= links
    assert {"/kanaly/kanaly.opml", "/spotkania/kalendarz.ics"} <= links


def test_links_tell_what_they_follow(site: Site) -> None:
    """„RSS” alone, read out of its line, would say nothing."""
    link = Planned(site, "general.channels").tree("/kanaly/").xpath("//main//a[@href='/raporty/rss.xml']")[0]
    assert text_of(link) == "RSS: Raporty"


def test_kinds_without_a_channel_are_left_out(site: Site) -> None:
    """A heading without a list would promise what is not there."""
    headings = texts(Planned(site, "general.channels").tree("/kanaly/"), "//main//h2")
    assert "Tematy" not in headings and "Powiaty" in headings
