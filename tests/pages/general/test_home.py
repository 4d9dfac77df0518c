"""The home page."""

from __future__ import annotations

from tests.pages.news.test_posts import json_ld
from tests.support.pages import Planned
from tests.support.site import Site


def test_the_two_doors_name_services_that_exist(site: Site) -> None:
    """Each leads to services of the data and to a guide."""
    view = Planned(site, "general.home").view("/")
    assert [(door.tone, [one.address for one in door.services]) for door in view.doors] == [
        ("need", ["/uslugi/posrednictwo/"]),
        ("part", ["/uslugi/zwolnienia-monitorowane/"]),
    ]
    assert [door.more.address for door in view.doors] == ["/dla-inwestora/", "/zwolnienia/"]


def test_the_finder_and_all_counties_are_on_it(site: Site) -> None:
    """The form works without a script, and every county is one link away."""
    root = Planned(site, "general.home").tree("/")
    assert root.xpath("//main//form/@action") == ["/instytucje/"]
    assert root.xpath("//main//form//input[@type='search']/@name") == ["q"]
    links = set(root.xpath("//main//a/@href"))
    assert {"/powiaty/krakow/", "/powiaty/powiat-bochenski/", "/powiaty/powiat-brzeski/", "/kanaly/"} <= links


def test_newest_posts_report_and_next_meeting(site: Site) -> None:
    """A cancelled meeting is not the next one."""
    for number in range(1, 8):
        site.post(f"w{number}", title=f"Wpis {number}", date=f"2026-01-0{number}")
    site.report("raport", title="Raport roku")
    site.meeting("odwolane", title="Odwołane", starts="2026-02-05", held="cancelled")
    site.meeting("nastepne", title="Następne", starts="2026-02-10")
    site.meeting("pozniejsze", title="Późniejsze", starts="2026-03-10")
    planned = Planned(site, "general.home")
    view = planned.view("/")
    assert [one.title for one in view.posts] == ["Wpis 7", "Wpis 6", "Wpis 5", "Wpis 4", "Wpis 3"]
    assert (view.meeting.card.title, view.meeting_is_next) == ("Następne", True)
    assert view.report.title == "Raport roku"
    planned.tree("/")


def test_without_a_planned_meeting_the_last_one_is_told(site: Site) -> None:
    """And it is called the last one."""
    site.meeting("dawne", title="Dawne", starts="2025-02-05")
    view = Planned(site, "general.home").view("/")
    assert (view.meeting.card.title, view.meeting_is_next) == ("Dawne", False)


def test_an_empty_site_has_a_home_page(site: Site) -> None:
    """Nothing is promised that is not there."""
    view = Planned(site, "general.home").view("/")
    assert (view.posts, view.report, view.meeting) == ((), None, None)
    assert [text for text, _address in view.counts] == ["0 instytucji", "2 usługi", "3 powiaty"]


def test_programs_learn_of_site_and_partnership(site: Site) -> None:
    """WebSite and Organization in structured data."""
    root = Planned(site, "general.home").tree("/")
    assert json_ld(root, "WebSite")["url"] == "https://partnerstwo.example/"
    assert json_ld(root, "Organization")["parentOrganization"]["name"] == "Partnerstwo"
