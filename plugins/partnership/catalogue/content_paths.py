"""Paths as texts write them: relative to the file in which they stand."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote


def resolve(path: str, target: str) -> str | None:
    """Return the path below the content folder that ``target`` means in the file at ``path``; None when it leads out.

    Query and fragment are dropped, ``%20`` and the like decoded.
    """
    plain = unquote(target.partition("#")[0].partition("?")[0])
    if plain.startswith("/") or "\\" in plain or "\0" in plain:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain)) if plain else path
    return None if joined.startswith("../") or joined in ("..", ".") else joined
