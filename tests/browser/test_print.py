"""Pages on paper: few sheets, none with nothing but a footer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, PdfMargins

from partnership.cli.main import main
from tests.conftest import Call
from tests.support.commands import PROJECT
from tests.support.serving import served
from tests.support.site import SERVICES, Site

MARGINS: PdfMargins = {"top": "10mm", "bottom": "10mm", "left": "10mm", "right": "10mm"}


def sheets(page: Page, address: str) -> int:
    """Return on how many sheets of A4 a page prints."""
    page.goto(address, wait_until="networkidle")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=MARGINS)))


def test_an_office_and_a_comparison_fit_their_sheets(
    site: Site, call: Call, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    """An office with forty services takes two sheets, a comparison of two counties one."""
    more = [
        {
            "id": f"usluga-{place}",
            "name": f"Usługa numer {place}",
            "group": f"Grupa {place % 8}",
            "description": "Opis.",
        }
        | {"status": "current"}
        for place in range(40)
    ]
    site.write_yaml("data/services.yaml", [*SERVICES, *more])
    site.institution(street="ul. Wojska Polskiego 3", city="Bochnia", services=[str(one["id"]) for one in more])
    assert call("build", *site.build_options).status == 0
    home = serve_folder(site.output)
    assert sheets(page, f"{home}/instytucje/pup-bochnia/") <= 2
    assert sheets(page, f"{home}/powiaty/porownanie/?powiat=1201&powiat=1202") == 1


OVERLAPS = """() => {
  const rects = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (!node.data.trim()) continue;
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest(".visually-hidden, noscript")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width > 1 && rect.height > 1) rects.push({ node, text: node.data.trim().slice(0, 40), rect });
    }
  }
  const told = [];
  const wide = document.documentElement.clientWidth;
  for (const one of rects) if (one.rect.left < -1 || one.rect.right > wide + 1) told.push(`cut: ${one.text}`);
  // Lines of text may share the room between them, but not the letters themselves.
  const slack = 3;
  for (let a = 0; a < rects.length; a += 1) {
    for (let b = a + 1; b < rects.length; b += 1) {
      const one = rects[a].rect, two = rects[b].rect;
      const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
      const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
      if (rects[a].node === rects[b].node || across <= slack || down <= slack + 2) continue;
      told.push(`${rects[a].text} / ${rects[b].text}`);
    }
  }
  return told;
}"""
"""Texts over each other, or beyond the sheet's sides; the rim under a figure is the ground of the same words."""

SHEET = 718
"""Pixels across a sheet of A4 between its margins."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The counties and figures of this project with nothing else, served; the address."""
    site = Site(tmp_path_factory.mktemp("region") / "site")
    for name in ("counties.yaml", "indicators.yaml", "sources.yaml", "services.yaml", "institution-types.yaml"):
        site.write(f"data/{name}", (PROJECT / "data" / name).read_bytes())
    for folder in ("figures", "institutions", "offers"):
        for file in (PROJECT / "data" / folder).iterdir():
            if file.suffix in (".csv", ".yaml"):
                site.write(f"data/{folder}/{file.name}", file.read_bytes())
    assert main(["build", *site.build_options]) == 0
    with served(site.output) as root:
        yield root


@pytest.mark.parametrize(
    "codes",
    [
        ("1201", "1202"),
        ("1261", "1262", "1263"),
        ("1203", "1210", "1213", "1214"),
        ("1204", "1205", "1216", "1217"),
        ("1206", "1207", "1211", "1219"),
    ],
)
def test_a_brief_of_any_counties_takes_two_sheets(page: Page, region: str, codes: tuple[str, ...]) -> None:
    """Two to four counties, also those of the longest names: at most two sheets, nothing cut, nothing over another."""
    address = f"{region}/powiaty/porownanie/?" + "&".join(f"powiat={code}" for code in codes)
    assert sheets(page, address) <= 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 1000})
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("slug", ["powiat-bochenski", "powiat-dabrowski", "miasto-krakow"])
def test_a_county_takes_few_sheets(page: Page, region: str, slug: str) -> None:
    """The profile of a county with all its drawings: at most two sheets, nothing cut, nothing over another."""
    assert sheets(page, f"{region}/powiaty/{slug}/") <= 2
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 1000})
    assert page.evaluate(OVERLAPS) == []
