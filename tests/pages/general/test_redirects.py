"""Old addresses."""

from __future__ import annotations

from tests.support.pages import Planned, text_of
from tests.support.site import Site


def test_an_old_address_leads_to_the_new_one(site: Site) -> None:
    """By refresh, canonical and a link; search engines keep only the new one."""
    site.post("rada", title="Rada Partnerów", aliases=["/artykuly/1102/Rada-Partnerow"])
    site.page("tajna", state="hidden", aliases=["/stara.html"])
    planned = Planned(site, "general.redirects", site_url="https://example.org/p")
    assert set(planned.pages) == {"/artykuly/1102/Rada-Partnerow/", "/stara.html"}
    root = planned.tree("/artykuly/1102/Rada-Partnerow/")
    assert root.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=/p/aktualnosci/2026/rada/"]
    assert root.xpath("//link[@rel='canonical']/@href") == ["https://example.org/p/aktualnosci/2026/rada/"]
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    link = root.xpath("//main//a")[0]
    assert (link.get("href"), text_of(link)) == ("/p/aktualnosci/2026/rada/", "Rada Partnerów")


def test_a_draft_leaves_no_redirect(site: Site) -> None:
    """What is not built cannot be led to."""
    site.post("szkic", state="draft", aliases=["/stary-szkic/"])
    assert not Planned(site, "general.redirects").pages
