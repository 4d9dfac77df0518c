"""Edits that change nothing but the words of texts: the commonest of all, and the only ones that leave most areas be.

Titles, dates, labels, headings, links, pictures and the first paragraph decide what else shows a text and how it is
linked.  Where all these are as they were, only areas that show the words themselves can give anything new.
"""

from __future__ import annotations

from typing import Any

from partnership.catalogue.reading import CONTENT_KINDS
from partnership.records.content import Document
from partnership.records.library import Kept, Library


def changed_words(before: Library, now: Library) -> dict[str, tuple[bytes, bytes]] | None:
    """Return the texts of which only words changed, by path: the digests of the old words and of the new ones.

    None where anything else did between the two libraries.  Records that were not read again are the same objects in
    both.
    """
    changed: dict[str, tuple[bytes, bytes]] = {}
    for (kind, old), (_kind, new) in zip(before.shelves(), now.shelves(), strict=True):
        if old.keys() != new.keys():
            return None
        for path, kept in new.items():
            if kept is old[path]:
                continue
            if kind not in CONTENT_KINDS or not _same_but_words(old[path], kept):
                return None
            changed[path] = (old[path].records[0].body.words.digest, kept.records[0].body.words.digest)
    return changed


def _same_but_words(before: Kept[Any], now: Kept[Any]) -> bool:
    if before.problems or now.problems or len(before.records) != 1 or len(now.records) != 1:
        return False
    old, new = before.records[0], now.records[0]
    return same_frame(old, new) and old.body.first_paragraph == new.body.first_paragraph


def same_frame(old: Document[Any], new: Document[Any]) -> bool:
    """Tell whether two versions of a text differ in nothing that its own page is not enough to show.

    So no check can find anything new in the later one: head, headings, links, pictures and remarks are the same.
    """
    one, other = old.body, new.body
    places = [[(link.path, link.query, link.fragment) for link in body.links] for body in (one, other)]
    pictures = [[(image.path, image.alt, image.title) for image in body.images] for body in (one, other)]
    return (
        old.front == new.front
        and one.headings == other.headings
        and one.external_links == other.external_links
        and not one.findings
        and not other.findings
        and places[0] == places[1]
        and pictures[0] == pictures[1]
    )
