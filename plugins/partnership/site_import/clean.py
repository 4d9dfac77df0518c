"""Cleaning HTML of old sites: what no reader sees goes, what is only a habit of a program becomes plain structure."""

from __future__ import annotations

import re
from html import escape
from typing import Final
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Comment
from bs4.element import PageElement, Tag

from partnership.language import _
from partnership.site_import.items import Tell
from partnership.site_import.tables import clean_tables

# What runs, styles or asks for something has no place in a text.
_GONE: Final = (
    "script", "style", "noscript", "template", "form", "input", "button", "select", "textarea", "object", "embed",
    "applet", "canvas", "link", "meta", "base", "svg", "math", "frame", "frameset", "dialog", "map", "area",
)  # fmt: skip
_TOLD: Final = frozenset(("script", "form", "object", "embed", "applet", "canvas", "svg", "math", "frame"))
_BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure",
        "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
        "table", "ul",
    )
)  # fmt: skip
_UNWRAPPED: Final = (
    "span", "font", "big", "u", "o:p", "st1:place", "tt", "center", "section", "article", "main", "header", "footer",
    "aside", "nav", "hgroup", "body", "html", "label", "fieldset", "legend", "bdo", "nobr", "blink", "marquee",
    "acronym",
)  # fmt: skip
_VIDEO: Final = {"youtube": "YouTube", "youtu.be": "YouTube", "vimeo": "Vimeo", "google.com/maps": "Google Maps"}
_HEADING: Final = re.compile(r"h[1-6]\Z")
MAX_DEPTH: Final = 150
"""Elements inside each other, from which on a page is a fault of a program and no text with a structure."""


def parse(html: str) -> BeautifulSoup:
    """Return HTML as a tree; broken HTML is read as browsers do."""
    return BeautifulSoup(html, "lxml")


def flat(soup: BeautifulSoup, tell: Tell) -> BeautifulSoup:
    """Return a tree that can be worked on: of one that is nested too deeply only its words, as paragraphs."""
    depths: dict[int, int] = {id(soup): 0}
    for tag in soup.find_all(True):
        depths[id(tag)] = depths.get(id(tag.parent), 0) + 1
    if max(depths.values()) <= MAX_DEPTH:
        return soup
    tell("work", "too-deep", _("the text is nested too deeply; only its words came along"))
    for tag in soup.find_all(_GONE):
        if not tag.decomposed:
            tag.decompose()
    return parse("".join(f"<p>{escape(words)}</p>" for words in soup.stripped_strings))


