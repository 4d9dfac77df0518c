"""Partners: the list, what they give and seek, and the page of each."""

from __future__ import annotations

from tests.pages.directory.test_institutions import things
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def two_partners(site: Site) -> None:
    """Write one partner with a seat and exchanges, and one without anything."""
    site.institution("pup-bochnia", city="Bochnia")
    site.institution("uczelnia", name="Uczelnia", type="regional-office")
    site.partner(
        "pup-bochnia",
        joined="2011-06-20",
        council={"member": True, "role": "Przewodniczy"},
        gives=[{"what": "Dane o ludziach", "kind": "data"}, {"what": "Sala", "description": "Na 20 osób."}],
        seeks=[{"what": "Szkolenia", "kind": "service"}],
        verified="2026-01-20",
    )
    site.partner("uczelnia")


def test_the_council_stands_before_other_partners(site: Site) -> None:
    """With its roles; each partner leads to its page."""
    two_partners(site)
    root = Planned(site, "partners.partners").tree("/partnerzy/")
    assert texts(root, "//section[@aria-labelledby='council']//li/a") == ["Powiatowy Urząd Pracy w Bochni"]
    assert "Przewodniczy" in text_of(root)
    assert texts(root, "//section[@aria-labelledby='partners']//li/a") == ["Uczelnia"]


def test_exchanges_are_by_kind_and_direction_without_a_script(site: Site) -> None:
    """Kinds that nobody named stand under „Inne”; each item names its partner."""
    two_partners(site)
    root = Planned(site, "partners.partners").tree("/partnerzy/")
    kinds = root.xpath("//*[@data-kind]")
    assert [one.get("data-kind") for one in kinds] == ["service", "data", "other"]
    assert [one.get("data-direction") for one in root.xpath("//*[@data-direction]")] == ["seeks", "gives", "gives"]
    assert texts(kinds[1], ".//li/a") == ["Powiatowy Urząd Pracy w Bochni"]
    assert root.xpath("//script[contains(@src, 'exchange-filter')]")


def test_without_partners_it_says_so(site: Site) -> None:
    """Neither seats nor exchanges are invented, and no script is loaded for nothing."""
    root = Planned(site, "partners.partners").tree("/partnerzy/")
    page = text_of(root)
    assert "Nie wiemy jeszcze, którzy partnerzy zasiadają w Radzie." in page
    assert "Żaden partner nie zapisał jeszcze, co daje ani czego szuka." in page
    assert not root.xpath("//script[contains(@src, 'exchange-filter')]")


def test_a_partner_shows_what_is_known(site: Site) -> None:
    """Date of joining, seat, groups, gives and seeks; its institution is one click away."""
    two_partners(site)
    site.working_group("kadry", leader="pup-bochnia", members=["pup-bochnia"])
    root = Planned(site, "partners.partners").tree("/partnerzy/pup-bochnia/")
    page = text_of(root)
    for said in ("20 czerwca 2011 r.", "Przewodniczy", "Dane o ludziach", "Na 20 osób.", "Szkolenia", "prowadzi ją"):
        assert said in page, said
    assert root.xpath("//main//a[@href='/grupy-robocze/kadry/']")
    assert root.xpath("//main//a[@href='/instytucje/pup-bochnia/']")
    assert things(root)["Organization"]["memberOf"]["@id"].endswith("/#partnership")


def test_a_partner_of_whom_nothing_is_known(site: Site) -> None:
    """Unknown is said, unconfirmed is said."""
    two_partners(site)
    page = text_of(Planned(site, "partners.partners").tree("/partnerzy/uczelnia/"))
    assert "nie wiadomo" in page and "niepotwierdzone" in page
    assert "Nikt tu jeszcze nie zgodził się na podanie nazwiska." in page


def test_one_who_left_keeps_a_page(site: Site) -> None:
    """It says so, points on, and is listed nowhere."""
    two_partners(site)
    site.institution("dawna", name="Dawna Instytucja")
    site.partner("dawna", status="withdrawn", replaced_by="uczelnia")
    planned = Planned(site, "partners.partners")
    root = planned.tree("/partnerzy/dawna/")
    assert "Już nie jest partnerem" in text_of(root)
    assert root.xpath("//main//a[@href='/partnerzy/uczelnia/']")
    assert "/partnerzy/dawna/" not in planned.html("/partnerzy/")
