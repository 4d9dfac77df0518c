"""Lists of news."""

from __future__ import annotations

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def test_the_newest_post_comes_first_with_what_the_list_shows(site: Site) -> None:
    """A card has title, date, category and summary; without a summary the first paragraph."""
    site.post("stary", title="Stary wpis", date="2025-05-01", category="Prawo", summary="Streszczenie.")
    site.post("nowy", "Pierwszy akapit.\n\nDrugi.", title="Nowy wpis", date="2026-01-20", category="Rada")
    planned = Planned(site, "news.archive")
    cards = planned.view("/aktualnosci/").sections[0].items
    assert [(one.title, one.summary) for one in cards] == [
        ("Nowy wpis", "Pierwszy akapit."),
        ("Stary wpis", "Streszczenie."),
    ]
    root = planned.tree("/aktualnosci/")
    assert texts(root, "//main//div[starts-with(@class, 'teaser')]//h2") == ["Nowy wpis", "Stary wpis"]
    assert root.xpath("//main//div[starts-with(@class, 'teaser')]//time/@datetime") == ["2026-01-20", "2025-05-01"]


def test_every_way_through_the_archive_has_a_page(site: Site) -> None:
    """Years, categories, topics and authors have lists, and the newest page leads to the first three."""
    site.post("a", date="2025-05-01", category="Rada Partnerów", tags=["ewaluacja"], author="Jan Nowak")
    planned = Planned(site, "news.archive")
    assert set(planned.pages) == {
        "/aktualnosci/",
        "/aktualnosci/2025/",
        "/aktualnosci/kategoria/rada-partnerow/",
        "/aktualnosci/temat/ewaluacja/",
        "/aktualnosci/autor/jan-nowak/",
    }
    links = planned.tree("/aktualnosci/").xpath("//main//a/@href")
    assert {"/aktualnosci/2025/", "/aktualnosci/kategoria/rada-partnerow/", "/aktualnosci/temat/ewaluacja/"} <= set(
        links
    )
    for address in planned.pages:
        planned.tree(address)


def test_titles_and_descriptions_are_unique(site: Site) -> None:
    """A category and a topic of one name, and the pages of one list, differ in title and description."""
    for number in range(1, 8):
        site.post(f"w{number}", date=f"2026-01-{number:02}", category="Rada", tags=["Rada"])
    planned = Planned(site, "news.archive", page_length=2)
    heads = [planned.view(address).head for address in planned.pages]
    assert len({one.title for one in heads}) == len(heads)
    assert len({one.description for one in heads}) == len(heads)


def test_pages_of_a_list_lead_to_each_other(site: Site) -> None:
    """The newest page leads to the last full one, that one back and on to the oldest."""
    for number in range(1, 7):
        site.post(f"w{number}", title=f"Wpis {number}", date=f"2026-01-{number:02}")
    planned = Planned(site, "news.archive", page_length=2)
    assert [one.title for one in planned.view("/aktualnosci/").sections[0].items] == ["Wpis 6", "Wpis 5"]
    root = planned.tree("/aktualnosci/strona/2/")
    links = root.xpath("//nav[contains(@class, 'pagination')]//a")
    assert [(one.get("href"), text_of(one)) for one in links] == [
        ("/aktualnosci/", "Najnowsze wpisy"),
        ("/aktualnosci/strona/1/", "Starsze wpisy (strona 1)"),
    ]


def test_feeds_are_announced_where_there_are_any(site: Site) -> None:
    """Categories, topics and authors have feeds of their own; a year has none and announces those of the site."""
    site.post("a", date="2025-05-01", category="Prawo")
    planned = Planned(site, "news.archive")
    path = "//link[@rel='alternate' and @type='application/atom+xml']/@href"
    assert planned.tree("/aktualnosci/kategoria/prawo/").xpath(path) == ["/aktualnosci/kategoria/prawo/atom.xml"]
    assert planned.tree("/aktualnosci/2025/").xpath(path) == ["/atom.xml"]


def test_an_empty_section_says_so(site: Site) -> None:
    """Without any post the page is there and says a sentence."""
    assert "Jeszcze niczego tu nie ma." in text_of(Planned(site, "news.archive").tree("/aktualnosci/"))


def test_hidden_posts_and_future_ones_are_not_listed(site: Site) -> None:
    """A list shows what is published on the build date and nothing else."""
    site.post("ukryty", state="hidden", tags=["ukryte"])
    site.post("szkic", state="draft")
    site.post("przyszly", date="2026-06-01")
    planned = Planned(site, "news.archive")
    assert list(planned.pages) == ["/aktualnosci/"]
    assert planned.view("/aktualnosci/").sections[0].items == ()


def test_a_foreign_post_names_its_language(site: Site) -> None:
    """A title in another language carries lang and hreflang in a list."""
    site.post("english", title="A new site", lang="en")
    link = (
        Planned(site, "news.archive").tree("/aktualnosci/").xpath("//main//div[starts-with(@class, 'teaser')]//h2/a")[0]
    )
    assert (link.get("lang"), link.get("hreflang")) == ("en", "en")
