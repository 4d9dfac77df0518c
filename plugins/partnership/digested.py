"""Long data that stands by its digest where it only decides whether something changed."""

from __future__ import annotations

from abc import ABC, abstractmethod


class Digested(ABC):
    """Base of what stands among the inputs of an item by its digest."""

    __slots__ = ()

    @abstractmethod
    def input_digest(self) -> bytes:
        """Return the digest of all of it."""
