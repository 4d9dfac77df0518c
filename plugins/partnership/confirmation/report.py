"""The report of shares, for people at a terminal and for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from partnership.confirmation.shares import Share
from partnership.language import _
from partnership.locales import formats
from partnership.sources.csv_cells import csv_text, harmless


def owner_name(share: Share) -> str:
    """Return whose share it is, in words."""
    if share.owner is None:
        return _("All together")
    return share.owner or _("Nobody")


def percent_text(share: Share | None) -> str:
    """Return a share in per cent; a dash where there was no record."""
    known = share.percent if share is not None else None
    return "–" if known is None else formats.percent(known, 0)


def share_before(shares: Sequence[Share], owner: str | None, day: date) -> Share | None:
    """Return the last share of an owner on or before a day; None where there was none yet."""
    found = [one for one in shares if one.owner == owner and one.day <= day]
    return found[-1] if found else None


def as_table(now: Sequence[Share], past: Sequence[Share]) -> str:
    """Return the report for people: a line for each owner, then the share at the end of each month.

    The months are those of the first line: of all records, or of the one owner that is asked for.
    """
    rows = [(_("Confirmed"), _("Due again"), _("Unconfirmed"), _("Share"), _("Who answers"))]
    rows += [
        (str(one.confirmed), str(one.overdue), str(one.unconfirmed), percent_text(one), owner_name(one)) for one in now
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    lines = ["  ".join((*(row[place].rjust(widths[place]) for place in range(4)), row[4])) for row in rows]
    totals = [one for one in past if now and one.owner == now[0].owner]
    if totals:
        lines += ["", _("At the end of the month:")]
        lines += [f"  {one.day.isoformat()[:7]}  {percent_text(one)}" for one in totals]
    return "\n".join(lines) + "\n"


def as_csv(shares: Sequence[Share]) -> str:
    """Return every share as a row: day, owner (empty for all), records, confirmed, overdue, unconfirmed, percent."""
    rows: list[tuple[object, ...]] = [
        ("day", "scope", "owner", "records", "confirmed", "overdue", "unconfirmed", "percent")
    ]
    for one in shares:
        scope = "all" if one.owner is None else "owner"
        percent = "" if one.percent is None else f"{one.percent:.1f}"
        counts = (one.records, one.confirmed, one.overdue, one.unconfirmed)
        rows.append((one.day, scope, harmless(one.owner or ""), *counts, percent))
    return csv_text(rows)
