"""Sections of a county's page that answer one question: topics, counties within reach; all counties over time."""

from __future__ import annotations

import csv
import io
import re
from math import acos, cos, radians, sin
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.catalogue.addresses import standing_in
from partnership.charts.lines import line_chart
from partnership.items.item import Publication
from partnership.pages.counties.county_multiples import strokes
from partnership.pages.counties.county_reach import kilometres
from partnership.publications.open_data.plan import plan as plan_data
from partnership.publications.open_data.table import make_csv
from partnership.records.reading import read_record
from partnership.records.taxonomy import County
from tests.support.figures import RATE, indicator, write_figures
from tests.support.pages import Planned, text_of, texts
from tests.support.searches import examples
from tests.support.site import COUNTIES, Site

ADDRESS = "/powiaty/powiat-bochenski/"
YEARS = ("2020", "2021", "2022", "2023", "2024")
CODES = ("1201", "1202", "1203", "1204", "1205", "1261")


def six_counties(site: Site) -> None:
    """Write a region of six counties on a line, each about 13 km from the next."""
    first = COUNTIES[0]
    site.write_yaml(
        "data/counties.yaml",
        [
            first
            | {
                "teryt": code,
                "slug": "powiat-bochenski" if code == "1201" else f"powiat-{code}",
                "name": "powiat bocheński" if code == "1201" else f"powiat {code}",
                "short_name": "bocheński" if code == "1201" else f"nr {code}",
                "longitude": 20.43 + 0.176 * place,
                "neighbours": ["1202", "1261"] if code == "1201" else [],
                "tile": {"row": 1, "column": place},
            }
            for place, code in enumerate(CODES)
        ],
    )


def whole_site(site: Site) -> None:
    """Write six counties with unemployment over five years, people, wages and what makes a topic."""
    six_counties(site)
    rows = []
    for place, code in enumerate(CODES):
        rows += [f"{code},unemployment-rate,,{year}-12-31,{4 + place - n * 0.3:.1f}," for n, year in enumerate(YEARS)]
        rows += [f"{code},population,,2024-12-31,{1000 * (place + 1)},"]
        rows += [f"{code},women,,{year},{50 + place + n},".replace(" ", "") for n, year in enumerate(YEARS[-2:])]
        rows += [f"{code},young,,{year},{15 + place * 1.5 + n}," for n, year in enumerate(YEARS[-2:])]
        rows += [f"{code},farms,,2024,{20 + place},", f"{code},services,,2024,{80 - place},"]
    rows += [f"12,unemployment-rate,,{year}-12-31,5," for year in YEARS[2:]]
    rows += ["00,unemployment-rate,,2023-06-30,9,", "00,unemployment-rate,,2024-12-31,6,"]
    seeks = {"topic": "Kto szuka pracy"}
    breaks = {"period": "2022", "note": "Od 2022 r. liczone inaczej."}
    write_figures(
        site,
        *rows,
        indicators=(
            RATE,
            indicator("population", unit="os.", decimals=0),
            indicator("women", **seeks),
            indicator("young", **seeks),
            indicator("farms", topic="Sektory", breaks=[dict(breaks)]),
            indicator("services", topic="Sektory", breaks=[dict(breaks)]),
        ),
    )


def test_a_topic_is_a_section_with_drawing_table_median_and_place(site: Site) -> None:
    """What is no whole is drawn as bars with the median on one scale; a whole as one bar; breaks are told."""
    whole_site(site)
    planned = Planned(site, "counties.county")
    view = planned.view(ADDRESS)
    seeks, sectors = view.topics
    assert [one.label for one in view.values] == ["Stopa bezrobocia", "Population"]
    assert (seeks.title, seeks.unit, seeks.share) == ("Kto szuka pracy", "%", None)
    assert [(one.label, one.value_text) for one in seeks.bars] == [("Women", "51,0\u00a0%"), ("Young", "16,0\u00a0%")]
    scale = max(bar.width if bar.mark is None else max(bar.width, bar.mark) for bar in seeks.bars)
    assert scale == 100.0 and seeks.bars[0].mark == 100.0
    women = seeks.rows[0]
    assert [one.text for one in women.cells] == ["50,0", "51,0"]
    assert (women.median.text, women.rank) == ("53,5", "6. z 6")
    assert sectors.share is not None and [one.width for one in sectors.share.parts] == [20.0, 80.0]
    assert sectors.note.startswith("Od 2022 r. liczone inaczej.")
    root = planned.tree(ADDRESS)
    assert "Kto szuka pracy" in texts(root, "//h2")
    assert root.xpath("//rect[@class='bar-mark']") and root.xpath(f"//a[@href='{ADDRESS}liczby.csv']")


