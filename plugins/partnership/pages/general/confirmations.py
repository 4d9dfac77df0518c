"""How much is confirmed, as a page for the team: in previews only, never published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

import msgspec

from partnership.catalogue.catalogue import Catalogue
from partnership.confirmation.past import past_shares
from partnership.confirmation.report import owner_name, percent_text, share_before
from partnership.confirmation.shares import Share, shares_on, states_now
from partnership.items.item import Item, Page, PageHead
from partnership.language import _
from partnership.locales import formats
from partnership.settings import Settings

ADDRESS: Final = "/galeria/potwierdzenia/"
"""Where the page stands, below what only previews have."""

MONTHS: Final = 36
"""Months that the page shows; the CSV of ``freshness --report`` has all of them."""

Cell = dict[str, Any]


class ConfirmationsView(msgspec.Struct, frozen=True, kw_only=True):
    """Two tables as the component ``data_table`` takes them: shares by owner, and of all by month."""

    head: PageHead
    day: date
    owners: tuple[tuple[Cell, ...], ...]
    months: tuple[tuple[Cell, ...], ...]
    has_history: bool


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page, in previews only."""
    if settings.preview:
        now = tuple(shares_on(settings.build_date, states_now(catalogue), settings.language))
        past = past_shares(settings.data, settings.cache, settings.build_date, settings.language)
        yield Page(ADDRESS, "pages/confirmations.html", confirmations, (now, None if past is None else tuple(past)))


def confirmations(now: tuple[Share, ...], past: tuple[Share, ...] | None) -> ConfirmationsView:
    """Return the view of the page."""
    title = _("What is confirmed")
    history = past or ()
    totals = [one for one in history if one.owner is None][-MONTHS:]
    return ConfirmationsView(
        head=PageHead(title=title, description=title, listed=False, scripts=("js/data-table.js",)),
        day=now[0].day,
        owners=tuple(_owner(one, history) for one in now),
        months=tuple(_month(one) for one in reversed(totals)),
        has_history=past is not None,
    )


def _owner(one: Share, past: Sequence[Share]) -> tuple[Cell, ...]:
    month = share_before(past, one.owner, one.day - timedelta(days=28))
    year = share_before(past, one.owner, one.day - timedelta(days=365))
    return ({"text": owner_name(one)}, *_counts(one), _percent(one), _percent(month), _percent(year))


def _month(one: Share) -> tuple[Cell, ...]:
    name = {"text": formats.month_year(one.day), "sort": one.day.isoformat()}
    return (name, *_counts(one), _percent(one))


def _counts(one: Share) -> tuple[Cell, ...]:
    numbers = (one.records, one.confirmed, one.overdue, one.unconfirmed)
    return tuple({"text": formats.number(number), "sort": number} for number in numbers)


def _percent(one: Share | None) -> Cell:
    if one is None or one.percent is None:
        return {"text": "", "missing": _("no records")}
    return {"text": percent_text(one), "sort": one.percent}
