"""Services: the list, and who gives each, county by county."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from partnership.catalogue.address_tables import SiteAddresses
from partnership.prose.reserved_ids import is_reserved
from tests.pages.directory.test_institutions import things
from tests.support.pages import Planned, text_of, texts
from tests.support.site import SERVICES, Site


def rows(root: Any) -> list[list[str]]:
    """Return the cells of the county table."""
    table = root.xpath("//table[caption[@id='counties-caption']]")[0]
    return [[text_of(cell) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tbody/tr")]


def test_the_list_is_by_group_and_by_audience(site: Site) -> None:
    """Withdrawn services are left out; every heading is reachable from the contents."""
    site.write_yaml(
        "data/services.yaml",
        [*SERVICES, deepcopy(SERVICES[0]) | {"id": "stara", "name": "Stara", "status": "withdrawn"}],
    )
    root = Planned(site, "services.services").tree("/uslugi/")
    assert texts(root, "//main//h2[starts-with(@id, 'grupa-')]") == ["Rekrutacja", "Zwolnienia"]
    assert texts(root, "//main//h3[starts-with(@id, 'dla-')]") == [
        "Pracodawcy", "Inwestorzy", "Osoby zagrożone zwolnieniem",
    ]  # fmt: skip
    assert "Stara" not in text_of(root.xpath("//main")[0])
    assert texts(root, "//nav[@class='contents']//li[@class='contents-deep']/preceding-sibling::li[1]/a")[0] == (
        "Według tego, dla kogo są"
    )
    ids = set(root.xpath("//@id"))
    assert all(one.removeprefix("#") in ids for one in root.xpath("//main//nav//a/@href") if one.startswith("#"))


@pytest.mark.parametrize(
    ("languages", "group", "audience"),
    [(("pl", "en", "uk"), "grupa", "dla"), (("en", "pl"), "group", "for"), (("tr", "ar"), "group", "for")],
)
def test_ids_begin_with_words_of_the_first_language(languages: tuple[str, ...], group: str, audience: str) -> None:
    """All trees of a site have the same ids, and no heading of a text gets one of them."""
    for table in SiteAddresses(languages, ()).tables.values():
        assert (table.fragment("group"), table.fragment("audience")) == (group, audience)
    assert is_reserved(f"{group}-a") and is_reserved(f"{audience}-employer")


def test_no_service_at_all_is_said(site: Site) -> None:
    """An empty list makes a page that says so."""
    site.write_yaml("data/services.yaml", [])
    assert "Nie ma tu jeszcze usług." in text_of(Planned(site, "services.services").tree("/uslugi/"))


def test_each_county_names_the_responsible_office_first(site: Site) -> None:
    """Others stand beside it, up to three by name; a county leads to its own page."""
    site.institution("pup-bochnia", serves=["1201", "1202"])
    for number in range(5):
        site.institution(f"agencja-{number}", name=f"Agencja {number}", type="regional-office")
    root = Planned(site, "services.services").tree("/uslugi/posrednictwo/")
    found = {row[0]: row[1:] for row in rows(root)}
    assert found["powiat bocheński"] == [
        "Powiatowy Urząd Pracy w Bochni", "Agencja 0, Agencja 1, Agencja 2, jeszcze 2",
    ]  # fmt: skip
    assert found["powiat brzeski"] == ["Powiatowy Urząd Pracy w Bochni", "–"]
    assert found["Kraków"] == ["nie wymienia jej", "–"]
    assert root.xpath("//main//a[@href='/powiaty/powiat-bochenski/uslugi/posrednictwo/']")


def test_those_of_the_whole_region_have_their_section(site: Site) -> None:
    """With what they say of the service."""
    given = {"id": "posrednictwo", "note": "Także przez telefon."}
    site.institution("wup", name="WUP", type="regional-office", serves="region", services=[given])
    page = text_of(Planned(site, "services.services").tree("/uslugi/posrednictwo/"))
    assert "W całym województwie" in page and "Także przez telefon." in page


def test_a_service_of_the_whole_region_only_has_no_empty_table(site: Site) -> None:
    """Those who give it come first, then plain links to the counties."""
    site.institution("pup-bochnia", services=[])
    site.institution("wup", name="WUP", type="regional-office", serves="region")
    root = Planned(site, "services.services").tree("/uslugi/posrednictwo/")
    assert not root.xpath("//main//table")
    links = root.xpath("//main//section//a/@href")
    assert links[:2] == ["/instytucje/wup/", "/powiaty/powiat-bochenski/uslugi/posrednictwo/"]


def test_texts_and_lists_are_both_understood(site: Site) -> None:
    """Who provides it and on what legal basis may be a text or a list; what people say stays in the finder."""
    services = [
        SERVICES[0] | {"provided_by": "urzędy", "legal_basis": ["ustawa, art. 1", "ustawa, art. 2"]},
        SERVICES[1] | {"provided_by": ["urzędy", "agencje"], "legal_basis": "ustawa"},
    ]
    site.write_yaml("data/services.yaml", services)
    planned = Planned(site, "services.services")
    first = planned.tree("/uslugi/posrednictwo/")
    assert "szukam pracowników" not in text_of(first), "what people say is for the finder, not for readers"
    assert "ustawa, art. 1ustawa, art. 2" in text_of(first)
    assert "urzędy, agencje" in text_of(planned.tree("/uslugi/zwolnienia-monitorowane/"))


def test_a_service_that_nobody_gives_leads_to_the_finder(site: Site) -> None:
    """Instead of an empty promise."""
    root = Planned(site, "services.services").tree("/uslugi/posrednictwo/")
    assert "Żadna instytucja nie wpisała jeszcze tej usługi." in text_of(root)
    assert root.xpath("//main//a[@href='/instytucje/']")


def test_a_withdrawn_service_says_so(site: Site) -> None:
    """It is no service to programs any more."""
    site.write_yaml("data/services.yaml", [SERVICES[0] | {"status": "withdrawn"}])
    root = Planned(site, "services.services").tree("/uslugi/posrednictwo/")
    assert "Usługa wycofana" in text_of(root)
    assert set(things(root)) == {"BreadcrumbList"}


def test_it_is_told_to_programs_and_followed(site: Site) -> None:
    """Service with its providers, and three feeds in the head."""
    site.institution("pup-bochnia", serves=["1201", "1202"])
    root = Planned(site, "services.services").tree("/uslugi/posrednictwo/")
    service = things(root)["Service"]
    assert [one["name"] for one in service["provider"]] == ["Powiatowy Urząd Pracy w Bochni"]
    assert {f"/uslugi/posrednictwo/{one}" for one in ("rss.xml", "atom.xml", "feed.json")} <= set(
        root.xpath("//head/link[@rel='alternate']/@href")
    )


def test_redundancy_services_carry_the_thresholds(site: Site) -> None:
    """The table is whole without a script, each row with its article; the form leads to the planner."""
    site.redundancy_rules()
    planned = Planned(site, "services.services")
    root = planned.tree("/uslugi/zwolnienia-monitorowane/")
    assert texts(root, "//table[caption[@id='thresholds-caption']]//tbody/tr/th") == ["grupowe"] * 3 + ["monitorowane"]
    assert all("art. " in row for row in texts(root, "//section[@aria-labelledby='thresholds']//tbody/tr"))
    assert "To nie jest porada prawna." in text_of(root)
    assert root.xpath("//form[@data-module='planner-start']/@data-planner") == ["/zwolnienia/plan/"]
    assert not planned.tree("/uslugi/posrednictwo/").xpath("//form[@data-module='planner-start']")


def test_without_rules_no_thresholds_are_claimed(site: Site) -> None:
    """A site whose data has no rules of redundancies shows none, and no way to a planner."""
    root = Planned(site, "services.services").tree("/uslugi/zwolnienia-monitorowane/")
    assert not root.xpath("//*[@id='thresholds'] | //form[@data-module='planner-start']")
