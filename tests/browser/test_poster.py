"""The poster for the wall of an office."""

from __future__ import annotations

import re

from playwright.sync_api import Page

from tests.support.commands import PROJECT


def test_the_poster_is_one_sheet(page: Page) -> None:
    """Printed, it is one A4 page; on a small screen nothing stands outside."""
    page.goto((PROJECT / "docs" / "plakat-aktualnosc.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
