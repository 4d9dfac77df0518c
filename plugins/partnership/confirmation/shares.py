"""Shares of confirmed records: on one day, by owner and of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.review import due_day
from partnership.locales.collation import sort_key_in
from partnership.records.fields import Record


class RecordState(msgspec.Struct, frozen=True, array_like=True):
    """What a record says of itself: its owner ("" for nobody), the day of confirmation, the months until the next."""

    owner: str
    verified: date | None
    months: int | None

    def is_confirmed(self) -> bool:
        """Tell whether somebody has ever confirmed it."""
        return self.verified is not None

    def is_overdue(self, day: date) -> bool:
        """Tell whether it should have been confirmed again by a day."""
        return self.verified is not None and self.months is not None and due_day(self.verified, self.months) < day


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of an owner's records are confirmed on a day; ``owner`` is None for all records together.

    ``confirmed`` counts those that are not yet due again, ``overdue`` those that are; the others nobody has confirmed.
    """

    day: date
    owner: str | None
    records: int
    confirmed: int
    overdue: int

    @property
    def unconfirmed(self) -> int:
        """How many records nobody has ever confirmed."""
        return self.records - self.confirmed - self.overdue

    @property
    def percent(self) -> float | None:
        """Confirmed records in per cent; None where there is no record."""
        return 100 * self.confirmed / self.records if self.records else None


def states_now(catalogue: Catalogue) -> list[RecordState]:
    """Return the state of every record that is there now."""
    records: list[Record] = [*catalogue.institutions, *catalogue.partners, *catalogue.groups,
                             *catalogue.offers.values()]  # fmt: skip
    return [RecordState(one.owner or "", one.verified, one.review_after_months) for one in records]


def shares_on(day: date, states: Sequence[RecordState], lang: str) -> list[Share]:
    """Return the share of all records, then of each owner by collation, nobody last."""
    by_owner: dict[str, list[RecordState]] = {}
    for one in states:
        by_owner.setdefault(one.owner, []).append(one)
    owners = sorted(by_owner, key=lambda owner: (not owner, sort_key_in(lang, owner)))
    return [_share(day, None, states), *(_share(day, owner, by_owner[owner]) for owner in owners)]


def _share(day: date, owner: str | None, states: Iterable[RecordState]) -> Share:
    records = confirmed = overdue = 0
    for one in states:
        records += 1
        if one.is_overdue(day):
            overdue += 1
        elif one.is_confirmed():
            confirmed += 1
    return Share(day=day, owner=owner, records=records, confirmed=confirmed, overdue=overdue)
