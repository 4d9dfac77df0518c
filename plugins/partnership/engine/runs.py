"""Planning an area in runs: those that are planned from the same as in the last build stay as they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from partnership.engine.plan import unlisted
from partnership.engine.state import Planned, Run
from partnership.engine.work import Work
from partnership.items.item import Item
from partnership.items.runs import Runs


class PlannedRuns(msgspec.Struct):
    """An area that was planned in runs.

    ``items`` are those of runs that were planned now, ``unchanged`` the addresses of all others, ``addresses`` those of
    both, run after run; ``runs`` is what the next build is to know of each.
    """

    items: list[Item] = []
    unchanged: list[str] = []
    addresses: list[str] = []
    runs: list[Run] = []


def plan_in_runs(
    area: Runs, known: Planned | None, work: Work, finished: Callable[[Iterable[Item]], Iterable[Item]]
) -> PlannedRuns:
    """Plan the runs of an area that are not as ``known`` from the last build, or whose files do not lie there.

    ``finished`` makes what a planner gives into items of the area's language.
    """
    before = _by_digest(known) if known is not None else {}
    planned = PlannedRuns()
    for rows in area.runs:
        digest = work.keys.of_run(area, rows)
        run, addresses = before.get(digest, (None, ()))
        if run is not None and work.can_keep(addresses):
            planned.unchanged += addresses
        else:
            with area.bodies.recording() as asked:
                items = list(finished(area.plan(area.bodies, area.common, rows)))
            planned.items += items
            addresses = tuple([item.address for item in items])
            # What the sitemap leaves out has to be planned each time: of what stays no more is known than addresses.
            run = Run(b"" if unlisted(items) else digest, len(items), b"".join(sorted(asked)))
        planned.addresses += addresses
        planned.runs.append(run)
    return planned


def _by_digest(known: Planned) -> dict[bytes, tuple[Run, tuple[str, ...]]]:
    """Return the runs of an area in the last build, each with its addresses, by what they were planned from."""
    found: dict[bytes, tuple[Run, tuple[str, ...]]] = {}
    start = 0
    for run in known.runs:
        if run.digest:
            found[run.digest] = run, known.addresses[start : start + run.items]
        start += run.items
    return found
