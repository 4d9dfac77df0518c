"""Which files of the content folder become public: those that a visible text or record names, and no others.

A file beside a text may be a note, a draft in a word processor, the attachment of a post that is dated ahead.  That it
lies there says nothing; that somebody visible names it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.content_paths import resolve
from partnership.prose.result import SealedBody
from partnership.records.content import Document
from partnership.records.fields import encode_hook
from partnership.records.library import Library, ParsedFile

_NO_RECORDS: Final = frozenset(("media", "figures"))
_NAMED: Final = re.compile(addresses.MEDIA + r"[^\s\"'<>()\\\[\]]+")


class FilesByAddress:
    """Files that can be published, by the addresses at which they would stand, and who names them.

    What a text or the records name is found out once.
    """

    def __init__(self, library: Library, site_url: str = "") -> None:
        self._library = library
        self._media = library.media
        self._named: dict[str, tuple[str, ...]] = {}
        self._at = {addresses.media(path): path for path in sorted(library.media, reverse=True)}
        self._site_url = site_url

    def path(self, address: str) -> str | None:
        """Return the file at an address of the site, without or with its host; None when there is none."""
        if addresses.MEDIA not in address and "%" not in address:
            return None
        if self._site_url and address.startswith(f"{self._site_url}/"):
            address = address.removeprefix(self._site_url)
        plain = address.partition("#")[0].partition("?")[0]
        return self._at.get(plain) or self._at.get(unquote(plain))

    def named_by(self, document: Document[Any]) -> tuple[str, ...]:
        """Return the files that a document names: its picture, its attachments, those of its text."""
        known = self._named.get(document.path)
        if known is None:
            known = self._named[document.path] = tuple(self._named_by(document))
        return known

    def _named_by(self, document: Document[Any]) -> Iterator[str]:
        front, body = document.front, document.body
        if not (body.refers or front.attachments or front.image is not None or _may_lead_to_file(body)):
            return
        targets = [link.path for link in body.links] + [image.path for image in body.images]
        targets += [one.file for one in front.attachments]
        targets += [front.image.src] if front.image is not None else []
        for target in targets:
            path = self.path(target) if target.startswith("/") else resolve(document.path, target)
            if path in self._media:
                yield path
        for address in body.external_links:
            if (path := self.path(address)) is not None:
                yield path

    @cached_property
    def named_by_records(self) -> frozenset[str]:
        """The files that texts of records name by their addresses; withdrawn records show no texts."""
        return frozenset(self._named_by_records())

    def _named_by_records(self) -> Iterator[str]:
        for kind, files in self._library.record_files():
            if kind not in _NO_RECORDS and _may_name(files):
                for record in (one for parsed in files.values() for one in parsed.records):
                    if getattr(record, "status", "active") == "withdrawn":
                        continue
                    for address in _NAMED.findall(_as_text(record)):
                        if (path := self.path(address.rstrip(".,;:!?*_"))) is not None:
                            yield path

    def published(self, visible: Iterable[Document[Any]]) -> set[str]:
        """Return the paths of all files that become public beside the documents that are visible."""
        if not self._media:
            return set()
        return {*self.named_by_records, *(path for document in visible for path in self.named_by(document))}


def _may_lead_to_file(body: SealedBody) -> bool:
    """Tell quickly whether a link of a text to a whole address may be one of a file of the site: next to none is."""
    packed = bytes(body.packed)
    return addresses.MEDIA.encode() in packed or b"%" in packed


def _may_name(files: dict[str, ParsedFile[Any]]) -> bool:
    """Tell quickly whether any record of a kind may name a file at all: most kinds never do."""
    records = [record for parsed in files.values() for record in parsed.records]
    return addresses.MEDIA.encode() in msgspec.json.encode(records, enc_hook=encode_hook)


def _as_text(record: Any) -> str:
    return msgspec.json.encode(record, enc_hook=encode_hook).decode()
