"""The guide to a new site names what a newcomer has to know by name."""

from __future__ import annotations

import re

from partnership.catalogue.address_tables import ALWAYS
from partnership.catalogue.address_words import DEFAULT, PAGES
from tests.support.commands import PROJECT


def test_the_guide_names_the_pages_that_every_site_has() -> None:
    """An editor finds which file fills which page: all of them, and no other."""
    (row,) = re.findall(r"(?m)^\| `content/pages/NAME\.md` \|.*$", (PROJECT / "docs" / "start.md").read_text("utf-8"))
    slugs = {PAGES[DEFAULT][name].strip("/") for name in ALWAYS}
    assert set(re.findall(r"`([a-z-]+)`", row)) == slugs
