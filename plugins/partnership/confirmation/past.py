"""What records said of their confirmation at the end of each month, read from git once a commit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from partnership.cache_files import keep, read_kept
from partnership.confirmation.shares import RecordState, Share, shares_on
from partnership.kinds.registry import RECORDS_BY_FILE
from partnership.sources import strict_yaml
from partnership.sources.revision import source_commit
from partnership.sources.strict_yaml import YamlMistakes
from partnership.subscriptions.git_history import (
    Commit,
    HistoryUnreadable,
    commits_of,
    contents_of,
    find_repository,
    is_shallow,
)
from partnership.subscriptions.history import kept_file

FORM: Final = 1
"""Form of what is kept; what an earlier program kept otherwise is read anew."""


class Month(msgspec.Struct, frozen=True, array_like=True):
    """The records as they were on the last day of a month in which something of them changed."""

    last_day: date
    states: tuple[RecordState, ...]


class _Kept(msgspec.Struct, array_like=True):
    form: int
    head: str
    months: list[Month]


def past_shares(data: Path, cache: Path, build_date: date, lang: str) -> list[Share] | None:
    """Return the shares at the end of each month before the build date's, oldest first.

    None where there is no usable history.  ``cache`` is a folder for results; it may be deleted at any time.
    """
    months = _months(data, cache)
    if months is None:
        return None
    shares: list[Share] = []
    for day, states in _every_month(months, build_date):
        shares += shares_on(day, states, lang)
    return shares


def _every_month(months: Sequence[Month], build_date: date) -> Iterator[tuple[date, Sequence[RecordState]]]:
    """Give each month's last day with the records of then, from the first change on, quiet months too."""
    for place, month in enumerate(months):
        ends = months[place + 1].last_day if place + 1 < len(months) else build_date
        day = month.last_day
        while day < min(ends, build_date):
            yield day, month.states
            day = last_day_of_month(day + timedelta(days=1))


def last_day_of_month(day: date) -> date:
    """Return the last day of the month in which a day lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months(data: Path, cache: Path) -> list[Month] | None:
    repository = find_repository(data)
    head = source_commit(data)
    if repository is None or is_shallow(repository) or not head:
        return None
    file = kept_file(cache, repository, "confirmations")
    kept = read_kept(file, _Kept)
    if kept is not None and kept.form == FORM and kept.head == head:
        return kept.months
    try:
        commits = commits_of(repository, head)
        wanted = {new for one in commits for path, _old, new in one.files if new and _is_record(path)}
        contents = contents_of(repository, sorted(wanted))
    except HistoryUnreadable:
        return None
    months = _walked(commits, {name: _state(text) for name, text in contents.items()})
    keep(file, _Kept(FORM, head, months))
    return months


def _walked(commits: Sequence[Commit], states: dict[str, RecordState | None]) -> list[Month]:
    """Return the months of a history, newest commit first in ``commits``."""
    there: dict[str, RecordState] = {}
    months: list[Month] = []
    for one in reversed(commits):
        # A commit that was made on a clock that went wrong counts with those before it.
        last_day = last_day_of_month(datetime.fromisoformat(one.at).date())
        if months and last_day < months[-1].last_day:
            last_day = months[-1].last_day
        for path, _old, new in one.files:
            if _is_record(path):
                there.pop(path, None)
                state = states.get(new)
                if state is not None:
                    there[path] = state
        month = Month(last_day, tuple(there.values()))
        if months and months[-1].last_day == last_day:
            months[-1] = month
        else:
            months.append(month)
    return months


def _is_record(path: str) -> bool:
    return any(kind.name_in(path) is not None for kind in RECORDS_BY_FILE)


def _state(text: bytes) -> RecordState | None:
    """Return what a record says of itself; None for one that is withdrawn or cannot be read."""
    try:
        found: Any = strict_yaml.load(text.decode("utf-8-sig"))
    except (YamlMistakes, UnicodeDecodeError):
        return None
    if not isinstance(found, dict) or found.get("status") == "withdrawn":
        return None
    owner, verified, months = found.get("owner"), found.get("verified"), found.get("review_after_months")
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(str(verified)) if verified is not None else None
    good = isinstance(months, int) and not isinstance(months, bool) and 1 <= months <= 120
    return RecordState(owner if isinstance(owner, str) else "", day, months if good else None)
