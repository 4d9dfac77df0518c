"""The catalogue: everything that is visible, linked once, in linear time.

Pages and publications are planned from it; none of them ever sees the catalogue itself, only the records handed to it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec

from partnership.catalogue.address_tables import AddressTable, site_addresses
from partnership.catalogue.visible_documents import VisibleDocuments
from partnership.language import marking
from partnership.records.body_reader import BodyReader

T = TypeVar("T")
P = ParamSpec("P")


class Catalogue(VisibleDocuments, frozen=True, kw_only=True):
    """All visible records and documents, in one language."""

    build_date: date
    region: str = ""
    languages: tuple[str, ...] = ("pl",)
    bodies: BodyReader = msgspec.field(default_factory=BodyReader)
    """Reads the words of documents, and knows who asked for which."""

    @cached_property
    def _derived(self) -> dict[tuple[Any, ...], tuple[Any, set[bytes]]]:
        return {}

    def derived(self, make: Callable[Concatenate[Catalogue, P], T], *others: P.args, **named: P.kwargs) -> T:
        """Return ``make(self, *others)``, made once for all areas that ask for it.

        Whoever gets it has asked for the words that were asked for when it was made.
        """
        key = (make, *others, *sorted(named.items())) if others or named else (make,)
        known = self._derived.get(key)
        if known is None:
            # Pages and files share it, whoever asks first.
            with self.bodies.recording() as asked, marking(None):
                made = make(self, *others, **named)
            known = self._derived[key] = (made, asked)
        value, asked = known
        if asked:
            self.bodies.note(asked)
        result: T = value
        return result

    @property
    def table(self) -> AddressTable:
        """The addresses of this language's pages."""
        return site_addresses(self.languages, self.kinds).tables[self.lang]
