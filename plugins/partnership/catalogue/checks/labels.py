"""Checks of categories, topics and authors: one thing is written in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from partnership.catalogue.names import Names
from partnership.catalogue.places import Places
from partnership.language import _
from partnership.locales.slugs import slug
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.sources.characters import oddities
from partnership.sources.strict_yaml import KeyPath

SHORTEST_ALIKE: Final = 5
"""Letters of the longer of two labels from which on one letter makes no other word, as a rule."""

LONGEST_ALIKE: Final = 60
"""Letters up to which labels are compared: longer ones are sentences."""

MOST_USED: Final = 2
"""Texts with a label above which nobody takes it for a slip of the keyboard."""

_KEYS: Final = ("category", "author", "tags")


def check_labels(library: Library, names: Names) -> None:
    """Tell categories, topics and authors that differ in writing but share an address, in one language's tree."""
    news = list(all_records(library.files_of("news")))
    trees = {lang: names.addresses.table_of(lang).lang for lang in {one.front.lang for one in news}}
    posts = [(one, trees[one.front.lang]) for one in news]
    for key in _KEYS:
        if _are_apart(key, posts):
            continue
        first: dict[tuple[str, str], tuple[str, str]] = {}
        right: dict[str, set[str | None]] = {}
        for document, tree in posts:
            labels = document.front.tags if key == "tags" else (getattr(document.front, key),)
            known = right.setdefault(tree, {None, ""})
            if known.issuperset(labels):
                continue
            for number, label in enumerate(labels):
                if label is None or label in known:
                    continue
                key_path: KeyPath = (key, number) if key == "tags" else (key,)
                address = slug(label)
                if not address:
                    message = _("“%(label)s” as “%(key)s” gives no address", label=label, key=key)
                    hint = _("write a name with letters or digits, or remove it")
                    names.places.tell("content", document.path, key_path, "bad-label", message, hint)
                    continue
                written, other = first.setdefault((tree, address), (label, document.path))
                if written == label:
                    known.add(label)
                    continue
                message = _(
                    "“%(label)s” is written “%(written)s” in %(other)s", label=label, written=written, other=other
                )
                if odd := oddities(label) or oddities(written):
                    message = f"{message} ({', '.join(odd)})"
                hint = _("write it the same way everywhere: %(written)s", written=written)
                names.places.tell(
                    "content", document.path, key_path, "two-spellings", message, hint, suggestion=written
                )


def _are_apart(key: str, posts: Iterable[tuple[Document[Any], str]]) -> bool:
    """Tell quickly whether each label of a kind has an address of its own in its tree, as nearly always."""
    labels: set[tuple[str, str | None]]
    if key == "tags":
        labels = {(tree, tag) for one, tree in posts for tag in one.front.tags}
    else:
        labels = {(tree, getattr(one.front, key)) for one, tree in posts}
    found = {(tree, slug(label)) for tree, label in labels if label}
    return len(found) == sum(bool(label) for _tree, label in labels) and all(address for _tree, address in found)


def check_alike(library: Library, places: Places) -> None:
    """Warn of a rare label that is one letter from another of its kind and language: probably a slip of a key."""
    for key in _KEYS:
        found: dict[str, dict[str, list[tuple[Document[Any], KeyPath]]]] = {}
        for document, key_path, label in _labels(library, key):
            found.setdefault(document.front.lang, {}).setdefault(label, []).append((document, key_path))
        for where in found.values():
            _tell_alike(where, places)


def _tell_alike(where: dict[str, list[tuple[Document[Any], KeyPath]]], places: Places) -> None:
    """Warn of labels of one kind and language that are alike; ``where`` gives the places of each."""
    used = Counter({label: len(texts) for label, texts in where.items()})
    for rare, common in _pairs(used):
        # Of two that are equally rare the one of the newer text is the slip.
        newest = {label: max(_day(document) for document, _path in where[label]) for label in (rare, common)}
        if (used[rare], newest[common]) > (used[common], newest[rare]):
            rare, common = common, rare
        if used[rare] > MOST_USED:
            continue
        for document, key_path in where[rare]:
            message = _("“%(label)s” is one slip from “%(other)s”, which stands elsewhere", label=rare, other=common)
            hint = _("write %(other)s if the same is meant", other=common)
            places.tell(
                "content", document.path, key_path, "alike", message, hint, suggestion=common, severity="warning"
            )


def _labels(library: Library, key: str) -> Iterator[tuple[Document[Any], KeyPath, str]]:
    for files in library.documents.values():
        for document in all_records(files):
            if key == "tags":
                for number, tag in enumerate(document.front.tags):
                    yield document, ("tags", number), tag
            elif (label := getattr(document.front, key)) is not None:
                yield document, (key,), label
            if key == "author":
                for number, author in enumerate(getattr(document.front, "authors", ())):
                    yield document, ("authors", number), author


def _day(document: Document[Any]) -> str:
    moment = getattr(document.front, "date", None)
    return moment.isoformat() if moment is not None else ""


def _pairs(labels: Counter[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of labels that one slip parts: a letter more, less or another, or two letters that changed places.

    What differs in a digit is not alike.
    """
    known = sorted(label for label in labels if SHORTEST_ALIKE - 1 <= len(label) <= LONGEST_ALIKE)
    # Two such labels become the same word when one letter is left out of the longer, or of both.
    shortened: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for label in known:
        forms = {label, *(label[:place] + label[place + 1 :] for place in range(len(label)))}
        for form in sorted(forms):
            for other in shortened.setdefault(form, []):
                pair = (other, label)
                if max(len(other), len(label)) < SHORTEST_ALIKE or pair in seen:
                    continue
                if _one_slip_apart(other, label) and slug(other) != slug(label):
                    seen.add(pair)
                    yield pair
            shortened[form].append(label)


def _one_slip_apart(one: str, other: str) -> bool:
    if re.sub("[^0-9]", "", one) != re.sub("[^0-9]", "", other) or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(one) == len(other) and one[start : start + 2] == other[start : start + 2][::-1]:
        return one[start + 2 :] == other[start + 2 :]
    return longer[start + 1 :] == shorter[start + (len(one) == len(other)) :]
