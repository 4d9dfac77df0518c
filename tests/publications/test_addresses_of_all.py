"""The files that list addresses: sitemap, robots, headers, and all feeds as OPML."""

from __future__ import annotations

import pytest
from lxml import etree

from partnership.catalogue.localised import Catalogues
from partnership.items.item import Publication
from partnership.publications import sitemap
from partnership.publications.robots import content_policy, make_headers, make_robots
from partnership.publications.sitemap import plan_sitemap
from tests.support.pages import Planned
from tests.support.publications import Published
from tests.support.site import Site

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_lists_what_is_meant_to_be_found(site: Site) -> None:
    """Posts with the day of their last change; no hidden post, no moved address."""
    site.post("a", date="2026-01-15", modified="2026-01-20", aliases=["/artykuly/1/Stary"])
    site.post("ukryty", state="hidden")
    posts, moved = Planned(site, "news.posts"), Planned(site, "general.redirects")
    items = [*posts.pages.values(), *moved.pages.values()]
    (made,) = plan_sitemap(Catalogues(posts.catalogue, posts.settings), items)
    assert isinstance(made, Publication)
    root = etree.fromstring(made.make(*made.inputs))
    found = {one.findtext(f"{SITEMAP}loc"): one.findtext(f"{SITEMAP}lastmod") for one in root}
    assert found == {f"{posts.settings.site_url}/aktualnosci/2026/a/": "2026-01-20"}


def test_a_huge_sitemap_is_divided(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """More addresses than a file may hold give several files and an index of them."""
    for number in range(5):
        site.post(f"wpis-{number}")
    planned = Planned(site, "news.posts")
    monkeypatch.setattr(sitemap, "MAX_ADDRESSES", 2)
    made = list(sitemap.plan_sitemap(Catalogues(planned.catalogue, planned.settings), list(planned.pages.values())))
    files = {one.address: one.make(*one.inputs) for one in made if isinstance(one, Publication)}
    assert [files[f"/sitemap-{number}.xml"].count(b"<url>") for number in (1, 2, 3)] == [2, 2, 1]
    assert files["/sitemap.xml"].count(b"<sitemap>") == 3


def test_robots_points_to_the_sitemap() -> None:
    """Everything may be read."""
    text = make_robots("https://x.example").decode()
    assert "Allow: /" in text and "Sitemap: https://x.example/sitemap.xml" in text


def test_the_headers_allow_nothing_from_elsewhere() -> None:
    """Only the list manager's form may be posted to, when one is set."""
    assert "form-action 'self';" in content_policy("")
    assert "form-action 'self' https://lista.example;" in content_policy("https://lista.example/subscription/form")
    headers = make_headers("").decode()
    assert "default-src 'none'" in headers and "frame-ancestors 'none'" in headers
    assert "unsafe" not in headers


def test_the_opml_names_every_feed_once(site: Site) -> None:
    """Each feed that is published stands in it, with title, address and page."""
    site.post("a", category="Prawo & „lewo”")
    site.working_group("kadry")
    published = Published(site, "feeds", "opml")
    root = etree.fromstring(published.bytes("/kanaly/kanaly.opml"))
    listed = [one.get("xmlUrl", "") for one in root.iter("outline") if "xmlUrl" in one.attrib]
    feeds = [f"https://partnerstwo.example{address}" for address in published.items if address.endswith("/rss.xml")]
    assert sorted(listed) == sorted(feeds)
    assert all(one.get("text") for one in root.iter("outline"))
