"""The plain types of which the type of a record's field is made."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Union, get_args, get_origin


def leaves(annotation: Any, listed: bool = False) -> Iterator[tuple[Any, bool]]:
    """Yield the plain types of an annotation, and whether each is one of a list.

    A text or number comes with what is said of it (``Annotated``); that a field may be empty is no type of its own.
    """
    origin = get_origin(annotation)
    if origin is Annotated:
        inner = annotation.__origin__
        if inner in (str, int, float):
            yield annotation, listed
        else:
            yield from leaves(inner, listed)
    elif origin in (Union, types.UnionType):
        for one in get_args(annotation):
            yield from leaves(one, listed)
    elif origin is tuple:
        yield from leaves(get_args(annotation)[0], True)
    elif annotation is not type(None):
        yield annotation, listed
