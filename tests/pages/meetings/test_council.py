"""The Partners’ Council."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

ADDRESS = "/rada-partnerow/"


def test_members_are_partners_with_a_seat(site: Site) -> None:
    """Others are not named; a member links to its page as a partner."""
    site.institution("pup-bochnia")
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202")
    site.partner("pup-bochnia", council={"member": True, "role": "Przewodniczy"})
    site.partner("pup-brzesko", council={"member": False})
    planned = Planned(site, "meetings.council")
    members = planned.view(ADDRESS).members
    assert [(one.name, one.address, one.role) for one in members] == [
        ("Powiatowy Urząd Pracy w Bochni", "/partnerzy/pup-bochnia/", "Przewodniczy")
    ]
    assert "Przewodniczy" in text_of(planned.tree(ADDRESS))


def test_its_meetings_are_those_of_its_category(site: Site) -> None:
    """The next one, then the past ones with what was decided."""
    site.meeting("przyszla", title="Następna Rada", category="Rada Partnerów")
    site.meeting(
        "dawna", title="Dawna Rada", category="Rada Partnerów", starts="2025-01-10", decisions=["Przyjęto propozycje."]
    )
    site.meeting("inne", title="Inne spotkanie", category="Wydarzenia")
    planned = Planned(site, "meetings.council")
    view = planned.view(ADDRESS)
    assert [one.card.title for one in view.upcoming] == ["Następna Rada"]
    assert [(one.card.title, decisions) for one, decisions in view.past] == [("Dawna Rada", ("Przyjęto propozycje.",))]
    root = planned.tree(ADDRESS)
    assert texts(root, "//main//details//li") == ["Przyjęto propozycje."]
    assert "Inne spotkanie" not in text_of(root)


def test_an_editors_text_stands_on_the_page(site: Site) -> None:
    """A page rada-partnerow.md gives title and text; without it there is a built-in sentence."""
    assert "Tworzą ją osoby decyzyjne" in text_of(Planned(site, "meetings.council").tree(ADDRESS))
    site.page("rada-partnerow", "Rada obraduje.", title="Rada Partnerów Małopolski")
    root = Planned(site, "meetings.council").tree(ADDRESS)
    assert texts(root, "//h1") == ["Rada Partnerów Małopolski"]
    assert "Rada obraduje." in text_of(root)
