"""Edits that change nothing but the words of texts: the commonest of all, and the only ones that leave most areas be.

Titles, dates, labels, headings, links and pictures decide what else shows a text and how it is linked.  Where all these
are as they were, only areas that asked for the words themselves can give anything new.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from partnership.prose.result import SealedBody
from partnership.records.content import Document
from partnership.records.library import Library, ParsedFile


class Change(NamedTuple):
    """Digests of what changed of a text's words: as it was, and as it is."""

    old: tuple[bytes, ...]
    new: tuple[bytes, ...]


def body_edits(before: Library, now: Library) -> dict[str, Change] | None:
    """Return the texts of which only words changed, by path; None where anything else did between two libraries.

    Records that were not read again are the same objects in both.
    """
    changed: dict[str, Change] = {}
    for (kind, old), (_kind, new) in zip(before.all_files(), now.all_files(), strict=True):
        if old.keys() != new.keys():
            return None
        for path, kept in new.items():
            if kept is old[path]:
                continue
            if kind not in now.documents or not _same_but_words(old[path], kept):
                return None
            changed[path] = _change(old[path].records[0].body, kept.records[0].body)
    return changed


def _change(old: SealedBody, new: SealedBody) -> Change:
    if old.opening_digest == new.opening_digest:
        return Change((old.stored.digest,), (new.stored.digest,))
    return Change((old.stored.digest, old.opening_digest), (new.stored.digest, new.opening_digest))


def _same_but_words(before: ParsedFile[Any], now: ParsedFile[Any]) -> bool:
    if before.problems or now.problems or len(before.records) != 1 or len(now.records) != 1:
        return False
    return same_frame(before.records[0], now.records[0])


def same_frame(old: Document[Any], new: Document[Any]) -> bool:
    """Tell whether two versions of a text differ in nothing that its own page is not enough to show.

    So no check can find anything new in the later one: head, headings, links, pictures and remarks are the same.
    """
    one, other = old.body, new.body
    places = [[(link.path, link.query, link.fragment) for link in body.links] for body in (one, other)]
    pictures = [[(image.path, image.alt, image.title) for image in body.images] for body in (one, other)]
    return (
        old.front == new.front
        and old.left_out == new.left_out
        and one.headings == other.headings
        and one.external_links == other.external_links
        and not one.findings
        and not other.findings
        and places[0] == places[1]
        and pictures[0] == pictures[1]
    )
