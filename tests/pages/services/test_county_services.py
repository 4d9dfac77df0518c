"""Who gives a service in a county."""

from __future__ import annotations

from partnership.pages.services.county_services import REGION_SHOWN
from tests.pages.directory.test_institutions import things
from tests.support.pages import Planned, text_of, texts
from tests.support.site import SERVICES, Site

ADDRESS = "/powiaty/powiat-bochenski/uslugi/posrednictwo/"


def test_the_office_stands_first_then_others_then_the_region(site: Site) -> None:
    """Each with what it says of the service; the heading says where in good Polish."""
    site.institution("pup-bochnia", services=[{"id": "posrednictwo", "note": "Pokój 12."}], phone=["12 345 67 89"])
    site.institution("agencja", name="Agencja", type="regional-office")
    site.institution("wup", name="WUP", type="regional-office", serves="region")
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202")
    root = Planned(site, "services.county_services").tree(ADDRESS)
    assert texts(root, "//h1") == ["Pośrednictwo pracy w powiecie bocheńskim"]
    assert [one for one in root.xpath("//main//li/a/@href") if one.startswith("/instytucje/")] == [
        "/instytucje/pup-bochnia/", "/instytucje/agencja/", "/instytucje/wup/",
    ]  # fmt: skip
    page = text_of(root)
    assert "Pokój 12." in page and "Odpowiada za powiat bocheński" in page and "PUP w Brzesku" not in page
    assert things(root)["Service"]["areaServed"]["name"] == "powiat bocheński"
    assert root.xpath("//main//a[@href='/powiaty/powiat-brzeski/uslugi/posrednictwo/']")


def test_an_office_that_does_not_list_the_service_is_named_all_the_same(site: Site) -> None:
    """It answers for the county and knows who can help."""
    site.institution("pup-bochnia", services=[])
    root = Planned(site, "services.county_services").tree(ADDRESS)
    assert "ale nie wymienia tej usługi" in text_of(root)
    assert root.xpath("//main//a[@href='/instytucje/pup-bochnia/']")


def test_a_county_without_any_office_says_so(site: Site) -> None:
    """And leads to the finder."""
    root = Planned(site, "services.county_services").tree(ADDRESS)
    assert "Nie wiemy jeszcze, który urząd odpowiada" in text_of(root)


def test_every_pair_has_a_page_with_its_own_title_and_feeds(site: Site) -> None:
    """Withdrawn services too, since an address never dies."""
    site.write_yaml("data/services.yaml", [SERVICES[0], SERVICES[1] | {"status": "withdrawn"}])
    planned = Planned(site, "services.county_services")
    heads = [planned.view(address).head for address in planned.pages]
    assert len(heads) == 3 * 2
    assert len({one.title for one in heads}) == len({one.description for one in heads}) == len(heads)
    assert {f"{ADDRESS}rss.xml", f"{ADDRESS}atom.xml", f"{ADDRESS}feed.json"} <= set(
        planned.tree(ADDRESS).xpath("//head/link/@href")
    )
    withdrawn = planned.tree("/powiaty/krakow/uslugi/zwolnienia-monitorowane/")
    assert "Usługa wycofana" in text_of(withdrawn)


def test_an_edit_elsewhere_leaves_the_inputs_as_they_are(site: Site) -> None:
    """The page of one county does not depend on an institution that does not serve it."""
    site.institution("pup-bochnia")
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202")
    before = Planned(site, "services.county_services").pages[ADDRESS].inputs
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202", alert="Nieczynne.", phone=["12 345 67 89"])
    assert Planned(site, "services.county_services").pages[ADDRESS].inputs == before


def test_a_crowd_that_serves_the_region_is_cut(site: Site) -> None:
    """The rest is on the service's page, so that the site grows with the data and not with its square."""
    for number in range(REGION_SHOWN + 2):
        site.institution(f"r-{number:03}", name=f"R {number:03}", type="regional-office", serves="region")
    root = Planned(site, "services.county_services").tree(ADDRESS)
    assert len(root.xpath("//section[@aria-labelledby='region']//li[contains(@class, 'giver')]")) == REGION_SHOWN
    assert root.xpath("//main//a[@href='/uslugi/posrednictwo/#region']")
