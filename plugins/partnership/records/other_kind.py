"""A file in the folder of another kind: told once, by the fields that it has, and not field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, cast

import msgspec

from partnership.records.texts import CODES

OTHER_KIND: Final = "other-kind"
"""Code of the problem of a file that is right in another folder."""

GIVEN: Final = frozenset(("id", "source"))
"""Fields of a record that come from its file's name."""

FEWEST: Final = 2
"""Fields of the other kind that tell it: a single one may be a slip."""

SLIPS: Final = 3
"""How many of them make up for one that the other kind has not either."""


class NoFields(msgspec.Struct):
    """The kind of a file that lies where none is read."""


def other_kind(keys: Iterable[Any], own: type, others: Mapping[str, type], given: frozenset[str]) -> str | None:
    """Return the name of the only one of the ``others`` that has the fields of a file, which its ``own`` kind has not.

    ``given`` are fields that come from the file's name.  A translated text leaves to its original what is a fact.
    """
    names = {str(key) for key in keys} - CODES
    unknown = names - _fields(own)
    if not unknown:
        return None
    found = []
    for name, kind in others.items():
        missing = set() if "translation" in names else _needed(kind) - given - names
        gained, lost = len(unknown & _fields(kind)), len(names - _fields(kind))
        if kind is not own and not missing and gained >= max(FEWEST, lost * SLIPS):
            found.append(name)
    return found[0] if len(found) == 1 else None


def _fields(kind: type) -> frozenset[str]:
    return frozenset(field.encode_name for field in msgspec.structs.fields(cast(type[msgspec.Struct], kind)))


def _needed(kind: type) -> frozenset[str]:
    return frozenset(
        field.encode_name for field in msgspec.structs.fields(cast(type[msgspec.Struct], kind)) if field.required
    )
