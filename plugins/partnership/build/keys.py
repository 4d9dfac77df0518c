"""Keys: the digest of everything that decides the bytes of a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from partnership.pages.page import Copy, Item, Page
from partnership.records.fields import encode_hook

_ENCODER = msgspec.msgpack.Encoder(enc_hook=encode_hook)
PACKAGE = Path(__file__).resolve().parents[1]


class Keys:
    """Gives each item its key.

    ``salt`` is the digest of what all items depend on, ``code`` that of the package's code.
    """

    def __init__(self, salt: bytes, code: bytes, templates: dict[str, bytes]) -> None:
        self._code = code
        self.salt = salt
        self.templates = templates

    def of(self, item: Item) -> bytes:
        """Return the key of an item: equal keys, equal bytes."""
        if isinstance(item, Copy):
            if item.change is None:
                return blake2b(item.digest.encode(), digest_size=20).digest()
            change = (item.digest, _name(item.change), item.how, self._code)
            return blake2b(_ENCODER.encode(change), digest_size=20).digest()
        digest = blake2b(self.salt, digest_size=20)
        if isinstance(item, Page):
            digest.update(self.templates.get(item.template, b"?"))
            digest.update(
                _name(item.view)
                + b"\0"
                + item.template.encode()
                + b"\0"
                + item.address.encode()
                + b"\0"
                + item.source.encode()
            )
        else:
            digest.update(_name(item.make) + b"\0" + item.address.encode())
        digest.update(_ENCODER.encode(item.inputs))
        return digest.digest()


def _name(function: Callable[..., Any]) -> bytes:
    return f"{function.__module__}.{function.__qualname__}".encode()


def code_digest(package: Path = PACKAGE) -> bytes:
    """Return the digest of the package's own code and catalogues: another program may make other bytes."""
    digest = blake2b(digest_size=20)
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith((".py", ".po", ".json")):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    digest.update(
                        os.path.relpath(path, package).encode() + b"\0" + blake2b(file.read(), digest_size=20).digest()
                    )
    return digest.digest()


def salt_of(code: bytes, site: Any, assets: dict[str, str], extra: tuple[bytes, ...] = ()) -> bytes:
    """Return the digest of what every page depends on: the code, the site's facts, the names of static files."""
    digest = blake2b(code, digest_size=20)
    digest.update(_ENCODER.encode((site, sorted(assets.items()), extra)))
    return digest.digest()
