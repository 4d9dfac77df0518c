"""The text of a document on a page: what it names inside the content folder becomes an address or a picture."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.pictures.variants import PictureVariants, picture
from partnership.prose.conversion import finish
from partnership.prose.result import Prose, TextImage
from partnership.records.content import Document

BODY_SIZES = "(min-width: 48rem) 44rem, 100vw"
"""Width at which a picture of a text is shown, for the browser's choice among sizes."""

_GONE = "/@gone"
_GONE_LINK = re.compile(r'<a href="/@gone[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


class BodyLinks(msgspec.Struct, frozen=True):
    """What the text of one document names.

    (path as written, address) of links, (path as written, picture) of pictures.
    """

    links: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, PictureVariants], ...] = ()


NO_LINKS = BodyLinks()


def body_links(catalogue: Catalogue, document: Document[Any]) -> BodyLinks:
    """Return addresses and pictures for everything visible in the content folder that the document's text names."""
    body = document.body
    if not body.refers:
        return NO_LINKS
    known = catalogue.document_addresses
    links, pictures = [], []
    for target in sorted({link.path for link in body.links if not link.path.startswith("/")}):
        path = resolve(document.path, target)
        if path in known:
            links.append((target, known[path]))
    for target in sorted({image.path for image in body.images}):
        path = resolve(document.path, target)
        if path in catalogue.media:
            pictures.append((target, picture(catalogue.media[path], known[path])))
    return BodyLinks(tuple(links), tuple(pictures))


def finish_body(body: Prose, links: BodyLinks) -> str:
    """Return a text as HTML with root-relative addresses in place.

    A link to what is not published becomes plain text.
    """
    if not body.slots:
        return body.pieces[-1]
    addresses = dict(links.links)
    pictures = dict(links.pictures)

    def resolve_link(path: str) -> str:
        return path if path.startswith("/") else addresses.get(path, _GONE)

    def render_image(image: TextImage) -> str:
        return picture_html(image, pictures[image.path]) if image.path in pictures else ""

    html = finish(body, resolve_link, render_image).html
    return _GONE_LINK.sub(r"\1", html) if _GONE in html else html


def picture_html(image: TextImage, shown: PictureVariants) -> str:
    """Return the HTML of a picture in a text.

    Its formats and sizes, and a figure when it stands alone with a caption.
    """
    sources = "".join(
        f'<source type="{source.type}" srcset="{srcset(source.choices)}" sizes="{BODY_SIZES}">'
        for source in shown.sources
    )
    size = f' width="{shown.width}" height="{shown.height}"' if shown.width and shown.height else ""
    choices = f' srcset="{srcset(shown.choices)}" sizes="{BODY_SIZES}"' if len(shown.choices) > 1 else ""
    role = ' role="presentation"' if image.decorative else ""
    address = escape(shown.src)
    html = f'<img src="{address}"{choices}{size} alt="{escape(image.alt)}"{role} loading="lazy" decoding="async">'
    if sources:
        html = f"<picture>{sources}{html}</picture>"
    if not image.alone:
        return html
    return f"<figure>{html}<figcaption>{escape(image.title)}</figcaption></figure>" if image.title else f"<p>{html}</p>"


def srcset(choices: tuple[tuple[str, int], ...]) -> str:
    """Return the ``srcset`` of (address, width in pixels) choices."""
    return ", ".join(f"{escape(address)} {width}w" for address, width in choices)
