"""What was written about a county, a service or an institution: links that its page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.language import current_language
from partnership.records.content import Document
from partnership.records.fields import Moment

SHOWN: Final = 6
"""Texts that a page names; the feed of the page has them all."""


class Writing(msgspec.Struct, frozen=True, array_like=True):
    """A text: title, address, its day (of a meeting: when it starts), language if a foreign one."""

    title: str
    address: str
    day: Moment
    lang: str


def writings(catalogue: Catalogue, documents: Sequence[Document[Any]]) -> tuple[Writing, ...]:
    """Return the newest of some documents as links; documents come newest first."""
    return tuple(
        Writing(
            one.front.title,
            catalogue.document_addresses[one.path],
            catalogue.moment(one),
            "" if one.front.lang.partition("-")[0] == current_language() else one.front.lang,
        )
        for one in documents[:SHOWN]
    )
