"""The investor's page."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

ADDRESS = "/dla-inwestora/"


def test_every_county_names_the_office_to_ask(site: Site) -> None:
    """With its number, or website, marked while nobody has confirmed it."""
    site.institution("pup-bochnia", phone=["12 345 67 89"])
    site.institution("pup-brzesko", name="PUP w Brzesku", county="1202", phone=["145550100"], verified="2026-01-10")
    site.institution("gup-krakow", name="GUP", county="1261", website="https://www.gup.example/", verified="2026-01-10")
    root = Planned(site, "counties.investors").tree(ADDRESS)
    rows = [texts(row, "*") for row in root.xpath("//table[@id='ask-table']/tbody/tr")]
    assert rows == [
        ["powiat bocheński", "Powiatowy Urząd Pracy w Bochni", "12 345 67 89 (niepotwierdzone)"],
        ["powiat brzeski", "PUP w Brzesku", "14 555 01 00"],
        ["Kraków", "GUP", "gup.example"],
    ]
    assert {"tel:+48123456789", "https://www.gup.example/"} <= set(root.xpath("//table//a/@href"))


def test_what_is_not_known_is_said(site: Site) -> None:
    """Neither an office nor a number is made up."""
    site.institution("pup-bochnia")
    cells = texts(Planned(site, "counties.investors").tree(ADDRESS), "//table[@id='ask-table']/tbody//td")
    assert cells == ["Powiatowy Urząd Pracy w Bochni", *["nie wiadomo"] * 5]


def test_sites_come_from_the_counties_offers(site: Site) -> None:
    """With area, utilities and the day of the last update; without any the page says whom to ask."""
    assert "Żaden powiat nie wpisał" in text_of(Planned(site, "counties.investors").tree(ADDRESS))
    site.offer(
        "1201",
        sites=[
            {"name": "Strefa Wschód", "area_ha": 12.5, "utilities": ["prąd", "gaz"], "updated": "2026-01-05"},
            {"name": "Hala", "area_ha": 1, "updated": "2026-01-06"},
        ],
    )
    rows = [
        texts(row, "*")
        for row in Planned(site, "counties.investors").tree(ADDRESS).xpath("//table[@id='sites-table']/tbody/tr")
    ]
    assert rows == [
        ["Strefa Wschód", "powiat bocheński", "12,5", "prąd, gaz", "05.01.2026"],
        ["Hala", "powiat bocheński", "1", "nie wiadomo", "06.01.2026"],
    ]


def test_the_editors_guide_stands_before_the_tables(site: Site) -> None:
    """And keeps its own title."""
    site.page("dla-inwestora", "Pięć kroków.", title="Poradnik inwestora")
    root = Planned(site, "counties.investors").tree(ADDRESS)
    assert texts(root, "//h1") == ["Poradnik inwestora"]
    assert "Pięć kroków." in text_of(root.xpath("//main//div[contains(@class, 'prose')]")[0])
