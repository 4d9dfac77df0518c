"""One address, one page: what an old address may not be."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from partnership.catalogue.linking import link
from partnership.settings import Settings
from tests.support.site import Site


def told(site: Site) -> list[tuple[str, int]]:
    """Return (code, line) of every error."""
    settings = replace(Settings(), content=site.content, data=site.data, build_date=date(2026, 11, 24))
    return [(one.code, one.line) for one in link(settings).problems if one.severity == "error"]


@pytest.mark.parametrize(
    "alias", ["/", "/kontakt/", "/kontakt", "/zwolnienia/", "/robots.txt", "/rss.xml", "/instytucje/pup-bochnia/"]
)
def test_an_old_address_cannot_be_a_living_page(site: Site, alias: str) -> None:
    """A page that every site or a record has would win in silence; so the editor is told."""
    site.institution()
    site.post(aliases=[alias])
    assert told(site) == [("two-pages", 5)]


RESERVED = """
    /sw.js /sw.js/ /_headers /_redirects /.well-known/x /CNAME /404.html /favicon.ico /publikacja.json /sitemap.xml
    /sitemap-2.xml /atom.xml /feed.json /theme/css/site.css /theme/ /index.html /raporty/index.html
"""


@pytest.mark.parametrize("alias", RESERVED.split())
def test_an_old_address_cannot_be_what_programs_look_for(site: Site, alias: str) -> None:
    """Scripts, headers, feeds and files of hosts: a page in their place would break the site."""
    site.report()
    site.post(aliases=[alias])
    assert told(site) == [("two-pages", 5)]


@pytest.mark.parametrize("slug", ["theme", "media", "en", "uk", "aktualnosci", "powiaty", "redakcja"])
def test_a_page_cannot_take_the_place_of_a_section(site: Site, slug: str) -> None:
    """Whether it says so itself or by its file's name."""
    site.page("strona", slug=slug)
    site.page(slug)
    assert [code for code, _line in told(site)] == ["two-pages", "two-pages"]


@pytest.mark.parametrize(
    ("aliases", "errors"),
    [
        (["/artykuly/1102/Rada", "/rada.html", "/aktualnosci/temat/rada/"], []),
        (["/a.html", "/a.html/b"], [("two-pages", 6)]),
        (["/a.html/", "/a.html"], [("two-pages", 5)]),
        (["/a/./b"], [("wrong-form", 5)]),
        ([f"/{'a' * 250}/"], [("wrong-form", 5)]),
    ],
)
def test_old_addresses_are_files_that_can_be_written(
    site: Site, aliases: list[str], errors: list[tuple[str, int]]
) -> None:
    """None lies below a file, leads through a dot or has a name that no file system holds."""
    site.post(aliases=aliases)
    assert told(site) == errors


def test_old_addresses_of_a_text_without_a_right_date_are_checked(site: Site) -> None:
    """All problems are told at once, not the next one after the first was mended."""
    site.post(date="x", aliases=["/kontakt/"])
    assert told(site) == [("not-a-date", 3), ("two-pages", 5)]
