"""Links of texts to addresses of the site where nothing stands: told by check, as publish would refuse them."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.catalogue.linking import link
from partnership.engine.plan import plan_problems
from partnership.settings import Settings
from tests.support.site import Site


def told(site: Site) -> list[tuple[str, int, int, str | None]]:
    """Return (severity, line, column, suggestion) of everything that planning finds in the sample's links."""
    settings = Settings(content=site.content, data=site.data, cache=site.root / "cache", build_date=date(2026, 3, 1))
    linked = link(settings)
    assert not linked.problems.errors, [one.as_text() for one in linked.problems]
    return [(one.severity, one.line, one.column, one.suggestion) for one in plan_problems(settings, linked.catalogue)]


@pytest.mark.parametrize(
    ("address", "suggestion"),
    [
        ("/kurumlar/pup-bochnia/", None),
        ("/instytucje", "/instytucje/"),
        ("/instytucjee/", "/instytucje/"),
        ("/dane/rss.xnl", None),
        ("/aktualnosci/2026/jutro/", None),
    ],
)
def test_an_address_without_anything_is_told(site: Site, address: str, suggestion: str | None) -> None:
    """With its place in the file, and with the page that is probably meant; a post of tomorrow is not there today."""
    site.institution()
    site.post("jutro", date="2026-03-02")
    site.post("dzis", f"Tu jest\nnasz [urząd]({address}).", date="2026-03-01", summary="Krótko.")
    assert told(site) == [("warning", 8, 14, suggestion)]


@pytest.mark.parametrize(
    "address",
    [
        "/", "/instytucje/pup-bochnia/", "/instytucje/?q=urz%C4%85d", "/aktualnosci/rss.xml", "/media/a.pdf", "/dane/",
        "/szukaj/?q=a#wyniki", "/spotkania/kalendarz.ics", "/redakcja/#/collections", "//example.org/a/",
        "/stary/adres/",
    ],
)  # fmt: skip
def test_what_stands_there_is_left_alone(site: Site, address: str) -> None:
    """Pages, files, feeds, old addresses, the browser editor; what a question or a fragment adds is no address."""
    site.institution()
    site.write("content/media/a.pdf", "%PDF-1.4")
    site.post("dzis", f"Nasz [urząd]({address}).", date="2026-03-01", aliases=["/stary/adres/"])
    assert told(site) == []


def test_a_draft_may_lead_anywhere(site: Site) -> None:
    """Nobody sees it yet, and the page may come with it."""
    site.post("szkic", "Nasz [urząd](/nie-ma/).", state="draft")
    assert told(site) == []
