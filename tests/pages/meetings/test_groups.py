"""Working groups."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_a_group_shows_question_leader_members_state_and_results(site: Site) -> None:
    """Results are Markdown; institutions are links."""
    site.institution("pup-bochnia")
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202")
    site.working_group(
        "kadry",
        leader="pup-bochnia",
        members=["pup-bochnia", "pup-brzesko"],
        state="closed",
        first_meeting="2026-01-05",
        results="Powstała **baza**.",
        verified="2026-01-20",
    )
    root = Planned(site, "meetings.groups").tree("/grupy-robocze/kadry/")
    page = text_of(root)
    assert "Jak szybciej znaleźć kadry?" in page and "zakończyła pracę" in page
    assert texts(root, "//main//strong") == ["baza"]
    assert {"/instytucje/pup-bochnia/", "/instytucje/pup-brzesko/"} <= set(root.xpath("//main//a/@href"))
    assert {"2026-01-05", "2026-01-20"} <= set(root.xpath("//main//time/@datetime"))


def test_what_nobody_knows_is_said(site: Site) -> None:
    """Neither leader nor members nor results are invented, and the record is marked as unconfirmed."""
    site.working_group("kadry")
    root = Planned(site, "meetings.groups").tree("/grupy-robocze/kadry/")
    page = text_of(root)
    assert texts(root, "//main//dd")[1:] == ["nie wiadomo", "nie wiadomo"]
    assert "Nie wiemy, jakie instytucje należały do grupy." in page
    assert "Grupa nie przedstawiła jeszcze wyników." in page
    assert "niepotwierdzone" in page


def test_results_may_be_a_list(site: Site) -> None:
    """Each of them is an item."""
    site.working_group("kadry", results=["Pierwszy wynik", "Drugi wynik"])
    root = Planned(site, "meetings.groups").tree("/grupy-robocze/kadry/")
    assert texts(root, "//main//div[contains(@class, 'prose')]//li") == ["Pierwszy wynik", "Drugi wynik"]


def test_its_meetings_feeds_and_calendar_are_on_its_page(site: Site) -> None:
    """Upcoming meetings before past ones."""
    site.working_group("kadry")
    site.meeting("nowe", title="Nowe", group="kadry")
    site.meeting("dawne", title="Dawne", group="kadry", starts="2025-01-10")
    site.meeting("obce", title="Obce")
    planned = Planned(site, "meetings.groups")
    view = planned.view("/grupy-robocze/kadry/")
    assert [one.card.title for one in (*view.upcoming, *view.past)] == ["Nowe", "Dawne"]
    links = planned.tree("/grupy-robocze/kadry/").xpath("//main//a/@href")
    assert {"/grupy-robocze/kadry/rss.xml", "/grupy-robocze/kadry/kalendarz.ics"} <= set(links)


def test_the_list_puts_working_groups_before_closed_ones(site: Site) -> None:
    """The question is the link; the state is said in words."""
    site.institution("pup-bochnia")
    site.working_group("a", question="Zamknięte?", state="closed")
    site.working_group("b", question="Czynne?", state="active", leader="pup-bochnia", members=["pup-bochnia"])
    root = Planned(site, "meetings.groups").tree("/grupy-robocze/")
    assert texts(root, "//main//h2")[:2] == ["Czynne?", "Zamknięte?"]
    assert "Lider: Powiatowy Urząd Pracy w Bochni" in text_of(root)


def test_an_empty_list_says_so(site: Site) -> None:
    """Without groups the page stands."""
    assert "Nie ma jeszcze grup roboczych." in text_of(Planned(site, "meetings.groups").tree("/grupy-robocze/"))
