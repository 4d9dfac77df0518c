"""Long lists in indented JSON, joined of parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from partnership.records.fields import encode_hook


def list_items(objects: Sequence[Any], *, within: bool = False) -> bytes:
    """Return objects as they stand between the brackets of an indented list; nothing for none.

    ``within`` is for a list within a document.
    """
    if not objects:
        return b""
    listed: bytes = msgspec.json.format(msgspec.json.encode(objects, enc_hook=encode_hook), indent=1)
    items = listed.removeprefix(b"[\n").removesuffix(b"\n]")
    # One level deeper, every line stands one further in; within a text JSON has no line break.
    return b" " + items.replace(b"\n", b"\n ") if within else items


def json_list(parts: Iterable[bytes]) -> bytes:
    """Return a file that is one list, made of what :func:`list_items` gave."""
    return b"".join([*_brackets(parts, b"\n"), b"\n"])


def json_document(head: dict[str, Any], name: str, parts: Iterable[bytes]) -> bytes:
    """Return a file that is an object: ``head``, then under ``name`` a list of what :func:`list_items` gave."""
    document: bytes = msgspec.json.format(msgspec.json.encode({**head, name: []}), indent=1)
    return b"".join([document.removesuffix(b"[]\n}"), *_brackets(parts, b"\n "), b"\n}\n"])


def _brackets(parts: Iterable[bytes], end: bytes) -> list[bytes]:
    """Return the pieces of a list, to be joined once: it may have many megabytes, and each sum would copy them."""
    pieces: list[bytes] = []
    for part in parts:
        if part:
            pieces += (b",\n", part)
    return [b"[", b"\n", *pieces[1:], end, b"]"] if pieces else [b"[]"]
