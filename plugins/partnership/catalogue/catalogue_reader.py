"""A catalogue as one area reads it: with a note of what it read.

A build plans an area again only where what it read may be another now.  That an area reads something is not declared
but seen: each gets a reader of its own, which looks like the catalogue and notes each of its parts when that is first
asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import blake2b
from types import FunctionType, MethodType
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.language import marking
from partnership.records.fields import encode_hook

T = TypeVar("T")
P = ParamSpec("P")

_FIELDS: Final = frozenset(Catalogue.__struct_fields__)
_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=encode_hook)

DOCUMENTS: Final = "documents"
"""Stands for every kind of content among the kinds that decide a part."""

DECIDED_BY: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("kinds", "lang", "languages", "build_date", "bodies"), frozenset()),
    **dict.fromkeys(("documents", "pages", "issues", "unlisted", "in_other_trees"), frozenset((DOCUMENTS,))),
    **dict.fromkeys(("institutions", "withdrawn_institutions"), frozenset(("institutions",))),
    **{
        name: frozenset((name,))
        for name in (
            "counties", "services", "indicators", "sources", "offers", "lexicon", "elsewhere", "localities",
            "redundancies", "accessibility",
        )
    },
    "types": frozenset(("institution_types",)),
    "terms": frozenset(("glossary",)),
    "groups": frozenset(("working_groups",)),
    "figures": frozenset(("figures", "offers")),
    "region": frozenset(("site", "counties")),
}  # fmt: skip
"""By part of the catalogue the kinds of files, as the library names them, that decide it besides the settings.

A part that stands neither here nor in :data:`BY_VALUE` may be another after any change.
"""

BY_VALUE: Final = frozenset(
    ("briefs", "listed_institutions", "verified_days", "partners", "withdrawn_partners", "media", "document_addresses")
)
"""Parts that are compared themselves: many kinds of files have a say in them, and they seldom change.

Partners stand in the order of the names of institutions, and a text of any record may name a file to be published.
"""


class CatalogueReaders:
    """Gives readers of one catalogue, and keeps what was made of it for all of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made: dict[Any, tuple[Any, CatalogueReader, set[bytes]]] = {}
        self._digests: dict[str, bytes] = {}
        self._closed = False

    def reader(self) -> CatalogueReader:
        """Return a reader that has read nothing yet."""
        return CatalogueReader(self)

    def close(self) -> None:
        """Let nothing be read any more that was not read before: nobody would take note of it."""
        self._closed = True

    def digest(self, name: str) -> bytes:
        """Return the digest of a part that is compared by its value."""
        known = self._digests.get(name)
        if known is None:
            value = getattr(self._catalogue if name in _FIELDS else self.reader(), name)
            known = self._digests[name] = blake2b(_ENCODER.encode(value), digest_size=20).digest()
        return known

    def part(self, name: str) -> Any:
        """Return a field of the catalogue."""
        if self._closed:
            raise RuntimeError(f"catalogue.{name} is read after the site was planned")
        return getattr(self._catalogue, name)

    def made(self, key: Any, make: Callable[[CatalogueReader], Any]) -> tuple[Any, CatalogueReader]:
        """Return what ``make`` makes of the catalogue, made once, and the reader that read for it.

        Whoever gets it has asked for the words that were asked for when it was made.
        """
        known = self._made.get(key)
        if known is None:
            reader = CatalogueReader(self)
            # Pages and files share it, whoever asks first.
            with self._catalogue.bodies.recording() as asked, marking(None):
                value = make(reader)
            known = self._made[key] = (value, reader, asked)
        elif known[2]:
            self._catalogue.bodies.note(known[2])
        return known[0], known[1]


class CatalogueReader:
    """Looks like a catalogue to whoever plans from it, and knows which of its parts were read."""

    def __init__(self, readers: CatalogueReaders) -> None:
        self._readers = readers
        self._read: set[str] = set()
        self._through: dict[int, CatalogueReader] = {}

    @property
    def catalogue(self) -> Catalogue:
        """This reader as what it looks like."""
        return cast(Catalogue, self)

    def __getattr__(self, name: str) -> Any:
        """Return a part of the catalogue and take note of it; asked again, it is at hand."""
        if name in _FIELDS:
            value = self._readers.part(name)
            self._read.add(name)
        else:
            made = getattr(Catalogue, name)
            if isinstance(made, cached_property):
                value, reader = self._readers.made(name, made.func)
                self._note(name, reader)
            elif isinstance(made, property) and made.fget is not None:
                value = made.fget(self)
            elif isinstance(made, FunctionType):
                value = MethodType(made, self)
            else:
                raise AttributeError(name)
        self.__dict__[name] = value
        return value

    def derived(self, make: Callable[Concatenate[Catalogue, P], T], *others: P.args, **named: P.kwargs) -> T:
        """Return what the catalogue's own ``derived`` returns, and take note of what was read for it."""
        key = (make, *others, *sorted(named.items()))
        made, reader = self._readers.made(key, lambda reader: make(reader.catalogue, *others, **named))
        self._note("", reader)
        result: T = made
        return result

    def _note(self, name: str, reader: CatalogueReader) -> None:
        if name in BY_VALUE:
            self._read.add(name)
        else:
            self._through[id(reader)] = reader

    def reads(self) -> dict[str, bytes]:
        """Return what was read until now, also for what others made and this reader was given.

        What is made late, when somebody first looks at it, counts for all who have it.
        """
        names: set[str] = set()
        todo, seen = [self], {id(self)}
        while todo:
            one = todo.pop()
            names |= one._read
            todo += [other for number, other in one._through.items() if number not in seen]
            seen |= one._through.keys()
        digest = self._readers.digest
        return {name: digest(name) if name in BY_VALUE else b"" for name in sorted(names)}


def parts_changed(kinds: frozenset[str]) -> frozenset[str]:
    """Return the parts of a catalogue that may be another now where files of these kinds changed."""
    if not kinds:
        return frozenset()
    decided = _FIELDS - BY_VALUE
    return frozenset(name for name in decided if name not in DECIDED_BY or not kinds.isdisjoint(DECIDED_BY[name]))
