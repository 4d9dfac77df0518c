"""Editors' own pages, and those that exist without a file."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_a_page_stands_at_its_slug(site: Site) -> None:
    """Title, summary, text, files and related pages."""
    site.write("content/media/plik.txt", "tekst")
    site.page(
        "o-nas",
        "Tekst [kontaktu](kontakt.md#adres).",
        title="O nas",
        slug="kim-jestesmy",
        summary="Kim jesteśmy.",
        attachments=[{"file": "../media/plik.txt", "title": "Plik"}],
        related=["kontakt.md"],
    )
    site.page("kontakt", "## Adres\n\nUlica.", title="Kontakt")
    root = Planned(site, "general.content_pages").tree("/kim-jestesmy/")
    assert texts(root, "//h1") == ["O nas"]
    links = root.xpath("//main//a/@href")
    assert {"/kontakt/#adres", "/kontakt/", "/media/plik.txt"} <= set(links)
    assert root.xpath("//meta[@name='description']/@content") == ["Kim jesteśmy."]


def test_pages_that_the_site_needs_exist_without_a_file(site: Site) -> None:
    """With a title and a sentence, so that links of header and footer lead somewhere."""
    planned = Planned(site, "general.content_pages")
    for address in ("/o-partnerstwie/", "/dolacz/", "/polityka-prywatnosci/"):
        root = planned.tree(address)
        assert texts(root, "//h1")[0] and texts(root, "//p[@class='lead']")[0]
        assert root.xpath("//meta[@name='description']/@content")[0]


def test_pages_with_a_module_of_their_own_are_left_to_it(site: Site) -> None:
    """The declaration, the site map and the like are planned once."""
    site.page("kontakt", title="Kontakt")
    planned = Planned(site, "general.content_pages")
    assert "/kontakt/" not in planned and "/mapa-strony/" not in planned and "/rada-partnerow/" not in planned


def test_a_hidden_page_is_built_with_noindex(site: Site) -> None:
    """Whether it is one of its own or one that the site needs."""
    site.page("tajna", title="Tajna", state="hidden")
    site.page("dolacz", title="Nabór w przygotowaniu", state="hidden")
    planned = Planned(site, "general.content_pages")
    for address in ("/tajna/", "/dolacz/"):
        assert planned.tree(address).xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert text_of(planned.tree("/dolacz/").xpath("//h1")[0]) == "Nabór w przygotowaniu"


def test_a_page_in_another_language_is_marked(site: Site) -> None:
    """Heading and text carry lang; both versions know each other."""
    site.page("o-nas", title="O nas")
    site.page("about", "About us.", title="About us", lang="en", translation="o-nas")
    planned = Planned(site, "general.content_pages")
    assert planned.tree("/about/").xpath("//h1/@lang") == ["en"]
    assert planned.tree("/o-nas/").xpath("//head/link[@hreflang='en']/@href") == ["https://partnerstwo.example/about/"]
