"""Links of texts to addresses of the site at which nothing stands: known when every page is planned.

A build does without: ``publish`` reads what was built and refuses it.  ``check`` tells it before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from partnership.catalogue.places import Places
from partnership.editor.page import FOLDER as EDITOR
from partnership.language import _
from partnership.nearest import nearest
from partnership.problems import Problem, ProblemList
from partnership.records.content import Document
from partnership.settings import Settings


def dead_links(settings: Settings, documents: Iterable[Document[Any]], standing: Iterable[str]) -> list[Problem]:
    """Return a warning for each link of visible texts to an address of the site that is not among ``standing``."""
    problems = ProblemList()
    places = Places(settings.content, settings.data, problems)
    known = set(standing)
    for document in documents:
        for line, column, address in _addresses(document):
            if address in known or address.startswith(f"/{EDITOR}/"):
                continue
            near = _near(address, known)
            message = _("There is no page at %(address)s", address=address)
            hint = _("did you mean “%(near)s”?", near=near) if near else _("correct the address or remove the link")
            places.tell_in_text(document.path, line, column, "missing-page", message, hint, near, severity="warning")
    return list(problems)


def _addresses(document: Document[Any]) -> Iterator[tuple[int, int, str]]:
    """Yield where a text names an address of the site, and the address alone."""
    if document.body.refers:
        for link in document.body.links:
            if link.path.startswith("/") and not link.path.startswith("//"):
                yield link.line, link.column, unquote(link.path.partition("?")[0])


def _near(address: str, known: set[str]) -> str | None:
    """Return the page that is probably meant; beside others of its folder only the last step may be a slip."""
    if f"{address}/" in known:
        return f"{address}/"
    steps = address.strip("/").split("/")
    folder = "/".join(("", *steps[:-1], ""))
    pages = sorted(one for one in known if one.endswith("/") and one.count("/") == len(steps) + 1)
    if folder not in known:
        return nearest(address, pages)
    beside = [one.split("/")[-2] for one in pages if one.startswith(folder)]
    near = nearest(steps[-1], beside)
    return f"{folder}{near}/" if near else None
