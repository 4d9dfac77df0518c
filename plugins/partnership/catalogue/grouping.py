"""Records and documents by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from partnership.kinds.kind import Kind
from partnership.records.content import Document

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def group_by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """Return items by key, keys and items in the order in which they come."""
    return group_many(items, lambda item: (key(item),))


def group_many(items: Iterable[T], keys: Callable[[T], Iterable[K]]) -> dict[K, tuple[T, ...]]:
    """Return items by each of their keys."""
    found: dict[K, list[T]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(some) for key, some in found.items()}


def family(document: Document[Any]) -> tuple[str, str]:
    """Return what a document and its translations have in common: the kind and the stem of the original."""
    return document.kind, document.front.translation or document.stem


def newest_first(documents: Iterable[Document[Any]], kind: Kind) -> tuple[Document[Any], ...]:
    """Return documents of one kind, the newest first, those of one moment by their stems."""
    by_stem = sorted(documents, key=lambda one: one.stem)
    return tuple(sorted(by_stem, key=lambda one: kind.moment(one.front).at, reverse=True))
