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


def test_a_type_without_institutions_says_so_and_links_to_those_with(site: Site) -> None:
    """Its address may be followed before the first one is there."""
    site.institution("pup-bochnia")
    root = Planned(site, "directory.institution_types").tree("/instytucje/typ/regional-office/")
    assert "Nie ma tu jeszcze instytucji tego rodzaju." in text_of(root)
    assert root.xpath("//main//a[@href='/instytucje/typ/labour-office/']")
