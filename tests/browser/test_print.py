"""Pages on paper: few sheets, none with nothing but a footer."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, PdfMargins

from tests.conftest import Call
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
