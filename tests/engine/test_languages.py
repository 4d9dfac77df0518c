"""Sites of other countries and of several languages, built whole: trees of pages, and whose words stand on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from lxml import etree
from lxml import html as lxml_html
from msgspec.structs import replace

from partnership.chunks import Row
from partnership.engine.entry import build
from partnership.language import PACKAGE_CATALOGUES
from partnership.message_catalogues import catalogue_path
from partnership.publications.finder_columns import IndexIds, institution_columns
from partnership.settings import PROJECT, Settings
from tests.support.site import Site

NAMES = ("Aldmoor", "Brackfell", "Coldharbour", "Dunmere", "Eastholt")


def arranged(site: Site, *languages: str) -> Settings:
    """Return settings of the site in some languages, the first one standing at the root."""
    return Settings(
        content=site.content, data=site.data, output=site.output, cache=site.root / "cache", commit="0" * 40,
        build_date=date(2026, 6, 1), language=languages[0], other_languages=languages[1:],
    )  # fmt: skip


@pytest.fixture
def abroad(site: Site) -> Site:
    """A site of five counties that no Polish word is about."""
    counties = [
        {
            "teryt": f"120{number}", "slug": name.lower(), "name": f"{name} County", "short_name": name,
            "kind": "rural", "seat": f"{name} Town", "seat_locative": f"in {name} Town",
            "locative": f"in {name} County", "genitive": f"of {name} County", "latitude": 50.0,
            "longitude": 20.0 + number / 10, "neighbours": [], "tile": {"row": 0, "column": number},
        }
        for number, name in enumerate(NAMES, 1)
    ]  # fmt: skip
    service = {
        "id": "matching", "name": "Matching of vacancies", "group": "hiring", "status": "current",
        "description": "We look for people.", "audiences": ["employer"],
        "pl": {"name": "Kojarzenie ofert", "group": "zatrudnianie", "description": "Szukamy ludzi."},
    }  # fmt: skip
    site.write_yaml("data/counties.yaml", counties)
    site.write_yaml("data/services.yaml", [service])
    site.write_yaml(
        "data/institution-types.yaml",
        [{"id": "job-centre", "name": "Job centre", "plural": "Job centres", "responsible": True}],
    )
    site.institution(
        "aldmoor", name="Aldmoor Job Centre", type="job-centre", services=["matching"],
        description="It helps.", pl={"description": "Pomaga w **naborze**."},
    )  # fmt: skip
    site.post("first", "Words of it.", title="Our first post", lang="en", category="Work")
    site.post("pierwszy", "Słowa wpisu.", title="Nasz pierwszy wpis", lang="pl", translation="first")
    site.post("second", "More words.", title="Nobody translated me", lang="en")
    return site


def pages(settings: Settings) -> Iterator[tuple[str, Any]]:
    """Yield each page with its address."""
    for path in sorted(settings.output.rglob("index.html")):
        address = f"/{path.parent.relative_to(settings.output).as_posix()}/".replace("/./", "/")
        yield address, lxml_html.document_fromstring(path.read_text(encoding="utf-8"))


def words(root: Any) -> Iterator[tuple[str, str]]:
    """Yield each text of a page with the language it is marked as."""
    for node in root.iter(etree.Element):
        if node.tag in ("script", "style"):
            continue
        for text, owner in ((node.text, node), (node.tail, node.getparent())):
            if text and text.strip() and owner is not None:
                lang = next(iter(owner.xpath("ancestor-or-self::*[@lang][1]/@lang")))
                yield str(lang), " ".join(text.replace("\u00a0", " ").split())


def messages(lang: str) -> dict[str, str]:
    """Return what words the catalogues translate into a language, by message, those without placeholders."""
    found: dict[str, str] = {}
    for folder, domain in ((PACKAGE_CATALOGUES, "partnership"), (PROJECT / "theme" / "translations", "theme")):
        with catalogue_path(folder, lang, domain).open("rb") as file:
            for one in read_po(file):
                if not isinstance(one.id, str) or not isinstance(one.string, str):
                    continue
                if any(map(str.isalpha, one.id)) and "%(" not in one.id:
                    found[one.id] = " ".join(one.string.replace("\u00a0", " ").split())
    return found


@pytest.mark.parametrize("languages", [("en",), ("en", "uk", "pl"), ("pl", "en")])
def test_no_page_says_a_word_of_another_language(abroad: Site, languages: tuple[str, ...]) -> None:
    """Whatever a catalogue translates stands on each page in the page's language, unless it is marked as another."""
    settings = arranged(abroad, *languages)
    build(settings)
    polish = {text: message for message, text in messages("pl").items() if text != message}
    english = set(polish.values()) - set(polish)
    seen = set()
    for address, root in pages(settings):
        folder = address.split("/")[1]
        lang = folder if folder in languages[1:] else languages[0]
        assert root.get("lang") == lang, address
        seen.add(lang)
        for marked, text in words(root):
            if marked != "pl":
                assert text not in polish, (address, marked, text)
            else:
                assert text not in english, (address, text)
    assert seen == set(languages)


