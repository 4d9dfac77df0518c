"""Warnings of days on which something is said to have been done and which have not come: pages would repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import msgspec

from partnership.catalogue.places import Places
from partnership.kinds.registry import RECORD_KIND
from partnership.language import _
from partnership.records.content import Document
from partnership.records.figures_csv import COLUMNS
from partnership.records.library import Library
from partnership.sources.strict_yaml import KeyPath

DONE: Final = frozenset(("verified", "retrieved", "reviewed", "updated"))
"""Keys of a day on which somebody confirmed, took over, looked through or changed something, wherever they stand."""


def check_future_days(library: Library, places: Places, build_date: date) -> None:
    """Tell every such day after the day of the build: in texts, records and their parts; of a table its first row."""
    for kind, files in library.all_files():
        root = "content" if kind in library.documents else "data"
        shape = RECORD_KIND[kind].shape if kind in RECORD_KIND else ""
        for path, parsed in files.items():
            for number, record in enumerate(parsed.records):
                told = record.front if isinstance(record, Document) else record
                found = [(keys, day) for keys, day in _days_done(told) if day > build_date]
                for keys, day in found:
                    message = _("“%(key)s” is %(day)s, a day that has not come yet", key=keys[-1], day=day.isoformat())
                    hint = _("write the day on which it was done, or remove it")
                    if shape == "table":
                        line, column = places.cell(root, path, record.line, COLUMNS.index(str(keys[-1])))
                        places.tell_at(root, path, line, column, "future-day", message, hint, severity="warning")
                    else:
                        where = (number, *keys) if shape == "list" else keys
                        places.tell(root, path, where, "future-day", message, hint, severity="warning")
                if found and shape == "table":
                    break


def _days_done(part: Any, keys: KeyPath = ()) -> Iterator[tuple[KeyPath, date]]:
    """Yield the days of a record and of all its parts, each with the keys that lead to it."""
    if isinstance(part, msgspec.Struct):
        for name, key in zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True):
            value = getattr(part, name)
            if isinstance(value, date) and key in DONE:
                yield (*keys, key), value
            elif isinstance(value, msgspec.Struct | tuple):
                yield from _days_done(value, (*keys, key))
    elif isinstance(part, tuple):
        for number, one in enumerate(part):
            yield from _days_done(one, (*keys, number))
