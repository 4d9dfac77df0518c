"""The page of all counties: map, sorted tables, and whatever figures there are or are not."""

from __future__ import annotations

import json
from itertools import product

from tests.support.figures import RATE, indicator, write_figures
from tests.support.pages import Planned, text_of, texts
from tests.support.site import COUNTIES, Site

ADDRESS = "/powiaty/"


def test_every_county_stands_sorted_with_date_and_source(site: Site) -> None:
    """The table begins with the highest figure; a missing one stands last with its reason, never as zero."""
    write_figures(
        site,
        "1201,unemployment-rate,,2024-12-31,2.4,",
        "1202,unemployment-rate,,2024-12-31,,confidential",
        "1261,unemployment-rate,,2024-12-31,5,",
        "12,unemployment-rate,,2024-12-31,4.5,",
        "00,unemployment-rate,,2024-12-31,,no-data",
    )
    root = Planned(site, "counties.counties").tree(ADDRESS)
    section = root.xpath("//section[@data-indicator]")[0]
    assert texts(section, ".//tbody/tr") == ["Kraków 5,0 %", "bocheński 2,4 %", "brzeski tajemnica statystyczna"]
    assert text_of(section.xpath(".//caption")[0]) == "Stopa bezrobocia, 31 grudnia 2024 r."
    assert "Źródło: Główny Urząd Statystyczny." in text_of(section)
    assert "niepotwierdzone" in text_of(section)
    assert texts(section, ".//dl/div") == ["Województwo4,5 %", "Polskabrak danych"]
    assert section.xpath(".//tbody//a/@href")[0] == "/powiaty/krakow/"


def test_the_map_links_every_county_and_shows_the_first_measure(site: Site) -> None:
    """Each tile is a link with name and figure in text; the legend says each class in words."""
    write_figures(
        site,
        "1201,unemployment-rate,,2024,2.4,",
        "1202,unemployment-rate,,2024,7.1,",
        "1201,wages,,2024,80,",
        "1202,wages,,2024,90,",
        indicators=(RATE, indicator("wages")),
    )
    planned = Planned(site, "counties.counties")
    root = planned.tree(ADDRESS)
    tiles = root.xpath("//figure//li[@data-county]")
    assert [one.xpath("./a/@href")[0] for one in tiles] == [
        "/powiaty/powiat-bochenski/", "/powiaty/powiat-brzeski/", "/powiaty/krakow/",
    ]  # fmt: skip
    assert [text_of(one.xpath(".//*[@class='tile-value']")[0]) for one in tiles] == ["2,4", "7,1", "–"]
    assert "najniższe: 2,4 %" in texts(root, "//figure//ul[contains(@class, 'legend')]/li")
    assert [one.get("value") for one in root.xpath("//select/option")] == ["unemployment-rate", "wages"]
    assert root.xpath("//noscript//a/@href") == ["#unemployment-rate", "#wages"]
    for section in root.xpath("//section[@data-indicator]"):
        legend = json.loads(section.get("data-legend"))
        assert all(isinstance(level, int) and text for level, text in legend)
        assert len(section.xpath(".//tr[@data-county][@data-level][@data-short]")) == 3
    assert planned.view(ADDRESS).head.scripts == ("js/tile-map.js",)


def test_without_figures_the_map_still_leads_to_counties(site: Site) -> None:
    """A data folder with only the three required files has a page that says so, without a choice or a script."""
    planned = Planned(site, "counties.counties")
    root = planned.tree(ADDRESS)
    assert len(root.xpath("//figure//li/a")) == 3
    assert "Nie ma jeszcze żadnych liczb." in text_of(root)
    assert not root.xpath("//select")
    assert planned.view(ADDRESS).head.scripts == ()


def test_without_counties_the_page_says_so(site: Site) -> None:
    """No county, no map, no error."""
    site.write_yaml("data/counties.yaml", [])
    assert "Nie ma tu jeszcze żadnego powiatu." in text_of(Planned(site, "counties.counties").tree(ADDRESS))


def test_a_measure_with_nothing_but_reasons(site: Site) -> None:
    """When every figure is missing the legend has the reasons and no class."""
    write_figures(site, *(f"{code},unemployment-rate,,2024,,not-applicable" for code in ("1201", "1202", "1261")))
    section = Planned(site, "counties.counties").view(ADDRESS).sections[0]
    assert [(one.level, one.label) for one in section.legend] == [(0, "– nie dotyczy")]
    assert {one.missing for one in section.rows} == {"nie dotyczy"}


def test_four_hundred_counties_anywhere(site: Site) -> None:
    """Any number of counties on any tiles, with losses and huge figures, makes one whole page."""
    places = list(product(range(20), range(20)))
    site.write_yaml(
        "data/counties.yaml",
        [
            COUNTIES[0]
            | {"teryt": f"{1401 + number}", "slug": f"p-{number}", "short_name": f"powiat {number}", "neighbours": []}
            | {"tile": {"row": row, "column": column}}
            for number, (row, column) in enumerate(places)
        ],
    )
    rows = [f"{1401 + number},unemployment-rate,,2024,{(number - 200) * 10**9}," for number in range(400)]
    write_figures(site, *rows)
    root = Planned(site, "counties.counties").tree(ADDRESS)
    assert len(root.xpath("//section[@data-indicator]//tbody/tr")) == 400
    assert root.xpath("//ul[contains(@class, 'tiles-list')]")
    for bar in root.xpath("//*[@class='bar-fill']"):
        x, width = (float(bar.get(key).rstrip("%")) for key in ("x", "width"))
        assert x >= 0
        assert x + width <= 100.02
