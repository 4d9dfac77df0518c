"""A site of this project, exported as WordPress would, comes back as it was."""

from __future__ import annotations

from html import escape
from pathlib import Path

from bs4 import BeautifulSoup

from partnership.prose.conversion import convert
from partnership.sources import front_matter, strict_yaml
from tests.conftest import Call
from tests.site_import.test_wordpress import brought
from tests.site_import.wxr import Item, export

CONTENT = Path(__file__).resolve().parents[2] / "content"


def _html(body: str) -> str:
    return convert(body, resolve_link=lambda path: path, lang="pl").html


def _words(html: str) -> list[str]:
    """Return the words of a page; numbers and arrows of footnotes are made when it is shown."""
    soup = BeautifulSoup(html, "lxml")
    for mark in soup.select("sup, .footnotes, .footnote"):
        mark.decompose()
    return soup.get_text(" ").split()


def test_texts_of_this_site_come_back(call: Call, tmp_path: Path) -> None:
    """Titles, days and words are the same; footnotes, places inside a text and pictures are the listed exceptions."""
    sources = sorted((CONTENT / "news").rglob("*.md"))
    items, expected = [], {}
    for number, file in enumerate(sources, 1):
        parts = front_matter.split(file.read_text(encoding="utf-8"))
        head = strict_yaml.load(parts.head)
        day = str(head["date"])[:10]
        html = _html(parts.body)
        items.append(Item(number, escape(str(head["title"])), html, name=f"tekst-{number}", local=f"{day} 12:00:00",
                          universal=f"{day} 11:00:00"))  # fmt: skip
        expected[f"tekst-{number}"] = (str(head["title"]), day, html)
    assert expected
    (tmp_path / "e.xml").write_text(export(*items), encoding="utf-8")
    assert brought(call, tmp_path, tmp_path / "e.xml").status == 0
    for file in (tmp_path / "content").rglob("*.md"):
        parts = front_matter.split(file.read_text(encoding="utf-8"))
        head = strict_yaml.load(parts.head)
        title, day, html = expected.pop(file.stem)
        assert (head["title"], str(head["date"])[:10]) == (" ".join(title.split()), day)
        assert _words(_html(parts.body)) == _words(html), file.name
    assert not expected
