"""Documents with their originals: whatever asks for a translated text gets the facts that its original tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.records.of_original import joined


def documents_of(library: Library) -> Iterator[Document[Any]]:
    """Iterate over all documents, kind by kind, translations with the facts of their originals."""
    for files in library.documents.values():
        documents = list(all_records(files))
        originals = originals_among(documents)
        for one in documents:
            original = originals.get(one.front.translation) if one.front.translation else None
            yield joined(one, original) if original is not None else one


def originals_among(documents: Iterable[Document[Any]]) -> dict[str, Document[Any]]:
    """Return what translations may be of, by the stem of the file; nothing where there is no translation."""
    documents = tuple(documents)
    if all(one.front.translation is None for one in documents):
        return {}
    return {one.stem: one for one in documents if one.front.translation is None}
