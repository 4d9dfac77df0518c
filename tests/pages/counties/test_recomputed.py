"""Every figure on the page of every county, computed again by somebody who has nothing but the files of open data."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from math import acos, cos, radians, sin
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from lxml import html as lxml_html

from partnership.cli.main import main
from partnership.polish.dates import GENITIVE
from tests.support.commands import PROJECT
from tests.support.pages import text_of
from tests.support.site import Site

REGION, COUNTRY, MEDIAN = "Województwo", "Polska", "Mediana powiatów"
HUNDRED = "wage-relation"
"""The indicator whose name says that the country is 100."""


@dataclass
class Shown:
    """A number as a page shows it, and what open data says that it is."""

    where: str
    text: str
    true: Decimal | None

    def differs(self) -> bool:
        """Tell whether the number is another than the true one, rounded half up to as many places as are shown."""
        found = re.search(r"[−-]?\d[\d ]*(?:,\d+)?", self.text)
        if found is None or self.true is None:
            return True
        shown = Decimal(found[0].replace(" ", "").replace(",", ".").replace("−", "-"))
        return self.true.quantize(Decimal(1).scaleb(int(shown.as_tuple().exponent)), ROUND_HALF_UP) != shown


class OpenData:
    """The published tables, and nothing else."""

    def __init__(self, folder: Path) -> None:
        """Read counties, indicators and figures of ``folder``."""
        self.folder = folder
        self.counties = {row["teryt"]: row for row in self._rows("powiaty")}
        self.codes = {row["short_name"]: code for code, row in self.counties.items()}
        self.indicators = {row["name"]: row["id"] for row in self._rows("wskazniki")}

    def _rows(self, name: str) -> list[dict[str, str]]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def values(self) -> dict[tuple[str, str, str], Decimal]:
        """The figures by place, indicator and period."""
        return {
            (row["teryt"], row["indicator"], row["period"]): Decimal(row["value"])
            for row in self._rows("liczby")
            if row["value"] and not row["dimension"]
        }

    def of(self, place: str, name: str, period: str) -> Decimal | None:
        """Return one figure by the name of its indicator."""
        indicator = self.indicators[name]
        known = self.values.get((place, indicator, period))
        return Decimal(100) if known is None and place == "00" and indicator == HUNDRED else known

    def of_counties(self, name: str, period: str) -> dict[str, Decimal]:
        """Return the figures of all counties."""
        found = {code: self.of(code, name, period) for code in self.counties}
        return {code: value for code, value in found.items() if value is not None}

    def place(self, code: str, name: str, period: str, *, lowest: bool = False) -> Decimal:
        """Return the place of a county among those with a figure."""
        values = self.of_counties(name, period)
        own = values[code]
        return Decimal(1 + sum(one < own if lowest else one > own for one in values.values()))

    def kilometres(self, one: str, other: str) -> Decimal:
        """Return the distance of two seats as the crow flies."""
        first, second = self.counties[one], self.counties[other]
        a, b = radians(float(first["latitude"])), radians(float(second["latitude"]))
        east = radians(float(second["longitude"]) - float(first["longitude"]))
        return Decimal(6371 * acos(min(1.0, sin(a) * sin(b) + cos(a) * cos(b) * cos(east))))


def period_of(text: str) -> str:
    """Return a period as open data writes it: 2024, or 2024-12-31 for „31 grudnia 2024 r.”."""
    if found := re.match(r"(\d+) (\w+) (\d{4})", text):
        return f"{found[3]}-{GENITIVE.index(found[2]) + 1:02d}-{int(found[1]):02d}"
    return re.sub(r" r\.?.*$", "", text)


def rows(root: Any, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield caption, name and text of every row of the drawings at a path."""
    for table in root.xpath(f"{path}//table"):
        caption = text_of(table.xpath("caption")[0])
        for row in table.xpath("tbody/tr"):
            yield caption, text_of(row.xpath("th")[0]), text_of(row.xpath("td")[0])


def today(root: Any, code: str, data: OpenData) -> Iterator[Shown]:
    """Yield the figures at the head of the page, with what stands beside each."""
    for one in root.xpath("//dl[@class='values']/div"):
        name = text_of(one.xpath("dt")[0])
        period = period_of(text_of(one.xpath("dd[@class='value-source']")[0]))
        yield Shown(name, text_of(one.xpath("dd[@class='value-number']")[0]), data.of(code, name, period))
        note = " ".join(text_of(note) for note in one.xpath("dd[@class='value-note']"))
        for place, said in (("12", "województwo"), ("00", "Polska")):
            if found := re.search(rf"{said}: ([−\d ,]+)", note):
                yield Shown(f"{name}, {said}", found[1], data.of(place, name, period))
        if found := re.search(r"(\d+)\. miejsce wśród (\d+) powiat\w+, od (\w+)", note):
            lowest = found[3].startswith("najniż")
            yield Shown(f"{name}, place", found[1], data.place(code, name, period, lowest=lowest))
            yield Shown(f"{name}, of", found[2], Decimal(len(data.of_counties(name, period))))