def clean(soup: BeautifulSoup, tell: Tell) -> None:
    """Clean a tree in place, telling what did not come along."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    _embeds(soup, tell)
    for tag in soup.find_all(_GONE):
        if tag.name in _TOLD and not tag.decomposed:
            tell("left-out", "active", _("<%(tag)s> does not come along", tag=tag.name))
        if not tag.decomposed:
            tag.decompose()
    _strikes(soup)
    _nested_emphasis(soup)
    for name in _UNWRAPPED:
        for tag in soup.find_all(name):
            tag.unwrap()
    for tag in soup.find_all(re.compile(r":")):  # Word's own elements
        tag.unwrap()
    clean_tables(soup, tell)
    _headings(soup, tell)
    _divisions(soup)
    _empty(soup)


def _strikes(soup: BeautifulSoup) -> None:
    """Let bold and the like that stands by style alone be elements, as programs of offices write it."""
    for tag in soup.find_all(["span", "font"], style=True):
        style = str(tag.get("style", "")).replace(" ", "").lower()
        if re.search(r"font-weight:(bold|[6-9]00)", style) and tag.get_text(strip=True):
            tag.name = "strong"
        elif "font-style:italic" in style and tag.get_text(strip=True):
            tag.name = "em"


def _nested_emphasis(soup: BeautifulSoup) -> None:
    """Let bold inside bold, and italics inside italics, be said once."""
    for same in (["strong", "b"], ["em", "i"]):
        for tag in soup.find_all(same):
            if tag.find_parent(same) is not None:
                tag.unwrap()


def _embeds(soup: BeautifulSoup, tell: Tell) -> None:
    """Turn what other servers show inside a page into links, since nothing is loaded from there."""
    for tag in soup.find_all(["iframe", "video", "audio"]):
        source = str(tag.get("src") or tag.get("data-src") or "")
        inner = tag.find("source")
        if not source and isinstance(inner, Tag):
            source = str(inner.get("src") or "")
        address = _watch_address(source)
        if not address:
            tell("left-out", "embed", _("<%(tag)s> without an address does not come along", tag=tag.name))
            tag.decompose()
            continue
        name = next((name for part, name in _VIDEO.items() if part in address), "")
        title = str(tag.get("title") or "").strip() or name or urlsplit(address).netloc or address
        link = soup.new_tag("a", href=address)
        link.string = title
        paragraph = soup.new_tag("p")
        paragraph.append(link)
        tag.replace_with(paragraph)
        tell("changed", "embed", _("what was shown from %(address)s is a link now", address=address))


def _watch_address(source: str) -> str:
    if source.startswith("//"):
        source = "https:" + source
    parts = urlsplit(source)
    if parts.scheme not in ("http", "https", ""):
        return ""
    if "youtube" in parts.netloc and parts.path.startswith("/embed/"):
        video = parts.path.removeprefix("/embed/").strip("/")
        if video == "videoseries":
            return "https://www.youtube.com/playlist?list=" + parse_qs(parts.query).get("list", [""])[0]
        return f"https://www.youtube.com/watch?v={video}"
    if parts.netloc == "player.vimeo.com":
        return "https://vimeo.com/" + parts.path.rpartition("/")[2]
    return source


def _headings(soup: BeautifulSoup, tell: Tell) -> None:
    """Let headings begin at the second level, none skipped; the first is the page title's."""
    headings = list(soup.find_all(_HEADING))
    for heading in list(headings):
        if not heading.get_text(strip=True):
            if heading.find("img"):
                heading.name = "p"
            else:
                heading.decompose()
            headings.remove(heading)
        for bold in heading.find_all(["strong", "b"]) if not heading.decomposed else ():
            bold.unwrap()
    stack: list[int] = []
    changed = False
    for heading in headings:
        level = int(heading.name[1])
        while stack and stack[-1] >= level:
            stack.pop()
        stack.append(level)
        new = min(1 + len(stack), 6)
        changed = changed or new != level
        heading.name = f"h{new}"
    if changed:
        tell("changed", "headings", _("levels of headings were put in order"))


def _divisions(soup: BeautifulSoup) -> None:
    """Turn divisions into paragraphs where they hold words, else dissolve them."""
    for tag in reversed(soup.find_all(["div", "address"])):
        if any(isinstance(one, Tag) and one.name in _BLOCKS for one in tag.children):
            _wrap_loose_words(soup, tag)
            tag.unwrap()
        elif tag.get_text(strip=True) or tag.find("img"):
            tag.name = "p"
            tag.attrs = {}
        else:
            tag.decompose()


def _wrap_loose_words(soup: BeautifulSoup, tag: Tag) -> None:
    """Give words between blocks paragraphs of their own, so that they do not run into the next block."""
    run: list[PageElement] = []

    def close() -> None:
        if any(one.get_text(strip=True) or (isinstance(one, Tag) and one.find("img")) for one in run):
            paragraph = soup.new_tag("p")
            run[0].insert_before(paragraph)
            for one in run:
                paragraph.append(one)
        run.clear()

    for child in list(tag.children):
        if isinstance(child, Tag) and child.name in _BLOCKS:
            close()
        else:
            run.append(child)
    close()


def _empty(soup: BeautifulSoup) -> None:
    """Take out elements that show nothing, innermost first, and spaces that only push things apart."""
    for tag in reversed(soup.find_all(["p", "strong", "b", "em", "i", "a", "li", "ul", "ol", "blockquote", "figure"])):
        if not tag.get_text(strip=True).strip("\u00a0\u200b\u2060\ufeff") and not tag.find(["img", "hr", "sup"]):
            tag.replace_with(" ") if tag.name in ("strong", "b", "em", "i", "a") else tag.decompose()
    for text in list(soup.find_all(string=True)):
        if not text.find_parent(["pre", "code"]):
            plain = str(text).translate(_INVISIBLE)
            if plain != text:
                text.replace_with(plain)


_INVISIBLE: Final = {
    ord(char): None for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
}
