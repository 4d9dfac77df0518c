"""Meetings: the list and each meeting."""

from __future__ import annotations

from tests.pages.news.test_posts import json_ld
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_upcoming_meetings_come_first_the_next_one_on_top(site: Site) -> None:
    """Then the past ones, the latest first."""
    for stem, day in (("a", "2025-03-01"), ("b", "2025-11-01"), ("c", "2026-03-01"), ("d", "2026-04-01")):
        site.meeting(stem, title=f"Spotkanie {stem}", date="2025-01-01", starts=day)
    planned = Planned(site, "meetings.meetings")
    view = planned.view("/spotkania/")
    assert [one.card.title for one in view.sections[0].items] == ["Spotkanie c", "Spotkanie d"]
    assert [one.card.title for one in view.sections[1].items] == ["Spotkanie b", "Spotkanie a"]
    root = planned.tree("/spotkania/")
    assert texts(root, "//main//h2")[:2] == ["Najbliższe spotkania", "Poprzednie spotkania"]
    assert "/spotkania/kalendarz.ics" in root.xpath("//main//a/@href")


def test_todays_meeting_is_still_to_come_unless_it_was_held(site: Site) -> None:
    """The whole day counts; „held” ends it."""
    site.meeting("dzis", date="2026-01-01", starts="2026-02-01 08:00")
    site.meeting("po", date="2026-01-01", starts="2026-02-01 08:00", held="held")
    view = Planned(site, "meetings.meetings").view("/spotkania/")
    assert [one.card.address for one in view.sections[0].items] == ["/spotkania/dzis/"]
    assert [one.card.address for one in view.sections[1].items] == ["/spotkania/po/"]


def test_a_meeting_over_several_days_is_upcoming_until_its_end(site: Site) -> None:
    """A fair that began yesterday has not passed yet."""
    site.meeting("targi", date="2026-01-01", starts="2026-01-31", ends="2026-02-02")
    view = Planned(site, "meetings.meetings").view("/spotkania/")
    assert [one.when for one in view.sections[0].items] == ["31 stycznia – 2 lutego 2026\u00a0r."]


def test_a_meeting_shows_time_place_agenda_decisions_and_participants(site: Site) -> None:
    """With its working group, its state, and its own calendar file."""
    site.working_group("kadry")
    site.meeting(
        "kadry-1",
        title="Pierwsze spotkanie",
        starts="2026-02-10 10:00",
        ends="2026-02-10 12:30",
        place="Kraków, plac Na Stawach 1",
        agenda=["Otwarcie", "Dyskusja"],
        decisions=["Spotykamy się co miesiąc."],
        participants=12,
        group="kadry",
    )
    root = Planned(site, "meetings.meetings").tree("/spotkania/kadry-1/")
    page = text_of(root)
    assert "10 lutego 2026 r., godz. 10.00–12.30" in page
    assert "Kraków, plac Na Stawach 1" in page and "12 osób" in page and "planowane" in page
    assert texts(root, "//ol/li[text()='Otwarcie']") == ["Otwarcie"]
    assert texts(root, "//main//article//h2") == ["Porządek spotkania", "Decyzje"]
    links = root.xpath("//main//a/@href")
    assert "/grupy-robocze/kadry/" in links and "/spotkania/kadry-1/spotkanie.ics" in links
    event = json_ld(root, "Event")
    assert (event["startDate"], event["endDate"]) == ("2026-02-10T10:00:00+01:00", "2026-02-10T12:30:00+01:00")


def test_a_cancelled_meeting_says_so_first_and_offers_no_calendar(site: Site) -> None:
    """It stays among those to come, so that nobody travels in vain."""
    site.meeting("odwolane", held="cancelled", place="Kraków")
    planned = Planned(site, "meetings.meetings")
    root = planned.tree("/spotkania/odwolane/")
    assert "To spotkanie zostało odwołane." in text_of(root)
    assert not root.xpath("//main//a[contains(@href, '.ics')]")
    assert json_ld(root, "Event")["eventStatus"].endswith("EventCancelled")
    assert [one.state_name for one in planned.view("/spotkania/").sections[0].items] == ["odwołane"]


def test_a_past_meeting_without_a_state_claims_none(site: Site) -> None:
    """Nobody wrote down that it was held, so the page does not say it; without a place programs get no event."""
    site.meeting("dawne", date="2025-01-01", starts="2025-02-10")
    planned = Planned(site, "meetings.meetings")
    assert planned.view("/spotkania/dawne/").state == ""
    assert all(one["@type"] != "Event" for one in planned.view("/spotkania/dawne/").head.json_ld)


def test_participants_in_every_form(site: Site) -> None:
    """A number, a sentence or a list."""
    site.meeting("a", starts="2025-02-10", participants="blisko 50 osób")
    site.meeting("b", starts="2025-02-11", participants=["Jan", "Anna"])
    planned = Planned(site, "meetings.meetings")
    assert planned.view("/spotkania/a/").participants == ("blisko 50 osób",)
    assert planned.view("/spotkania/b/").participants == ("Jan", "Anna")


def test_neighbours_pages_and_hidden_meetings(site: Site) -> None:
    """Later and earlier meetings are linked; older pages of the list carry no upcoming ones."""
    for number in range(1, 5):
        site.meeting(f"m{number}", title=f"M{number}", date="2025-01-01", starts=f"2025-02-0{number}")
    site.meeting("ukryte", state="hidden")
    planned = Planned(site, "meetings.meetings", page_length=1)
    view = planned.view("/spotkania/m2/")
    assert (view.older.title, view.newer.title) == ("M1", "M3")
    assert [one.card.title for one in planned.view("/spotkania/strona/2/").sections[0].items] == ["M2"]
    hidden = planned.view("/spotkania/ukryte/")
    assert (hidden.head.listed, hidden.calendar) == (False, "")
    for address in planned.pages:
        planned.tree(address)


def test_an_empty_list_says_so(site: Site) -> None:
    """Both halves have a sentence."""
    page = text_of(Planned(site, "meetings.meetings").tree("/spotkania/"))
    assert "W tej chwili nie ma zaplanowanych spotkań." in page
    assert "Nie było jeszcze żadnych spotkań." in page
