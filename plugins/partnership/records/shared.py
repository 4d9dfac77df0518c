"""What many pages show: its digest is taken once in a build, however many keys it is part of."""

from __future__ import annotations

import msgspec


class Shared(msgspec.Struct, frozen=True):
    """Base of records and views that stand among the inputs of many pages.

    ``content_digest`` may name bytes that stand for the whole content (equal bytes, equal content); empty bytes mean
    that the content itself is to be digested.
    """

    @property
    def content_digest(self) -> bytes:
        """Bytes that stand for everything in here, or none."""
        return b""
