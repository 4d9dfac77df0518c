"""A post on its page."""

from __future__ import annotations

import json
from typing import Any

from PIL import Image

from tests.support.pages import Planned, text_of, texts
from tests.support.site import Site


def json_ld(root: Any, kind: str) -> Any:
    """Return the schema.org object of a kind on a page."""
    found = [json.loads(one) for one in root.xpath("//script[@type='application/ld+json']/text()")]
    return next(one for one in found if one["@type"] == kind)


def full_post(site: Site) -> None:
    """Write a post with everything a post may have."""
    folder = site.content / "media"
    folder.mkdir()
    Image.new("RGB", (1000, 500), "green").save(folder / "rada.jpg")
    site.write("content/media/dane.csv", "a;b\n" * 400)
    site.post(
        "rada",
        "Wstęp.\n\n## Pierwszy\n\n[dalej](inny.md)\n\n## Drugi\n\nTekst.",
        title="Rada w Krakowie",
        date="2026-01-15",
        modified="2026-01-20",
        author="Jan Nowak",
        category="Rada",
        tags=["rada", "grupy"],
        summary="O czym była Rada.",
        image={"src": "../media/rada.jpg", "alt": "Stół z góry", "caption": "Posiedzenie", "credit": "WUP"},
        attachments=[{"file": "../media/dane.csv", "title": "Dane", "description": "Opis", "lang": "en"}],
        related=["inny.md"],
    )
    site.post("inny", title="Inny wpis", date="2026-01-10", category="Rada")
    site.post("starszy", title="Starszy wpis", date="2025-12-10", category="Rada")
    site.post("nowszy", title="Nowszy wpis", date="2026-01-25")


def test_everything_a_post_has_is_on_its_page(site: Site) -> None:
    """Dates, author, category, topics, picture, files and the three boxes."""
    full_post(site)
    root = Planned(site, "news.posts").tree("/aktualnosci/2026/rada/")
    assert texts(root, "//h1") == ["Rada w Krakowie"]
    assert {"2026-01-15", "2026-01-20"} <= set(root.xpath("//main//time/@datetime"))
    links = set(root.xpath("//main//a/@href"))
    assert {
        "/aktualnosci/autor/jan-nowak/",
        "/aktualnosci/kategoria/rada/",
        "/aktualnosci/temat/rada/",
        "/aktualnosci/temat/grupy/",
        "/media/dane.csv",
        "/powiaty/",
        "/newsletter/",
    } <= links
    assert root.xpath("//aside//form/@action") == ["/instytucje/"]
    assert texts(root, "//figcaption")[0].startswith("Posiedzenie")


def test_alt_and_caption_say_different_things(site: Site) -> None:
    """The picture's alt describes, its caption tells; one is not read out twice."""
    full_post(site)
    root = Planned(site, "news.posts").tree("/aktualnosci/2026/rada/")
    (image,) = root.xpath("//figure//img")
    assert image.get("alt") == "Stół z góry"
    assert "Stół" not in texts(root, "//figcaption")[0]
    assert image.get("width") and image.get("height")
    assert root.xpath("//figure//source/@type") == ["image/avif", "image/webp"]


def test_downloads_say_type_size_and_language(site: Site) -> None:
    """The link itself tells what one gets."""
    full_post(site)
    link = Planned(site, "news.posts").tree("/aktualnosci/2026/rada/").xpath("//a[@href='/media/dane.csv']")[0]
    assert text_of(link) == "Dane (CSV, 1,6 kB, po angielsku)"


def test_neighbours_are_those_in_time(site: Site) -> None:
    """The older and the newer post, whatever their category."""
    full_post(site)
    view = Planned(site, "news.posts").view("/aktualnosci/2026/rada/")
    assert (view.older.title, view.newer.title) == ("Inny wpis", "Nowszy wpis")


def test_related_posts_are_the_editors_then_older_ones_of_the_category(site: Site) -> None:
    """What the editor named comes first; newer posts never appear, so that the page stays as it is."""
    full_post(site)
    planned = Planned(site, "news.posts")
    assert [one.title for one in planned.view("/aktualnosci/2026/rada/").article.related] == [
        "Inny wpis",
        "Starszy wpis",
    ]
    assert planned.view("/aktualnosci/2025/starszy/").article.related == ()


