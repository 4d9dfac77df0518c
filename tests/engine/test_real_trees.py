"""The site itself in all its languages: its trees name each other, and no page says a word of another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from msgspec.structs import replace

from partnership.catalogue.profile import with_profile
from partnership.engine.entry import build
from partnership.settings import PROJECT, Settings
from partnership.settings_file import read_settings

pytestmark = pytest.mark.no_cover

Pages = Mapping[str, Any]

POLISH = re.compile(
    r"\b(?:albo|bez|brak|czy|dla|gdy|jest|każdy|która|które|który|lub|nie|oraz|pod|poza|przez|przy|się|są|także|tylko"
    r"|urząd|urzędu|powiat|powiatu|usługa|usługi|zobacz|znajdź|szukaj|strona)\b",
    re.IGNORECASE,
)
"""Words that hardly any Polish sentence does without, and that are no part of a name in another language."""

NAMES = re.compile(
    r"\((?:[Pp]owiat|[Mm]iasto)[^()]*\)|\([A-ZŁŚŻ][\w.-]*(?: [A-ZŁŚŻa-ząćęłńóśźż][\w.-]*){0,7}\)"
    r"|(?:in Polish|польською) (?:[A-ZŁŚŻ]\w+[ .]?)+|\b(?:ul\.|al\.|plac|os\.) [^·]+|HSDS 3 .*|https?://\S+|[\w.-]+@[\w.-]+"
    r"|\b[\w/.-]+\.(?:gov\.pl|jsonld|json|xml|md5|csv|ics)\b"
)
"""What stands on pages of every language as it is: Polish names beside their translation, streets, addresses, files."""

CYRILLIC = re.compile(r"[А-ЯІЇЄҐа-яіїєґ]")


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The site as it is, built once for all tests here."""
    folder = tmp_path_factory.mktemp("real")
    own = replace(
        read_settings(PROJECT / "pelicanconf.py"),
        output=folder / "output", cache=folder / "cache", commit="0" * 40, build_date=date(2026, 11, 28),
    )  # fmt: skip
    build(own)
    return with_profile(own)


@pytest.fixture(scope="module")
def pages(settings: Settings) -> Pages:
    """Every page of the site by its address."""
    return {
        f"/{path.parent.relative_to(settings.output).as_posix()}/".replace("/./", "/"): _parsed(path)
        for path in sorted(settings.output.rglob("index.html"))
    }


def _parsed(path: Path) -> Any:
    return lxml_html.document_fromstring(path.read_text(encoding="utf-8"))


def _lang(address: str, settings: Settings) -> str:
    folder = address.split("/")[1]
    return folder if folder in settings.languages[1:] else settings.languages[0]


def said(root: Any) -> Iterator[tuple[str, str]]:
    """Yield each text of a page that a visitor reads or hears, with the language it is marked as.

    Streets and towns in an address are left out: nobody translates them.
    """
    for node in root.find("body").iter(etree.Element):
        if node.tag in ("script", "style", "template"):
            continue
        texts = [(node.text, node), (node.tail, node.getparent())]
        texts += [(node.get(key), node) for key in ("aria-label", "placeholder")]
        for text, owner in texts:
            if text and text.strip() and owner is not None and not owner.xpath("ancestor-or-self::address"):
                yield str(owner.xpath("ancestor-or-self::*[@lang][1]/@lang")[0]), " ".join(text.split())


def test_every_language_has_its_tree(settings: Settings, pages: Pages) -> None:
    """A page says its language; each tree has its home, finder, counties, guides, terms, feeds and map."""
    assert len(settings.languages) > 2
    for address, root in pages.items():
        assert root.get("lang") == _lang(address, settings), address
    counted = {lang: sum(_lang(address, settings) == lang for address in pages) for lang in settings.languages}
    assert min(counted.values()) > 150, counted


def test_the_real_trees_name_each_other(settings: Settings, pages: Pages) -> None:
    """Alternates are reciprocal and x-default is the first language's; the switch leads to them, or home."""
    known = {}
    for address, root in pages.items():
        links = root.xpath("//link[@rel='alternate'][@hreflang]")
        known[address] = {one.get("hreflang"): one.get("href").removeprefix(settings.site_url) for one in links}
    for address, others in known.items():
        assert all(known.get(other) == others for other in others.values()), address
        if others:
            assert others[_lang(address, settings)] == address and others["x-default"] == others[settings.languages[0]]
        switch = {
            one.get("hreflang"): (one.get("href"), one.get("data-same") is not None)
            for one in pages[address].xpath("//nav[@data-module='language-switch']//a")
        }
        for lang, (target, same) in switch.items():
            assert target in pages, (address, target)
            assert same == (lang in others) and (not same or target == others[lang]), (address, lang)
    alone = [address for address, others in known.items() if not others and _lang(address, settings) != "pl"]
    assert all("/news/" in one or "/novyny/" in one for one in alone), alone


def test_no_file_holds_a_mark(settings: Settings) -> None:
    """The marks of languages stay inside the program: no published text has one, plain or escaped as in JSON."""
    for path in settings.output.rglob("*.*"):
        if path.suffix in (".html", ".xml", ".json", ".jsonld", ".ics", ".csv", ".txt", ".opml"):
            text = path.read_text(encoding="utf-8")
            assert not re.search("[\ufdd0-\ufdd2]|\\\\ufdd[0-2]", text), path


def test_links_lead_somewhere(settings: Settings, pages: Pages) -> None:
    """No page of any tree links to a page or file of the site that is not there."""
    missing = set()
    for address, root in pages.items():
        for link in root.xpath("//*/@href | //*/@src"):
            target = str(link).partition("#")[0].partition("?")[0]
            if target.startswith("/"):
                file = settings.output / (target.lstrip("/") + ("index.html" if target.endswith("/") else ""))
                if not file.is_file():
                    missing.add((address, target))
    assert not missing


def test_no_english_page_says_polish(settings: Settings, pages: Pages) -> None:
    """What is not translated is marked as Polish, wherever it stands on an English page."""
    found = {
        (text, address)
        for address, root in pages.items()
        if _lang(address, settings) == "en"
        for lang, text in said(root)
        if lang == "en" and POLISH.search(NAMES.sub("", text))
    }
    assert not found, sorted(found)[:20]


def test_no_ukrainian_page_says_polish_or_english(settings: Settings, pages: Pages) -> None:
    """What is marked as Ukrainian has no Polish word, and no sentence of Latin letters alone."""
    found = set()
    for address, root in pages.items():
        if _lang(address, settings) != "uk":
            continue
        for lang, text in said(root):
            plain = NAMES.sub("", text)
            words = re.findall(r"[a-ząćęłńóśźż]{3,}", plain)
            if lang == "uk" and (POLISH.search(plain) or (len(words) > 2 and not CYRILLIC.search(plain))):
                found.add((text, address))
    assert not found, sorted(found)[:20]
