"""From plain data to a record, with every problem told and not only the first.

msgspec converts a right record at the speed of C.  Only when it refuses one is the data walked again beside the
record's type, to say of each key what is wrong and what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

import msgspec

from partnership.records.fault import Faults
from partnership.records.fields import Moment, decode_hook
from partnership.records.national import has_national_forms

T = TypeVar("T")
UNKNOWN_DAY: Final = Moment.parse("1900-01-01")
"""Stands for a date that is missing or wrong in what is salvaged."""

NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


def read_record(data: Any, kind: type[T], given: Mapping[str, str] = NOTHING) -> T:
    """Return ``data`` as a record of ``kind``; raise :class:`Faults` with every reason when it is none.

    ``given`` holds the fields that come from the file's name; inside the file they are unknown keys.
    """
    try:
        if isinstance(data, dict) and given:
            if given.keys().isdisjoint(data):
                record = msgspec.convert({**data, **given}, kind, dec_hook=decode_hook)
                if has_national_forms(data, kind):
                    return record
            reason = ""
        else:
            record = msgspec.convert(data, kind, dec_hook=decode_hook)
            if has_national_forms(data, kind):
                return record
            reason = ""
    except (msgspec.ValidationError, RecursionError) as error:
        reason = str(error)
    # The walk beside the type is needed for mistakes only, so its imports are not paid for by a build without any.
    from partnership.records.explain import explain

    raise Faults(explain(data, kind, frozenset(given), reason))


def salvage(data: Any, kind: type[T], given: Mapping[str, str] = NOTHING) -> T | None:
    """Return what can be read of a wrong record, so that its references are checked in the same go.

    None when too little can.

    A text that is missing or wrong is empty here.  The result is good for checks only: the problem that made it
    stops every build.
    """
    if not isinstance(data, dict):
        return None
    values: dict[str, Any] = {}
    for field in msgspec.structs.fields(cast(type[msgspec.Struct], kind)):
        name = field.encode_name
        if name in given:
            values[name] = given[name]
            continue
        try:
            if name in data:
                values[name] = msgspec.convert(data[name], field.type, dec_hook=decode_hook)
        except (msgspec.ValidationError, RecursionError):
            pass
        if name not in values and field.required:
            for placeholder in ("", UNKNOWN_DAY):
                if _could_be(placeholder, field.type):
                    values[name] = placeholder
                    break
            else:
                return None
    return kind(**values)


def _could_be(placeholder: Any, kind: Any) -> bool:
    """Tell whether a placeholder is of the type that a field wants, whatever the field says of its form."""
    while hasattr(kind, "__metadata__"):
        kind = kind.__origin__
    return kind is type(placeholder)
