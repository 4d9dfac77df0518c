"""Lists in pages that never change: counted from the oldest, so that a new entry moves nothing on the pages behind.

With pages of L entries the section itself shows the newest L to 2L − 1; every L entries that have become old make one
more page ``page/N/``, which from then on stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from partnership.catalogue import addresses
from partnership.items.item import Link
from partnership.language import _

T = TypeVar("T")


class ListPage(msgspec.Struct, Generic[T], frozen=True):
    """One page of a list, newest first.

    ``number`` is None for the section itself.  ``newer`` and ``older`` are the numbers of the neighbours: 0 means the
    section itself, None that there is none.
    """

    address: str
    number: int | None
    items: tuple[T, ...]
    newer: int | None
    older: int | None


def list_address(section: str, number: int) -> str:
    """Return the address of a page of the list at ``section``; number 0 is the section itself."""
    return f"{section}{addresses.here().part('page')}/{number}/" if number else section


def pages_of(items: Sequence[T], length: int, section: str) -> Iterator[ListPage[T]]:
    """Cut a list, newest first, into its pages; an empty list is one empty page. ``length`` is at least 1."""
    length = max(1, length)
    total = len(items)
    old = max(0, total // length - 1)
    yield ListPage(section, None, tuple(items[: total - old * length]), None, old or None)
    for number in range(old, 0, -1):
        start = total - number * length
        newer = 0 if number == old else number + 1
        older = number - 1 if number > 1 else None
        yield ListPage(list_address(section, number), number, tuple(items[start : start + length]), newer, older)


def headed(title: str, number: int | None) -> str:
    """Return the heading of a page of a list: the list's title, with the page's number where it has one."""
    return title if number is None else _("%(title)s, page %(number)d", title=title, number=number)


def numbered(text: str, number: int | None) -> str:
    """Return the description of a page of a list: the section's own, with the page's number where it has one."""
    if number is None:
        return text
    page = _("Page %(number)d.", number=number)
    return f"{text} {page}"


def neighbour(section: str, title: str, number: int | None) -> Link | None:
    """Return the link to a neighbouring page of a list, or None where there is none."""
    return None if number is None else Link(title, list_address(section, number))