def test_structured_data_names_author_dates_and_picture(site: Site) -> None:
    """NewsArticle and BreadcrumbList, with absolute addresses."""
    full_post(site)
    root = Planned(site, "news.posts", site_url="https://example.org").tree("/aktualnosci/2026/rada/")
    about = json_ld(root, "NewsArticle")
    assert about["author"] == [{"@type": "Person", "name": "Jan Nowak"}]
    assert (about["datePublished"], about["dateModified"]) == ("2026-01-15", "2026-01-20")
    assert about["image"][0].startswith("https://example.org/media/")
    trail = [one["name"] for one in json_ld(root, "BreadcrumbList")["itemListElement"]]
    assert trail == ["Strona główna", "Aktualności", "2026", "Rada w Krakowie"]


def test_a_photograph_is_the_picture_for_sharing_and_a_drawing_is_not(site: Site) -> None:
    """Social media cannot show SVG; then the layout's own picture stands in."""
    full_post(site)
    site.write("content/media/rys.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>')
    site.post("rysunek", image={"src": "../media/rys.svg", "alt": "Rysunek"})
    planned = Planned(site, "news.posts")
    assert planned.view("/aktualnosci/2026/rada/").head.image.alt == "Stół z góry"
    assert planned.view("/aktualnosci/2026/rysunek/").head.image is None


def test_a_translation_and_its_original_know_each_other(site: Site) -> None:
    """Both name each other with hreflang; the foreign text carries lang, the page around it is Polish."""
    site.post("rada", title="Rada")
    site.post("council", "Text.", title="The Council", lang="en", translation="rada", summary="Short.")
    planned = Planned(site, "news.posts")
    original = planned.tree("/aktualnosci/2026/rada/")
    assert original.xpath("//head/link[@hreflang]/@hreflang") == ["pl", "en"]
    assert original.xpath("//main//a[@hreflang='en']/@href") == ["/aktualnosci/2026/council/"]
    english = planned.tree("/aktualnosci/2026/council/")
    assert english.xpath("/html/@lang") == ["pl"]
    assert english.xpath("//h1/@lang") == ["en"]
    assert english.xpath("//div[contains(@class, 'prose')]/@lang") == ["en"]


def test_a_hidden_post_is_built_but_not_for_search_engines(site: Site) -> None:
    """It stands at its address with noindex and without neighbours."""
    site.post("jawny", title="Jawny")
    site.post("ukryty", title="Ukryty", state="hidden", category="Tajne")
    planned = Planned(site, "news.posts")
    root = planned.tree("/aktualnosci/2026/ukryty/")
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert planned.view("/aktualnosci/2026/ukryty/").newer is None
    assert "/aktualnosci/kategoria/tajne/" not in root.xpath("//a/@href")
    assert planned.view("/aktualnosci/2026/jawny/").older is None


def test_a_link_to_a_draft_becomes_plain_text(site: Site) -> None:
    """No dead link leads to what is not published."""
    site.post("a", "Zobacz [szkic](szkic.md).")
    site.post("szkic", state="draft")
    root = Planned(site, "news.posts").tree("/aktualnosci/2026/a/")
    assert "Zobacz szkic." in text_of(root.xpath("//div[contains(@class, 'prose')]")[0])
    assert not root.xpath("//div[contains(@class, 'prose')]//a")


def test_a_long_text_has_a_table_of_contents(site: Site) -> None:
    """From four headings on; every entry leads to a heading that is there."""
    site.post("a", "\n\n".join(f"## Część {number}\n\nTekst." for number in range(1, 5)))
    root = Planned(site, "news.posts").tree("/aktualnosci/2026/a/")
    targets = [one.removeprefix("#") for one in root.xpath("//nav[contains(@class, 'contents')]//a/@href")]
    assert len(targets) == 4 and set(targets) <= set(root.xpath("//h2/@id"))


def test_names_of_files_become_valid_addresses(site: Site) -> None:
    """Spaces and Polish letters are written as URLs want them; the file itself keeps its name."""
    site.write("content/media/umowa ąę 100%.csv", "a;b\n")
    site.post(
        "wpis",
        "[Umowa](../media/umowa%20%C4%85%C4%99%20100%25.csv)",
        attachments=[{"file": "../media/umowa ąę 100%.csv", "title": "Umowa"}],
    )
    links = Planned(site, "news.posts").tree("/aktualnosci/2026/wpis/").xpath("//main//a/@href")
    assert links.count("/media/umowa%20%C4%85%C4%99%20100%25.csv") == 2
