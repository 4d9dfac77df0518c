"""What partners give each other and seek from each other, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import msgspec

from partnership.items.item import Link
from partnership.language import _
from partnership.records.partner import Exchange

KINDS: Final = ("service", "data", "support", "other")


class ExchangeItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a partner gives or seeks; ``partner`` is None on the partner's own page."""

    what: str
    description: str
    kind: str
    partner: Link | None


class ExchangeKind(msgspec.Struct, frozen=True, kw_only=True):
    """All of one kind: what is given and what is sought."""

    kind: str
    title: str
    gives: tuple[ExchangeItem, ...]
    seeks: tuple[ExchangeItem, ...]


def kind_title(kind: str) -> str:
    """Return the heading of a kind."""
    return {"service": _("Services"), "data": _("Data"), "support": _("Support"), "other": _("Other")}[kind]


def items(exchanges: Iterable[Exchange], partner: Link | None) -> tuple[ExchangeItem, ...]:
    """Return what one partner gives or seeks, in the order of its file."""
    return tuple(
        ExchangeItem(what=one.what, description=one.description or "", kind=one.kind or "other", partner=partner)
        for one in exchanges
    )


def by_kind(gives: Iterable[ExchangeItem], seeks: Iterable[ExchangeItem]) -> tuple[ExchangeKind, ...]:
    """Return everything by kind; kinds of which there is nothing are left out."""
    given, sought = tuple(gives), tuple(seeks)
    found = (
        ExchangeKind(
            kind=kind,
            title=kind_title(kind),
            gives=tuple(one for one in given if one.kind == kind),
            seeks=tuple(one for one in sought if one.kind == kind),
        )
        for kind in KINDS
    )
    return tuple(one for one in found if one.gives or one.seeks)