def test_an_english_site_has_english_addresses(abroad: Site) -> None:
    """The first language's words make the addresses, and dates, feeds and the finder follow it."""
    settings = arranged(abroad, "en")
    build(settings)
    for address in ("/institutions/aldmoor/", "/news/2026/first/", "/counties/compare/", "/working-groups/"):
        assert abroad.read(address)
    assert "15\u00a0January 2026" in abroad.read("/news/2026/first/")
    assert abroad.read("/institutions/index.json") and abroad.read("/news/rss.xml") and abroad.read("/data/")
    assert not (abroad.output / "instytucje").exists() and not (abroad.output / "en").exists()


def test_trees_name_each_other(abroad: Site) -> None:
    """Alternates are reciprocal and name the page itself, x-default is the first language's; the map lists all."""
    settings = arranged(abroad, "en", "uk", "pl")
    build(settings)
    known: dict[str, dict[str, str]] = {}
    for address, root in pages(settings):
        links = root.xpath("//link[@rel='alternate'][@hreflang]")
        known[address] = {one.get("hreflang"): one.get("href").removeprefix(settings.site_url) for one in links}
        switch = root.xpath("//nav[@data-module='language-switch']//a")
        if root.xpath("//nav"):
            assert len(switch) == 2, address
    assert known["/"] == {"en": "/", "uk": "/uk/", "pl": "/pl/", "x-default": "/"}
    assert known["/news/2026/first/"]["pl"] == "/pl/aktualnosci/2026/pierwszy/"
    for address, others in known.items():
        for lang, other in others.items():
            assert known[other] == others, (address, lang)
        assert not others or address in others.values()
    # The schema of sitemaps knows no links to other languages: the pages tell them.
    site_map = etree.fromstring((abroad.output / "sitemap.xml").read_bytes())
    assert {len(one) for one in site_map} <= {1, 2}
    assert all(str(one[0].text).removeprefix(settings.site_url) in known for one in site_map)


def test_translations_stand_in_their_own_tree(abroad: Site) -> None:
    """A translated post is in its language's list and feed, not in the first one's; others are listed as they are."""
    build(arranged(abroad, "en", "pl"))
    assert "Nasz pierwszy wpis" not in abroad.read("/news/") + abroad.read("/news/rss.xml")
    assert "Nasz pierwszy wpis" in abroad.read("/pl/aktualnosci/") and "pierwszy" in abroad.read(
        "/pl/aktualnosci/rss.xml"
    )
    listed: Any = lxml_html.document_fromstring(abroad.read("/pl/aktualnosci/"))
    (link,) = listed.xpath("//main//a[.='Nobody translated me']")
    assert link.get("lang") == "en" and link.get("href") == "/news/2026/second/"
    assert "Nobody translated me" not in abroad.read("/pl/aktualnosci/rss.xml")


def test_records_are_translated_or_marked(abroad: Site) -> None:
    """A translated text stands in its place; one that is not says in which language it is, in running text as well."""
    build(arranged(abroad, "en", "pl"))
    page = lxml_html.document_fromstring(abroad.read("/pl/instytucje/aldmoor/"))
    assert page.xpath("//strong[.='naborze']") and not page.xpath("//*[contains(text(), 'It helps')]")
    assert page.xpath("//h1/@lang") == ["en"]
    service = lxml_html.document_fromstring(abroad.read("/pl/uslugi/matching/"))
    assert service.xpath("//h1[.='Kojarzenie ofert'][not(@lang)]")
    for path in Path(abroad.output).rglob("*.*"):
        if path.suffix in (".html", ".xml", ".json", ".ics"):
            assert not any(mark in path.read_text(encoding="utf-8") for mark in "\ufdd0\ufdd1\ufdd2"), path


def test_each_language_keeps_its_own_chunks(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of one institution each language's index makes the run that it stands in, and no other."""
    made: list[int] = []

    @wraps(institution_columns)
    def counted(places: IndexIds, rows: Sequence[Row]) -> list[Any]:
        made.append(len(rows))
        return institution_columns(places, rows)

    for number in range(200):
        site.institution(f"i{number}", name=f"Urząd {number}", en={"name": f"Office {number}"})
    settings = replace(arranged(site, "pl", "en", "uk"), areas=("publications.finder_index",))
    build(settings)
    monkeypatch.setattr("partnership.publications.finder_index.institution_columns", counted)
    site.institution("i7", name="Urząd 7", phone=["12 345 67 89"], en={"name": "Office 7"})
    build(settings)
    assert len(made) == 3
    assert sum(made) < 300
