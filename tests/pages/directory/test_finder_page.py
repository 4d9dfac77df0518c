"""The finder's page: complete and useful without any script, with the hooks of the contract."""

from __future__ import annotations

from collections import Counter

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_each_institution_stands_once_under_its_county(site: Site) -> None:
    """The responsible office first in its county, those of the whole region last of all."""
    site.institution("agencja", name="Agencja", type="regional-office")
    site.institution("pup-bochnia", serves=["1201", "1202"])
    site.institution("wup", name="WUP", county="1261", serves="region", type="regional-office", audiences=["investor"])
    root = Planned(site, "directory.finder_page").tree("/instytucje/")
    assert root.xpath("//li/@data-institution") == ["pup-bochnia", "agencja", "wup"]
    assert texts(root, "//*[@data-finder-list]//h3") == ["powiat bocheński", "Całe województwo"]
    assert text_of(root.xpath("//*[@data-finder-count]")[0]) == "3 instytucje"


def test_the_form_holds_the_contracts_hooks(site: Site) -> None:
    """A GET form with a search field and check boxes named as the address's parameters; the empty note hidden."""
    site.institution("pup-bochnia", audiences=["employer"])
    root = Planned(site, "directory.finder_page").tree("/instytucje/")
    form = root.xpath("//form[@data-module='finder']")[0]
    assert form.get("method") == "get" and form.get("action") == "/instytucje/"
    assert form.xpath(".//input[@type='search'][@name='q']")
    boxes = [(one.get("name"), one.get("value")) for one in form.xpath(".//input[@type='checkbox']")]
    assert boxes == [
        ("usluga", "posrednictwo"),
        ("powiat", "1201"),
        ("typ", "labour-office"),
        ("dla", "employer"),
    ]
    assert len(form.xpath(".//details/*[self::fieldset or @role='group']")) == 4
    assert root.xpath("//*[@data-finder-empty][@hidden]")
    assert root.xpath("//script[@type='module'][contains(@src, '/theme/js/finder/finder')]")


def test_counts_tell_how_many_a_choice_leaves(site: Site) -> None:
    """A county counts those who serve it, the whole region's too."""
    site.institution("pup-bochnia", serves=["1201", "1202"])
    site.institution("wup", name="WUP", county="1261", serves="region", type="regional-office")
    facets = {one.name: one for one in Planned(site, "directory.finder_page").view("/instytucje/").facets}
    counts = Counter({one.value: one.count for _group, some in facets["powiat"].groups for one in some})
    assert counts == {"1201": 2, "1202": 2, "1261": 1}


def test_counties_services_and_kinds_are_the_filters_without_a_script(site: Site) -> None:
    """Links lead to every county, current service and kind that has institutions."""
    site.institution("pup-bochnia")
    links = set(Planned(site, "directory.finder_page").tree("/instytucje/").xpath("//main//a/@href"))
    assert {"/powiaty/powiat-bochenski/", "/powiaty/krakow/", "/uslugi/posrednictwo/"} <= links
    assert "/instytucje/typ/labour-office/" in links
    assert "/instytucje/typ/regional-office/" not in links


def test_without_institutions_it_says_so(site: Site) -> None:
    """No form that could find nothing, and still counties and services."""
    root = Planned(site, "directory.finder_page").tree("/instytucje/")
    assert "Nie ma tu jeszcze żadnej instytucji." in text_of(root)
    assert not root.xpath("//form[@data-module='finder']")
    assert root.xpath("//main//a[@href='/uslugi/posrednictwo/']")


def test_thousands_stay_one_light_list(site: Site) -> None:
    """An institution costs the page less than half a kilobyte."""
    for number in range(300):
        site.institution(f"instytucja-{number}", name=f"Instytucja {number}", city="Bochnia", phone=["12 345 67 89"])
    html = Planned(site, "directory.finder_page").html("/instytucje/")
    assert html.count("data-institution=") == 300
    few = len(html) - len(html.split("data-finder-list")[1].split("</section>\n</section>")[0])
    assert (len(html) - few) / 300 < 650