def test_change_over_time_has_region_country_and_median_of_the_same_days(site: Site) -> None:
    """A reading of a summer is left out; the median is that of all counties."""
    whole_site(site)
    line = Planned(site, "counties.county").view(ADDRESS).lines[0]
    assert [one.label for one in line.series] == ["Powiat bocheński", "Województwo", "Mediana powiatów"]
    assert "2023-06-30" not in {one.label for one in line.periods} and len(line.periods) == len(YEARS)


def test_counties_within_reach_stand_nearest_first(site: Site) -> None:
    """Neighbours always, others up to forty kilometres; people are added up only where all are known."""
    whole_site(site)
    planned = Planned(site, "counties.county")
    reach = planned.view(ADDRESS).reach
    assert [(one.label, one.value_text, one.neighbour) for one in reach.rows] == [
        ("nr 1202", "13\u00a0km", True),
        ("nr 1203", "25\u00a0km", False),
        ("nr 1204", "38\u00a0km", False),
        ("nr 1261", "63\u00a0km", True),
    ]
    assert reach.total.startswith("W tym powiecie i w powiatach w zasięgu mieszka razem 16\u00a0000 osób")
    assert [one.width for one in reach.rows] == sorted(one.width for one in reach.rows)
    file = site.data / "figures" / "test.csv"
    kept = [line for line in file.read_text().split("\n") if not line.startswith("1204,population")]
    file.write_text("\n".join(kept))
    assert Planned(site, "counties.county").view(ADDRESS).reach.total == ""


def test_all_counties_over_time_stand_on_one_scale(site: Site) -> None:
    """Each county has its line and the median's, its first and last figure, and a row of the table."""
    whole_site(site)
    planned = Planned(site, "counties.counties")
    (multiples,) = planned.view("/powiaty/").multiples
    assert [one.label for one in multiples.smalls] == ["bocheński", *(f"nr {code}" for code in CODES[1:])]
    assert (multiples.smalls[0].first, multiples.smalls[0].last) == ("4,0\u00a0%", "2,8\u00a0%")
    assert len({one.median for one in multiples.smalls}) == 1
    heights = [float(one.strokes[0].split()[0].split(",")[1]) for one in multiples.smalls]
    assert heights == sorted(heights, reverse=True) and all(0 <= one <= 100 for one in heights)
    assert [one.text for one in multiples.rows[1].cells] == ["5,0", "4,7", "4,4", "4,1", "3,8"]
    root = planned.tree("/powiaty/")
    assert len(root.xpath("//li[@class='multiple']//polyline[@class='multiple-line']")) == 6


def test_the_comparison_has_marks_and_lines(site: Site) -> None:
    """Median, region and country stand as marks on each bar, in words beside the name, and as lines over time."""
    whole_site(site)
    planned = Planned(site, "counties.comparison")
    view = planned.view("/powiaty/porownanie/")
    rate = view.groups[0].rows[0]
    told = "%, 31 grudnia 2024 r., źródło 1; mediana 5,3; województwo 5,0; Polska 6,0"
    assert rate.note.replace("\u00a0", " ") == told
    assert [one.kind for one in rate.cells[0].marks] == ["median", "region", "country"]
    assert all(cell.marks == rate.cells[0].marks for cell in rate.cells)
    assert view.marks == (("median", "Mediana powiatów"), ("region", "Województwo"), ("country", "Polska"))
    over_time = view.groups[1].rows[0]
    assert over_time.cells[0].text == "4,0 → 2,8" and over_time.cells[0].strokes and over_time.cells[0].median


@pytest.mark.parametrize("cut", ["2022", "2021-07"])
def test_no_line_crosses_a_break(cut: str) -> None:
    """Where figures of another kind begin stands an upright line, and none joins both sides."""
    chart = line_chart([{"2020": 4.0, "2021": 3.0, "2022": 9.0, "2023": 8.0}], [cut])
    assert [(segment.x1, segment.x2) for segment in chart.lines[0].segments] == [
        (chart.times[0].x, chart.times[1].x),
        (chart.times[2].x, chart.times[3].x),
    ] or cut == "2021-07"
    assert len(chart.breaks) == 1 and all(0 < place < 100 for place in chart.breaks)
    assert len(line_chart([{"2022": 1.0, "2023": 2.0}], ["2022"]).breaks) == 0


@given(st.lists(st.none() | st.floats(0, 100), min_size=2, max_size=12))
@examples(60)
def test_strokes_hold_every_joined_point(values: list[float | None]) -> None:
    """Polylines have as many pieces as the chart has joined segments, and stay inside the drawing."""
    line = line_chart([{str(2000 + n): value for n, value in enumerate(values)}]).lines
    drawn = strokes(line[0]) if line else ()
    joined = sum(not segment.gap for segment in line[0].segments) if line else 0
    assert sum(len(one.split()) - 1 for one in drawn) == joined
    numbers = [float(number) for one in drawn for number in re.split("[ ,]", one)]
    assert all(0 <= number <= 100 for number in numbers)


