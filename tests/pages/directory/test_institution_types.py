"""Lists of institutions of one type."""

from __future__ import annotations

from tests.support.pages import Planned, text_of
from tests.support.site import Site


def test_a_type_lists_its_institutions_and_has_feeds(site: Site) -> None:
    """Each by name with its address; the feeds stand in the page and in its head."""
    site.institution("pup-bochnia", city="Bochnia", street="ul. Wojska Polskiego 3")
    root = Planned(site, "directory.institution_types").tree("/instytucje/typ/labour-office/")
    assert "1 instytucja" in text_of(root)
    assert root.xpath("//main//a[@href='/instytucje/pup-bochnia/']")
    for place in ("//head/link/@href", "//main//a/@href"):
        assert "/instytucje/typ/labour-office/rss.xml" in root.xpath(place)


def test_a_type_without_institutions_is_no_page(site: Site) -> None:
    """Neither is it linked from the others, nor from the page of one that was withdrawn."""
    site.institution("pup-bochnia")
    site.institution("wup", type="regional-office", county="1261", status="withdrawn")
    lists = Planned(site, "directory.institution_types")
    assert set(lists.pages) == {"/instytucje/typ/labour-office/"}
    assert not lists.tree("/instytucje/typ/labour-office/").xpath("//a[contains(@href, 'regional-office')]")
    gone = Planned(site, "directory.institutions").tree("/instytucje/wup/")
    assert not gone.xpath("//a[contains(@href, 'regional-office')]")
