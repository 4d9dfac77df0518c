"""What is done to every site before it is built again, and the measuring in turn."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from partnership.language import _
from partnership.problems import UserError
from partnership_bench.contestants import Contestant
from partnership_bench.corpus import make_post
from partnership_bench.equivalence import Counts, demand_equal, is_left_behind
from partnership_bench.limits import Say
from partnership_bench.processes import Run, files_written, measure, middle
from partnership_bench.schedule import LONG_SECONDS, SCENARIOS, Corpus, is_enough, titles, turns

Change = Callable[[Contestant, Corpus, int], None]


@dataclass(slots=True)
class Taken:
    """What one scenario took one generator: its runs, peak memory over all processes in MB, files written."""

    runs: list[Run] = field(default_factory=list)
    memory: float = 0.0
    files: int = 0

    @property
    def middle(self) -> Run:
        """Medians of the runs."""
        return middle(self.runs)


@dataclass(slots=True)
class Measured:
    """One corpus: contestants in order, what each scenario took each, what each small site consists of.

    ``left_behind`` are those whose output still had the page of a deleted post.
    """

    corpus: Corpus
    rounds: int
    names: list[str]
    taken: dict[str, dict[str, Taken]]
    counts: dict[str, Counts] = field(default_factory=dict)
    left_behind: list[str] = field(default_factory=list)

    def get(self, scenario: str, name: str) -> Taken | None:
        """Return what a scenario took the generator whose name begins with a word; None where it was not measured."""
        full = next((one for one in self.names if one.partition(" ")[0] == name), "")
        taken = self.taken.get(scenario, {}).get(full)
        return taken if taken and taken.runs else None

    def wall(self, scenario: str, name: str) -> float | None:
        """Return the median of seconds by the clock, as :meth:`get` finds them."""
        taken = self.get(scenario, name)
        return taken.middle.wall if taken else None


def _cold(one: Contestant, corpus: Corpus, number: int) -> None:
    one.forget()


def _nothing(one: Contestant, corpus: Corpus, number: int) -> None:
    pass


def _edited(one: Contestant, corpus: Corpus, number: int) -> None:
    one.write(make_post(corpus.posts // 2, number + 1))


def _title(one: Contestant, corpus: Corpus, number: int) -> None:
    one.write(make_post(corpus.posts // 4, renamed=number + 1))


def _added(one: Contestant, corpus: Corpus, number: int) -> None:
    one.write(make_post(corpus.posts))


def _deleted(one: Contestant, corpus: Corpus, number: int) -> None:
    one.delete(make_post(corpus.posts))


def _template(one: Contestant, corpus: Corpus, number: int) -> None:
    text = one.template.read_text(encoding="utf-8")
    one.template.write_text(text.replace("</article>", f"<!-- {number} --></article>"), encoding="utf-8")


def _setting(one: Contestant, corpus: Corpus, number: int) -> None:
    path, old, new = one.setting
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(new, old) if new in text else text.replace(old, new), encoding="utf-8")


def _institution(one: Contestant, corpus: Corpus, number: int) -> None:
    one.write_place(corpus.institutions // 2, number + 1)


CHANGES: Final[dict[str, Change]] = {
    "cold": _cold,
    "unchanged": _nothing,
    "edited": _edited,
    "title": _title,
    "added": _added,
    "deleted": _deleted,
    "institution": _institution,
    "template": _template,
    "setting": _setting,
}
"""What each scenario does to a site."""

SETTLED_SECONDS: Final = 0.15
"""Pause between a change and the run: no clock of a file system is so coarse, and nobody saves and builds faster."""


def measure_all(contestants: Sequence[Contestant], corpus: Corpus, rounds: int, say: Say) -> Measured:
    """Return what each scenario took each contestant; all take turns, so that a slow minute touches all alike.

    A first round fills caches, watches memory, and looks at what was made; of it only long runs count.
    """
    scenarios = [name for name in SCENARIOS if name in corpus.scenarios]
    taken = {name: {one.name: Taken() for one in contestants} for name in scenarios}
    measured = Measured(corpus, rounds, [one.name for one in contestants], taken)
    for number in range(rounds + 1):
        for place, name in enumerate(scenarios):
            told = []
            for one in turns(contestants, number + place):
                if number and _is_enough(measured, one, name):
                    continue
                run = _run(measured, one, name, number)
                told.append(f"{one.name} {run.wall:.2f} s")
            if told:
                head = _("round %(number)d of %(rounds)d", number=number + 1, rounds=rounds + 1)
                say(f"{head}, {titles()[name]}: {', '.join(told)}")
    return measured


def _is_enough(measured: Measured, one: Contestant, name: str) -> bool:
    if name == "deleted":
        # What was added is deleted again, and nothing else.
        return not one.has(make_post(measured.corpus.posts))
    pair = ("added", "deleted") if name == "added" else (name,)
    return all(
        is_enough(one, each, [run.processor for run in measured.taken[each][one.name].runs], measured.rounds)
        for each in pair
    )


def _run(measured: Measured, one: Contestant, name: str, number: int) -> Run:
    """Change a contestant's site, build it and keep what that took; raise :class:`UserError` saying what failed."""
    CHANGES[name](one, measured.corpus, number)
    # What the neighbour has left to be written to the disk is not this run's work.
    os.sync()
    time.sleep(SETTLED_SECONDS)
    since = time.time_ns() - 10_000_000
    try:
        run = measure(one.command, one.working, one.environment, watch_memory=number == 0)
        if number == 0:
            _look(measured, one, name, run, since)
    except UserError as error:
        raise UserError(f"{one.name}, {titles()[name]}: {error}") from error
    if number or run.processor > LONG_SECONDS:
        measured.taken[name][one.name].runs.append(run)
    return run


def _look(measured: Measured, one: Contestant, name: str, run: Run, since: int) -> None:
    """Keep what only the first round looks at: memory, files, and whether the site is what it should be."""
    taken = measured.taken[name][one.name]
    taken.memory = run.peak
    taken.files = files_written(one.output, since)
    if name == "cold" and one.small:
        measured.counts[one.name] = demand_equal(one, measured.corpus.posts, measured.corpus.institutions)
    if name == "deleted" and is_left_behind(one.output, make_post(measured.corpus.posts).stem):
        measured.left_behind.append(one.name)
