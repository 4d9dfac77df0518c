"""The text of a document on a page: what it names inside the content folder becomes an address."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import unquote

from partnership.catalogue.catalogue import Catalogue
from partnership.records.content import Document

MARK = "/@content/"
"""Begins every reference to a file of the content folder in converted text."""

_ANCHOR = re.compile(r'<a href="/@content/([^"#?]*)([#?][^"]*)?"((?: [a-z]+="[^"]*")*)>(.*?)</a>', re.DOTALL)
_SOURCE = re.compile(r'src="/@content/([^"#?]*)"')


def body_links(catalogue: Catalogue, document: Document[Any]) -> tuple[tuple[str, str], ...]:
    """Return (path, address) of everything visible in the content folder that the document's text names."""
    if MARK not in document.body.html:
        return ()
    paths = {unquote(unescape(path)) for path, *_rest in _ANCHOR.findall(document.body.html)}
    paths |= {unquote(unescape(path)) for path in _SOURCE.findall(document.body.html)}
    known = catalogue.document_addresses
    return tuple((path, known[path]) for path in sorted(paths) if path in known)


def finish_body(html: str, links: tuple[tuple[str, str], ...]) -> str:
    """Return converted text with addresses in place; a link to what is not published becomes plain text."""
    if MARK not in html:
        return html
    known = dict(links)

    def anchor(match: re.Match[str]) -> str:
        path, rest, attributes, inner = match.groups()
        address = known.get(unquote(unescape(path)))
        return inner if address is None else f'<a href="{address}{rest or ""}"{attributes}>{inner}</a>'

    def source(match: re.Match[str]) -> str:
        return f'src="{known.get(unquote(unescape(match.group(1))), "")}"'

    return _SOURCE.sub(source, _ANCHOR.sub(anchor, html))
