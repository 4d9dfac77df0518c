"""Many like pages in runs: one of which everything is as it was in the last build is not planned again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from partnership.chunks import boundaries_of
from partnership.items.item import Page
from partnership.records.body_reader import BodyReader
from partnership.records.content import Document

Row = tuple[Any, ...]
"""What a page is planned from: first a document, or several of them, then plain data."""

Planner = Callable[[BodyReader, Any, Sequence[Row]], Iterator[Page]]


class Runs(msgspec.Struct, frozen=True):
    """Rows of pages in runs, in the order in which they are planned.

    ``plan(bodies, common, rows)`` plans the pages of one run.  It is a function of a module's top level and is given
    no catalogue, so its pages follow from ``common``, plain data, and the rows of the run.  Documents among these count
    by the digests of their files; what other documents say of one must stand beside it, other versions of it too.
    """

    plan: Planner
    bodies: BodyReader
    common: Any
    runs: Sequence[Sequence[Row]]

    def __iter__(self) -> Iterator[Page]:
        """Plan every run."""
        for rows in self.runs:
            yield from self.plan(self.bodies, self.common, rows)

    def showing(self, paths: frozenset[str]) -> Iterator[Page]:
        """Plan the pages whose document is one of those at paths."""
        some = [row for rows in self.runs for row in rows if row[0].path in paths]
        return self.plan(self.bodies, self.common, some)


def runs_of(documents: Sequence[Document[Any]], rows: Sequence[Row]) -> list[Sequence[Row]]:
    """Return rows, one for each document, in runs: one document more or less changes the run that it stands in."""
    return [rows[start:end] for start, end in pairwise(boundaries_of([one.stem for one in documents]))]
