"""The comparison: complete without a script, ready for the script that narrows it."""

from __future__ import annotations

from tests.support.figures import RATE, indicator, write_figures
from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site

ADDRESS = "/powiaty/porownanie/"


def test_all_counties_stand_side_by_side(site: Site) -> None:
    """Every county has a column, every measure a row with unit, period and source; missing says why."""
    write_figures(
        site,
        "1201,unemployment-rate,,2024,2.4,",
        "1202,unemployment-rate,,2024,,no-data",
        "1201,net-migration,,2024,169,",
        "1202,net-migration,,2024,-110,",
        indicators=(RATE, indicator("net-migration", unit="os.", decimals=0)),
    )
    planned = Planned(site, "counties.comparison")
    root = planned.tree(ADDRESS)
    assert texts(root, "//thead//th") == ["Wskaźnik", "bocheński", "brzeski", "Kraków"]
    assert texts(root, "//tbody//tr[th][1]/td") == ["2,4", "brak danych", "brak danych"]
    assert "%, 2024 r., źródło 1" in texts(root, "//tbody//tr[th][1]/th")[0]
    assert texts(root, "//section//ol/li") == ["Główny Urząd Statystyczny"]
    rate, migration = planned.view(ADDRESS).groups[0].rows
    assert rate.cells[0].width == 100.0
    assert [one.width for one in migration.cells] == [None, None, None]


def test_the_form_works_by_get_and_goes_with_the_columns(site: Site) -> None:
    """Each county has a checkbox called powiat, whose value is its column's."""
    write_figures(site, "1201,unemployment-rate,,2024,2.4,", "1202,unemployment-rate,,2024,2,")
    root = Planned(site, "counties.comparison").tree(ADDRESS)
    form = root.xpath("//form[@data-module='comparison']")[0]
    assert (form.get("method"), form.get("action")) == ("get", ADDRESS)
    values = form.xpath(".//input[@type='checkbox'][@name='powiat']/@value")
    assert values == root.xpath("//thead//th/@data-column") == ["1201", "1202", "1261"]
    assert len(root.xpath("//tbody//td[@data-column]")) == 3
    assert root.xpath("//*[@role='status'][@data-status][@data-of]")


def test_offers_and_offices_are_compared_too(site: Site) -> None:
    """Sites are summed up, occupations short of people named from the newest forecast, offices linked."""
    site.institution(short_name="PUP Bochnia", phone=["12 345 67 89"])
    write_figures(site)
    job = {"source": "gus", "year": 2026}
    site.offer(
        "1201",
        sites=[
            {"name": "Północ", "area_ha": 2.5, "updated": "2026-01-01"},
            {"name": "Południe", "area_ha": 3, "updated": "2026-01-01"},
        ],
        occupations=[
            job | {"name": "spawacze", "outlook": "shortage"},
            job | {"name": "sprzedawcy", "outlook": "balance"},
            job | {"name": "kucharze", "outlook": "shortage", "year": 2020},
        ],
    )
    root = Planned(site, "counties.comparison").tree(ADDRESS)
    rows = {text_of(row.xpath("./th")[0]): texts(row, "./td") for row in root.xpath("//tbody/tr[th]")}
    assert rows["Tereny inwestycyjne"] == ["5,50 ha", "brak danych", "brak danych"]
    assert rows["Zawody, w których brakuje ludzideficyt"] == ["spawacze", "brak danych", "brak danych"]
    assert rows["Urząd pracy"] == ["PUP Bochnia", "nieznany", "nieznany"]
    assert rows["Telefon, e-mail lub strona"] == ["12 345 67 89", "nieznany", "nieznany"]
    assert root.xpath("//td/a/@href") == ["/instytucje/pup-bochnia/", "tel:+48123456789"]


def test_nothing_to_compare(site: Site) -> None:
    """Neither figures, offers nor offices: the page says so. No county: it says that."""
    assert "Nie ma jeszcze czego porównać." in text_of(Planned(site, "counties.comparison").tree(ADDRESS))
    site.write_yaml("data/counties.yaml", [])
    assert "Nie ma tu jeszcze żadnego powiatu." in text_of(Planned(site, "counties.comparison").tree(ADDRESS))
