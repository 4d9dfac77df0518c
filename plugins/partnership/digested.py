"""Long data that stands by its digest where it only decides whether something changed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar


class Digested(ABC):
    """Base of what stands among the inputs of an item by its digest."""

    __slots__ = ()

    slow: ClassVar[bool] = False
    """Whether its digest takes long the first time and is then known for others, too: several processes that need it
    had better not each find it out."""

    @abstractmethod
    def input_digest(self) -> bytes:
        """Return the digest of all of it."""
