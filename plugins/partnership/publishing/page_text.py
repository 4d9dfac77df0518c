"""What a visitor reads on a built page: its title and its text, block by block, without layout."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from lxml import html as lxml_html
from lxml.etree import LxmlError

_BLOCKS: Final = frozenset(
    ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "tr", "figcaption", "summary", "caption", "legend",
     "label", "button", "option", "blockquote", "pre", "address")
)  # fmt: skip
_SILENT: Final = frozenset(("script", "style", "template", "svg", "noscript", "datalist"))


class PageText(msgspec.Struct, frozen=True):
    """Title of a page, its blocks of text in order, and where it sends visitors if it only redirects."""

    title: str
    blocks: tuple[str, ...]
    redirects: bool = False


def page_text(data: bytes) -> PageText:
    """Return the text of a page of HTML; of what is no page nothing."""
    try:
        root: Any = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return PageText("", ())
    headings = root.xpath("//h1")
    title = _plain(headings[0] if headings else root.find(".//title"))
    redirects = bool(root.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']"))
    found: list[str] = []
    for main in root.xpath("//main") or root.xpath("//body"):
        _collect(main, found)
    return PageText(title, tuple(found), redirects)


def _collect(element: Any, found: list[str]) -> None:
    """Add the text of an element to ``found``: one entry for each block that holds no other block."""
    if not isinstance(element.tag, str) or element.tag in _SILENT or element.get("hidden") is not None:
        return
    if element.tag == "img" and element.get("alt"):
        found.append(" ".join(element.get("alt").split()))
    if element.tag == "tr":
        cells = [_plain(cell) for cell in element if isinstance(cell.tag, str)]
        found.append(" | ".join(cell for cell in cells if cell))
        return
    if element.tag in _BLOCKS and not any(isinstance(one.tag, str) and one.tag in _BLOCKS for one in _below(element)):
        text = _plain(element)
        if text:
            found.append(text)
        found.extend(" ".join(one.get("alt").split()) for one in element.iter("img") if one.get("alt"))
        return
    own = " ".join((element.text or "").split())
    if own:
        found.append(own)
    for child in element:
        _collect(child, found)
        tail = " ".join((child.tail or "").split())
        if tail:
            found.append(tail)


def _below(element: Any) -> Any:
    return (one for one in element.iter() if one is not element)


def _plain(element: Any) -> str:
    """Return the text of an element on one line, no-break spaces as spaces; silent parts left out."""
    if element is None:
        return ""
    parts: list[str] = []

    def gather(node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in _SILENT:
            return
        parts.append(node.text or "")
        for child in node:
            gather(child)
            parts.append(child.tail or "")
        if node.tag in ("br", "td", "th", "span", "div", "small"):
            parts.append(" ")

    gather(element)
    return " ".join("".join(parts).replace("\u00a0", " ").split())