def drawings(root: Any, code: str, data: OpenData) -> Iterator[Shown]:
    """Yield what bars and shares say."""
    for caption, county, text in rows(
        root, "//section[@aria-labelledby='standing']//div[contains(@class,'chart-bars')]"
    ):
        name, _, period = caption.rpartition(", ")
        yield Shown(f"{name}: {county}", text, data.of(data.codes[county], name, period_of(period)))
    topics = "//section[@class='topic']//div[contains(@class,'chart-bars')]"
    for path in (topics, "//div[contains(@class,'chart-share')]"):
        for caption, name, text in rows(root, path):
            yield Shown(name, text, data.of(code, name, period_of(caption.rpartition(", ")[2])))


def over_time(root: Any, code: str, data: OpenData) -> Iterator[Shown]:
    """Yield the tables behind lines, of the county, the region, the country and the counties' median."""
    for drawing in root.xpath("//figure[contains(@class,'chart-line')]"):
        name = text_of(drawing.xpath("p[contains(@class,'chart-caption')]")[0])
        heads = [text_of(head) for head in drawing.xpath(".//thead//th")][1:]
        for row in drawing.xpath(".//tbody/tr"):
            period = period_of(text_of(row.xpath("th")[0]))
            for head, cell in zip(heads, row.xpath("td"), strict=True):
                if cell.xpath("span[@class='missing']"):
                    continue
                place = {REGION: "12", COUNTRY: "00"}.get(head, code)
                middle = median(data.of_counties(name, period).values()) if head == MEDIAN else None
                yield Shown(f"{name}, {head}, {period}", text_of(cell), middle or data.of(place, name, period))


def by_topic(root: Any, code: str, data: OpenData) -> Iterator[Shown]:
    """Yield the tables of topics with median and place."""
    for table in root.xpath("//section[@class='topic']//div[contains(@class,'data-table-compact')]//table"):
        heads = [text_of(head) for head in table.xpath("thead//th")][1:]
        newest = period_of([head for head in heads if head[0].isdigit()][-1])
        for row in table.xpath("tbody/tr"):
            name = text_of(row.xpath("th")[0])
            known = data.of_counties(name, newest)
            for head, cell in zip(heads, map(text_of, row.xpath("td")), strict=True):
                if head == MEDIAN:
                    yield Shown(f"{name}, median", cell, median(known.values()))
                elif head == "Miejsce":
                    place, _, of = cell.partition(" z ")
                    yield Shown(f"{name}, place", place, data.place(code, name, newest))
                    yield Shown(f"{name}, of", of, Decimal(len(known)))
                else:
                    yield Shown(f"{name}, {head}", cell, data.of(code, name, period_of(head)))


def within_reach(root: Any, code: str, data: OpenData) -> Iterator[Shown]:
    """Yield distances, and how many people live within them."""
    path = "//section[@aria-labelledby='reach']"
    reached = [code]
    for _, county, text in rows(root, f"{path}//div[contains(@class,'chart-bars')]"):
        reached.append(data.codes[county])
        yield Shown(f"km to {county}", text, data.kilometres(code, reached[-1]))
    found = re.search(r"razem ([\d ]+) osób \((.+?)\)", text_of(root.xpath(path)[0]))
    assert found is not None
    people = [data.of(one, "Liczba ludności", period_of(found[2])) for one in reached]
    yield Shown("people within reach", found[1], sum((one for one in people if one is not None), Decimal()))


PARTS: tuple[Callable[[Any, str, OpenData], Iterator[Shown]], ...] = (
    today,
    drawings,
    over_time,
    by_topic,
    within_reach,
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The counties and figures of this project, built without its texts."""
    site = Site(tmp_path_factory.mktemp("figures") / "site")
    for name in ("counties.yaml", "indicators.yaml", "sources.yaml", "services.yaml", "institution-types.yaml"):
        site.write(f"data/{name}", (PROJECT / "data" / name).read_bytes())
    for folder in ("figures", "institutions", "offers"):
        for file in (PROJECT / "data" / folder).iterdir():
            if file.is_file():
                site.write(f"data/{folder}/{file.name}", file.read_bytes())
    assert main(["build", *site.build_options]) == 0
    return site.output


def test_every_figure_of_every_county_can_be_recomputed(output: Path) -> None:
    """Values, places, medians, shares, lines, distances: each page against ``/dane/``, rounded as by hand."""
    data = OpenData(output / "dane")
    count, wrong = 0, []
    for code, county in data.counties.items():
        (page,) = (output / "powiaty").glob(f"{county['page'].rstrip('/').rpartition('/')[2]}/index.html")
        root = lxml_html.document_fromstring(page.read_text("utf-8"))
        for part in PARTS:
            shown = list(part(root, code, data))
            assert shown, f"{county['name']} shows nothing of {part.__name__}"
            count += len(shown)
            wrong += [(county["name"], one) for one in shown if one.differs()]
    assert not wrong, wrong[:5]
    assert count > 100 * len(data.counties)
