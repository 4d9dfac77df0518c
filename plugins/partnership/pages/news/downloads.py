"""Files to download that a document names, as its page shows them."""

from __future__ import annotations

import posixpath
from typing import Any

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.content_paths import resolve
from partnership.language import _
from partnership.locales.formats import file_size, language_name
from partnership.pages.news.cards import foreign
from partnership.records.content import Document


class Download(msgspec.Struct, frozen=True, kw_only=True):
    """A file to download: ``type`` is its ending in capitals, ``size`` is ready to print.

    ``language_name`` says in which language it is where that is not Polish.
    """

    title: str
    address: str
    description: str
    type: str
    size: str
    lang: str
    language_name: str


def downloads(catalogue: Catalogue, document: Document[Any]) -> tuple[Download, ...]:
    """Return the files to download that a document names."""
    found = []
    for one in document.front.attachments:
        path = resolve(document.path, one.file)
        if path is None or path not in catalogue.document_addresses:
            continue
        media = catalogue.media.get(path)
        lang = one.lang or document.front.lang
        found.append(
            Download(
                title=one.title,
                address=catalogue.document_addresses[path],
                description=one.description or "",
                type=posixpath.splitext(path)[1].lstrip(".").upper() if media else "HTML",
                size=file_size(media.size) if media else "",
                lang=lang,
                language_name=in_language(lang) if foreign(lang) else "",
            )
        )
    return tuple(found)


def in_language(lang: str) -> str:
    """Return „po angielsku” and the like; the name of a language alone where we have no phrase for it."""
    known = {
        "en": _("in English"),
        "de": _("in German"),
        "uk": _("in Ukrainian"),
        "fr": _("in French"),
        "pl": _("in Polish"),
    }
    return known.get(lang.partition("-")[0]) or language_name(lang)
