"""Guide, planner, letters and county packs: whole without a script, true to the rules, and leading to each other."""

from __future__ import annotations

from typing import Any

import pytest

from partnership.catalogue.linking import link
from partnership.catalogue.localised import Catalogues
from partnership.engine.plan import plan_area
from partnership.items.item import Page, Publication
from partnership.language import set_language
from partnership.settings import Settings
from tests.support.pages import BUILD_DATE, Planned, text_of, texts
from tests.support.site import SERVICES, Site

LETTERS = ("zawiadomienie-zwiazkow", "pierwsze-zawiadomienie", "drugie-zawiadomienie", "informacja-dla-pracownika")


@pytest.fixture
def firm(site: Site) -> Site:
    """A small site with the rules, an office and services for those who leave."""
    site.redundancy_rules()
    leaving = {
        "id": "outplacement",
        "name": "Usługi outplacementowe",
        "group": "zwolnienia",
        "description": "Pomoc dla odchodzących.",
        "audiences": ["employer", "employee-at-risk"],
        "status": "current",
    }
    site.write_yaml("data/services.yaml", [*SERVICES, leaving])
    site.institution(
        street="ul. Wojska Polskiego 3",
        postal_code="32-700",
        city="Bochnia",
        services=["posrednictwo", "zwolnienia-monitorowane", "outplacement"],
    )
    site.offer(
        occupations=[{"name": "murarz", "outlook": "shortage", "year": 2025, "source": "barometr"},
                     {"name": "filozof", "outlook": "surplus", "year": 2025, "source": "barometr"}],
    )  # fmt: skip
    site.write_yaml("data/sources.yaml", [{"id": "barometr", "name": "Barometr zawodów"}])
    site.page("dla-zwalnianych", title="Co teraz")
    return site


def items(site: Site, area: str) -> dict[str, Any]:
    """Return the items of an area by their addresses."""
    set_language("pl")
    settings = Settings(content=site.content, data=site.data, output=site.output, build_date=BUILD_DATE)
    linked = link(settings)
    assert not linked.problems.errors
    planned = plan_area(f"pl/pages.redundancies.{area}", Catalogues(linked.catalogue, settings))
    return {one.address: one for one in planned}


def test_planner_is_a_checklist_without_a_script(firm: Site) -> None:
    """Every step stands in order with whom, what, term and article; terms, thresholds and severance are tables."""
    root = Planned(firm, "redundancies.planner").tree("/zwolnienia/plan/")
    steps = root.xpath("//li[@data-step]/@data-step")
    assert steps[0] == "consultation" and steps[-1] == "end" and len(steps) == 7
    assert all("Podstawa: art. " in one for one in texts(root, "//li[@data-step]"))
    assert len(root.xpath("//li[@data-step='consultation']//details//li")) == 8
    assert [len(root.xpath(f"//table[caption[@id='{one}-caption']]/tbody/tr")) for one in
            ("severance", "terms", "thresholds")] == [3, 4, 4]  # fmt: skip
    assert "72 090 zł" in text_of(root)
    assert "prawdopodobne, niepotwierdzone" in text_of(root)
    assert "To nie jest porada prawna." in text_of(root)


def test_planner_asks_for_counties_by_name(firm: Site) -> None:
    """Each county can be chosen and leads to its pack."""
    root = Planned(firm, "redundancies.planner").tree("/zwolnienia/plan/")
    assert root.xpath("//select[@name='county']/option/@value") == ["", "1201", "1202", "1261"]
    assert root.xpath("//option[@value='1201']/@data-address") == ["/powiaty/powiat-bochenski/zwolnienia/"]
    for field in root.xpath("//form[@data-module='planner']//*[@name]"):
        assert root.xpath(f"//*[@data-error='{field.get('name')}']"), "an answer without a place for its error"


def test_pack_names_the_office_services_and_figures(firm: Site) -> None:
    """The office that answers, services for firm and people, occupations in shortage only, and the way on."""
    root = Planned(firm, "redundancies.pack").tree("/powiaty/powiat-bochenski/zwolnienia/")
    assert "ul. Wojska Polskiego 3" in text_of(root)
    assert texts(root, "//div[h3[@id='services']]//a")[-1] == "Usługi outplacementowe"
    assert "murarz" in text_of(root) and "filozof" not in text_of(root)
    links = set(root.xpath("//main//a/@href"))
    assert {"/zwolnienia/plan/", "/powiaty/powiat-bochenski/zwolnienia/pisma/", "/dla-zwalnianych/"} <= links
    assert "/powiaty/powiat-bochenski/zwolnienia/pierwsze-zawiadomienie.docx" not in links
    assert "/powiaty/powiat-bochenski/zwolnienia/pisma/pierwsze-zawiadomienie.docx" in links


