"""Keys: the digest of everything that decides the bytes of a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from partnership.catalogue.reading import DigestCache
from partnership.digested import Digested
from partnership.items.item import Copy, Item, Page, Publication
from partnership.items.runs import Row, Runs
from partnership.parallel_map import parallel_map
from partnership.records.content import Document, ReadableDocument
from partnership.records.fields import encode_hook
from partnership.records.shared import Shared

_ENCODER = msgspec.msgpack.Encoder(enc_hook=encode_hook)
PACKAGE = Path(__file__).resolve().parents[1]


MANY = 12_000
"""Items from which on it takes longer to make their keys than to start other processes, one after the other."""

Keyed = tuple[bytes, tuple[tuple[str, bytes], ...]]
"""The key of an item, and path and digest of the words of each text that it shows."""


class Keys:
    """Gives each item its key.

    ``salt`` is the digest of what all items depend on, ``code`` that of the package's code.
    """

    def __init__(self, salt: bytes, code: bytes, templates: dict[str, bytes]) -> None:
        self._code = code
        self.salt = salt
        self.templates = templates
        self._makers: dict[tuple[Callable[..., Any], str], bytes] = {}
        self._places: dict[tuple[type, ...], tuple[int, ...]] = {}
        self._digests: dict[int, bytes] = {}
        # Held, since the id of an object that is gone may come again.
        self._digested: list[Shared] = []
        self.shown: list[ReadableDocument[Any]] = []
        """Documents whose texts are among the inputs since the list was last emptied."""

    def of_all(self, items: Sequence[Item]) -> list[Keyed]:
        """Return the keys of items, made in all processes where there are many, with the texts that each shows."""
        for item in items:
            if isinstance(item, Publication):
                for given in item.inputs:
                    if isinstance(given, Digested) and given.slow:
                        given.input_digest()
        return parallel_map(self._keyed, items, least=MANY)

    def _keyed(self, items: Sequence[Item]) -> list[Keyed]:
        keyed: list[Keyed] = []
        for item in items:
            self.shown.clear()
            key = self.of(item)
            keyed.append((key, tuple([(one.path, one.kept.stored.digest) for one in self.shown]) if self.shown else ()))
        self.shown.clear()
        return keyed

    def of(self, item: Item) -> bytes:
        """Return the key of an item: equal keys, equal bytes."""
        if isinstance(item, Page):
            maker = self._maker(item.view, item.template)
            named = f"{item.address}\0{item.source}\0{item.lang}\0{item.alternates}\0".encode()
        elif isinstance(item, Copy):
            if item.change is None:
                return blake2b(item.digest.encode(), digest_size=20).digest()
            change = (item.digest, _name(item.change), item.how, self._code)
            return blake2b(_ENCODER.encode(change), digest_size=20).digest()
        else:
            maker = self._maker(item.make, "")
            named = f"{item.address}\0{item.lang}\0".encode()
        types = tuple(map(type, item.inputs))
        places = self._places.get(types)
        if places is None:
            may_share = (Shared, tuple)
            places = self._places[types] = tuple([at for at, kind in enumerate(types) if issubclass(kind, may_share)])
        inputs = [*item.inputs]
        for at in places:
            inputs[at] = self._part(inputs[at])
        return blake2b(maker + named + _ENCODER.encode(inputs), digest_size=20).digest()

    def of_run(self, area: Runs, rows: Sequence[Row]) -> bytes:
        """Return the digest of all that decides the pages of a run, keys included, but for the theme's templates."""
        told = [(self._sealed(row[0]), *row[1:]) for row in rows]
        return blake2b(self._maker(area.plan, "") + _ENCODER.encode((area.common, told)), digest_size=20).digest()

    def _sealed(self, given: Document[Any] | tuple[Document[Any], ...]) -> bytes:
        """Return what stands for a document, or several, among what a run is planned from."""
        known = self._digests
        if isinstance(given, tuple):
            return b"".join([known.get(id(one)) or self._sealed(one) for one in given])
        digest = known.get(id(given))
        if digest is None:
            content = given.content_digest or _ENCODER.encode(given)
            digest = known[id(given)] = blake2b(content, digest_size=20).digest()
            self._digested.append(given)
        return digest

    def _maker(self, function: Callable[..., Any], template: str) -> bytes:
        """Return the digest of what makes an item: program, settings, static files, view and template's closure."""
        known = self._makers.get((function, template))
        if known is None:
            closure = self.templates.get(template, b"?") if template else b""
            parts = self.salt + closure + _name(function) + b"\0" + template.encode()
            known = self._makers[function, template] = blake2b(parts, digest_size=20).digest()
        return known

    def _part(self, given: Any) -> Any:
        """Return what stands for an input in a key: digests for what many pages show, else the input itself."""
        if isinstance(given, Shared):
            return self._digest(given)
        if given and isinstance(given[0], Shared) and _are_shared({*map(type, given)}):
            known = self._digests
            return b"".join([known.get(id(one)) or self._digest(one) for one in given])
        return given

    def _digest(self, shared: Shared) -> bytes:
        # Documents are asked for one by one, since each that is shown is noted.
        if isinstance(shared, ReadableDocument):
            self.shown.append(shared)
            return blake2b(shared.content_digest or _ENCODER.encode(shared), digest_size=20).digest()
        known = self._digests.get(id(shared))
        if known is None:
            if isinstance(shared, Document):
                raise TypeError(f"{shared.path} is shown without being opened; use catalogue.bodies.open(document)")
            content = shared.content_digest or _ENCODER.encode(shared)
            known = self._digests[id(shared)] = blake2b(content, digest_size=20).digest()
            self._digested.append(shared)
        return known


def _are_shared(types: Iterable[type]) -> bool:
    return all(issubclass(one, Shared) for one in types)


def _name(function: Callable[..., Any]) -> bytes:
    return f"{function.__module__}.{function.__qualname__}".encode()


def code_digest(package: Path = PACKAGE, known: DigestCache | None = None) -> bytes:
    """Return the digest of the package's own code and catalogues: another program may make other bytes.

    ``known`` may tell digests without the files being read.
    """
    digest = blake2b(digest_size=20)
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith((".py", ".po", ".json", ".yaml")):
                path = f"{folder}/{name}"
                own = known.digest(path) if known is not None else None
                if own is None:
                    with open(path, "rb") as file:
                        own = blake2b(file.read(), digest_size=20).digest()
                    if known is not None:
                        known.learn(path, own)
                digest.update(path.removeprefix(str(package)).encode() + b"\0" + own)
    return digest.digest()


def salt_of(code: bytes, site: Any, assets: dict[str, str], extra: tuple[bytes, ...] = ()) -> bytes:
    """Return the digest of what every page depends on: the code, the site's facts, the names of static files.

    ``site`` is any plain data: the facts for each language.
    """
    digest = blake2b(code, digest_size=20)
    digest.update(_ENCODER.encode((site, sorted(assets.items()), extra)))
    return digest.digest()
