"""The text of a document as readers of feeds and mails get it: whole, plain HTML, every address absolute."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from partnership.items.bodies import BodyLinks
from partnership.patterns import pattern
from partnership.prose.conversion import finish
from partnership.prose.result import Prose, TextImage
from partnership.subscriptions.entries import clean

_GONE: Final = "about:gone"
_GONE_LINK: Final = pattern(rf'<a href="{_GONE}[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_FOR_PAGES: Final = pattern(r' (?:role|loading|decoding|tabindex|aria-[a-z]+|data-[a-z-]+)="[^"]*"')
_FRAGMENT: Final = pattern(r' href="#')
_LOCAL: Final = pattern(r' (href|src)="/(?!/)')


def full_html(body: Prose, links: BodyLinks, site_url: str, address: str) -> str:
    """Return a document's text with absolute addresses.

    What only makes sense on a page (scripts' hooks, roles) is left out.
    """
    known = dict(links.links)
    pictures = dict(links.pictures)

    def resolve(path: str) -> str:
        if path.startswith("/"):
            return site_url + path
        return site_url + known[path] if path in known else _GONE

    def render(image: TextImage) -> str:
        if image.path not in pictures:
            return ""
        shown = pictures[image.path]
        return picture_html(
            site_url + shown.src, image.alt, image.title if image.alone else "", shown.width, shown.height
        )

    html = finish(body, resolve, render).html
    if _GONE in html:
        html = _GONE_LINK.sub(r"\1", html)
    return absolute_html(html, site_url, address)


def absolute_html(html: str, site_url: str, address: str) -> str:
    """Return HTML of the site with local addresses and fragments made absolute, without attributes for pages only."""
    html = _LOCAL.sub(rf' \1="{site_url}/', html)
    return clean(_FRAGMENT.sub(f' href="{site_url}{address}#', _FOR_PAGES.sub("", html)))


def picture_html(url: str, alt: str, caption: str = "", width: int | None = None, height: int | None = None) -> str:
    """Return a picture as a paragraph's content or, with a caption, as a figure."""
    size = f' width="{width}" height="{height}"' if width and height else ""
    html = f'<img src="{escape(url)}" alt="{escape(alt)}"{size}>'
    return f"<figure>{html}<figcaption>{escape(caption)}</figcaption></figure>" if caption else html


def list_html(title: str, items: tuple[str, ...]) -> str:
    """Return a titled list of plain texts; nothing when there are none."""
    if not items:
        return ""
    return f"<h2>{escape(title)}</h2><ul>" + "".join(f"<li>{escape(one)}</li>" for one in items) + "</ul>"


def paragraph_html(label: str, text: str) -> str:
    """Return a labelled line of plain text; nothing when it says nothing."""
    return f"<p><strong>{escape(label)}:</strong> {escape(text)}</p>" if text else ""