def open_data(planned: Planned) -> dict[str, list[dict[str, str]]]:
    """Return the rows of every CSV of open data by its address."""
    found = {}
    for item in plan_data(planned.catalogue, planned.settings):
        if isinstance(item, Publication) and item.make is make_csv:
            text = make_csv(*item.inputs).decode()
            found[item.address] = list(csv.DictReader(io.StringIO(text)))
    return found


def number(text: str) -> float:
    """Return a number as the page prints it."""
    return float(re.sub(r"[^0-9,−-]", "", text).replace(",", ".").replace("−", "-"))


def test_every_new_figure_can_be_recomputed_from_open_data(site: Site) -> None:
    """Medians, places, shares, distances, people within reach: each from the rows of the published CSV alone."""
    whole_site(site)
    planned = Planned(site, "counties.county")
    view = planned.view(ADDRESS)
    with standing_in(planned.catalogue.table):
        tables = open_data(planned)
    figures = tables["/dane/liczby.csv"]
    names = {row["name"]: row["id"] for row in tables["/dane/wskazniki.csv"]}

    def values(name: str, period: str) -> dict[str, float]:
        return {
            row["teryt"]: float(row["value"])
            for row in figures
            if row["indicator"] == names[name] and row["period"] == period and len(row["teryt"]) == 4
        }

    for topic in view.topics:
        for row in topic.rows:
            known = values(row.name, "2024")
            assert number(row.cells[-1].text) == known["1201"]
            assert number(row.median.text) == pytest.approx(median(known.values()), abs=0.051)
            place = 1 + sum(one > known["1201"] for one in known.values())
            assert row.rank == f"{place}. z {len(known)}"
    counties: dict[str, Any] = {row["short_name"]: row for row in tables["/dane/powiaty.csv"]}
    own = counties["bocheński"]
    for row in view.reach.rows:
        other = counties[row.label]
        one, two = radians(float(own["latitude"])), radians(float(other["latitude"]))
        east = radians(float(other["longitude"]) - float(own["longitude"]))
        far = 6371 * acos(min(1.0, sin(one) * sin(two) + cos(one) * cos(two) * cos(east)))
        assert number(row.value_text) == pytest.approx(far, abs=0.51)
    people = values("Population", "2024-12-31")
    reached = ["1201", *(counties[row.label]["teryt"] for row in view.reach.rows)]
    assert number(view.reach.total.split("razem")[1].split("osób")[0]) == sum(people[code] for code in reached)
    of_county = tables[f"{ADDRESS}liczby.csv"]
    assert of_county == [row for row in figures if row["teryt"] == "1201"] + [
        row for code in ("00", "12") for row in figures if row["teryt"] == code
    ]


def test_distances_are_those_of_a_map() -> None:
    """Bochnia to Brzesko and to Kraków as measured on a map; the same both ways, and none to itself."""
    bochnia, brzesko, krakow = (read_record(one, County) for one in COUNTIES)
    assert kilometres(bochnia, brzesko) == pytest.approx(12.6, abs=0.3)
    assert kilometres(bochnia, krakow) == pytest.approx(36.7, abs=0.5)
    assert kilometres(krakow, bochnia) == pytest.approx(kilometres(bochnia, krakow)) and kilometres(krakow, krakow) == 0


def test_a_region_of_one_county_has_none_of_these(site: Site) -> None:
    """Nothing to compare with: no median, no places, nobody within reach, no drawings beside each other."""
    site.write_yaml("data/counties.yaml", [COUNTIES[0] | {"neighbours": []}])
    write_figures(site, "1201,women,,2024,50,", indicators=(indicator("women", topic="Kto szuka pracy"),))
    planned = Planned(site, "counties.county")
    view = planned.view(ADDRESS)
    assert view.reach is None and view.topics[0].of == 0 and view.topics[0].rows[0].median.missing == "–"
    assert "mediana" not in text_of(planned.tree(ADDRESS)).lower()
    assert Planned(site, "counties.counties").view("/powiaty/").multiples == ()


def test_figures_that_all_have_a_topic_are_there(site: Site) -> None:
    """A county whose figures are all told by topics has figures; nothing says that there are none."""
    write_figures(
        site,
        *(f"1201,{name},,{year},5," for name in ("wages", "births") for year in (2023, 2024)),
        indicators=tuple(indicator(name, topic="Rynek pracy") for name in ("wages", "births")),
    )
    planned = Planned(site, "counties.county")
    empty = "Nie ma jeszcze liczb"
    root = planned.tree(ADDRESS)
    assert root.xpath("//section[@class='topic']") and empty not in text_of(root)
    assert empty in text_of(planned.tree("/powiaty/krakow/"))