def test_a_county_without_an_office_says_so(firm: Site) -> None:
    """Nothing is invented: the letter asks for the address, the pack tells the gap."""
    planned = Planned(firm, "redundancies.guide")
    assert "/zwolnienia/" in planned
    pack = items(firm, "pack")
    view = pack["/powiaty/powiat-brzeski/zwolnienia/"]
    assert isinstance(view, Page)
    assert view.view(*view.inputs).known.office is None
    letters = pack["/powiaty/powiat-brzeski/zwolnienia/pisma/"]
    found = {one.id: one for one in letters.view(*letters.inputs).letters}
    assert found["pierwsze-zawiadomienie"].recipient == ("[powiatowy urząd pracy: nazwa, adres]",)


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_mark_what_is_to_be_filled_in(firm: Site, letter: str) -> None:
    """Each element with its article and a marked place; a file beside the page; no legal advice."""
    found = items(firm, "letters")
    page = found[f"/zwolnienia/pisma/{letter}/"]
    view = page.view(*page.inputs)
    (one,) = view.letters
    assert isinstance(found[one.file], Publication)
    assert any(blank for _text, blank in (*one.opening, *one.closing))
    assert all(fact.basis.startswith("art. ") for fact in one.contents)
    assert bool(one.contents) == (letter != "informacja-dla-pracownika")


def test_county_letters_carry_the_office(firm: Site) -> None:
    """Letters to the office have its address, marked while nobody confirmed it; the person learns where help is."""
    pack = items(firm, "pack")
    page = pack["/powiaty/powiat-bochenski/zwolnienia/pisma/"]
    letters = {one.id: one for one in page.view(*page.inputs).letters}
    office = letters["drugie-zawiadomienie"].recipient
    assert office[:3] == ("Powiatowy Urząd Pracy w Bochni", "ul. Wojska Polskiego 3", "32-700 Bochnia")
    assert office[3].startswith("[")
    assert letters["informacja-dla-pracownika"].help[-1] == "Usługi: Zwolnienia monitorowane, Usługi outplacementowe."
    assert letters["zawiadomienie-zwiazkow"].recipient_blank


def test_every_file_that_a_page_offers_is_made(firm: Site) -> None:
    """Guide, letters and packs of all counties name no letter's file that nobody plans: it would stop a publication."""
    made, offered = set[str](), set[str]()
    for area in ("guide", "planner", "letters", "pack"):
        planned = Planned(firm, f"redundancies.{area}")
        for address in items(firm, area):
            made.add(address)
            if address.endswith("/"):
                offered |= set(planned.tree(address).xpath("//@href[contains(., '.docx')]"))
    # Each letter without a county, and those that a county changes in each of three.
    assert len(offered) == len(LETTERS) + 3 * (len(LETTERS) - 1)
    assert offered <= made


def test_the_guide_leads_everywhere(firm: Site) -> None:
    """From the guide to planner, letters, every county's pack and the page for those who leave."""
    root = Planned(firm, "redundancies.guide").tree("/zwolnienia/")
    links = set(root.xpath("//main//a/@href"))
    packs = {f"/powiaty/{one}/zwolnienia/" for one in ("powiat-bochenski", "powiat-brzeski", "krakow")}
    assert {"/zwolnienia/plan/", "/zwolnienia/pisma/", "/dla-zwalnianych/", *packs} <= links


def test_without_rules_the_guide_is_a_text(site: Site) -> None:
    """A site without rules has the guide and nothing that needs them."""
    root = Planned(site, "redundancies.guide").tree("/zwolnienia/")
    assert not root.xpath("//main//form")
    assert not items(site, "planner") and not items(site, "letters") and not items(site, "pack")


def test_county_and_its_services_lead_to_the_pack(firm: Site) -> None:
    """From the county's page, from its page of monitored redundancies, and from the site map; elsewhere not."""
    pack = "/powiaty/powiat-bochenski/zwolnienia/"
    pages = (
        ("counties.county", "/powiaty/powiat-bochenski/"),
        ("services.county_services", "/powiaty/powiat-bochenski/uslugi/zwolnienia-monitorowane/"),
        ("general.site_map", "/mapa-strony/"),
    )
    for module, address in pages:
        assert pack in Planned(firm, module).tree(address).xpath("//main//a/@href"), address
    other = Planned(firm, "services.county_services").tree("/powiaty/powiat-bochenski/uslugi/posrednictwo/")
    assert pack not in other.xpath("//main//a/@href")


def test_without_rules_the_guide_leads_to_the_offices(site: Site) -> None:
    """Nothing is promised that the site has not: no planner, no thresholds, but whom to ask."""
    root = Planned(site, "redundancies.guide").tree("/zwolnienia/")
    assert root.xpath("//aside//a[@class='button']/@href") == ["/instytucje/"]
