"""The page of open data and archived newsletters."""

from __future__ import annotations

import json

from tests.support.pages import Planned, text_of, texts
from tests.support.publications import Published
from tests.support.site import Site


def test_every_published_file_is_listed(site: Site) -> None:
    """Each table in three formats, the package, the catalogues and the HSDS export: no file that nobody finds."""
    site.institution("pup-bochnia", verified="2026-01-20")
    root = Planned(site, "general.open_data").tree("/dane/")
    links = set(root.xpath("//main//a/@href"))
    assert set(Published(site, "open_data.plan").items) <= links


def test_a_data_set_tells_size_date_source_and_licence(site: Site) -> None:
    """The date is that of its newest fact, and stands only where one is known."""
    site.institution("pup-bochnia", verified="2026-01-20")
    root = Planned(site, "general.open_data").tree("/dane/")
    told = text_of(root.xpath("//*[@id='instytucje']")[0])
    assert "1 wiersz; stan na 20 stycznia 2026 r." in told
    assert "stan na" not in text_of(root.xpath("//*[@id='uslugi']")[0])
    assert root.xpath("//a[@rel='license']/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
    things = [json.loads(str(one)) for one in texts(root, "//script[@type='application/ld+json']")]
    catalogue = next(one for one in things if one["@type"] == "DataCatalog")
    assert {"Dataset"} == {one["@type"] for one in catalogue["dataset"]}


def test_no_licence_is_made_up(site: Site) -> None:
    """Where the office has not chosen one, the page leads to the terms of re-use and names none."""
    site.institution("pup-bochnia")
    root = Planned(site, "general.open_data", data_licence="").tree("/dane/")
    assert not root.xpath("//a[@rel='license']") and "CC BY" not in text_of(root)
    assert root.xpath("//h2/a[@href='/warunki-ponownego-wykorzystania/']")
    things = [json.loads(str(one)) for one in texts(root, "//script[@type='application/ld+json']")]
    assert all("license" not in one for thing in things for one in thing.get("dataset", ()))


def test_an_archived_issue_has_its_page(site: Site) -> None:
    """At its day's address, below the newsletter, and not among the site's other pages."""
    site.page("newsletter/2026-01-20", "- [Wpis](../../news/a.md)", title="Newsletter, 20 stycznia 2026 r.")
    site.post("a")
    issues = Planned(site, "general.newsletter_issues")
    root = issues.tree("/newsletter/2026-01-20/")
    assert root.xpath("//main//a/@href[contains(., '/aktualnosci/2026/a/')]")
    assert root.xpath("//nav[@aria-label]//a[@href='/newsletter/']")
    assert "/2026-01-20/" not in Planned(site, "general.content_pages")
