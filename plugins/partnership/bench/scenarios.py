"""What is done to every site before it is built again, and the measuring in turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from partnership.bench.contestants import Contestant
from partnership.bench.corpus import institution_text, make_post
from partnership.bench.limits import Say
from partnership.bench.processes import Run, files_written, measure, middle
from partnership.language import _
from partnership.settings import PROJECT

Change = Callable[[Contestant, "Corpus", int], None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """How much there is: posts, institutions, and the type, services and counties that these name."""

    posts: int
    institutions: int = 0
    kind: str = ""
    services: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()


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


def _cold(one: Contestant, corpus: Corpus, number: int) -> None:
    one.forget()


def _nothing(one: Contestant, corpus: Corpus, number: int) -> None:
    pass


def _edited(one: Contestant, corpus: Corpus, number: int) -> None:
    one.write(make_post(corpus.posts // 2, number + 1))


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
    assert one.institutions is not None
    place = corpus.institutions // 2
    text = institution_text(place, corpus.kind, corpus.services, corpus.counties, number + 1)
    (one.institutions / f"placowka-{place}.yaml").write_text(text, encoding="utf-8")


SCENARIOS: Final[dict[str, Change]] = {
    "cold": _cold,
    "unchanged": _nothing,
    "edited": _edited,
    "added": _added,
    "deleted": _deleted,
    "institution": _institution,
    "template": _template,
    "setting": _setting,
}
"""What is measured, in this order: each finds the site as the one before left it."""

SETTLED_SECONDS: Final = 0.15
"""Pause between a change and the run: no clock of a file system is so coarse, and nobody saves and builds faster."""

LONG_SECONDS: Final = 8.0
"""A run that takes longer is measured once: it is not the tenth of a second that matters there."""


def _is_long(taken: Taken) -> bool:
    return bool(taken.runs) and taken.runs[0].wall > LONG_SECONDS


def measure_all(
    contestants: Sequence[Contestant], corpus: Corpus, rounds: int, say: Say
) -> dict[str, dict[str, Taken]]:
    """Return what each scenario took each contestant; all take turns, so that a slow minute touches all alike.

    A first round fills caches, and watches memory and files; of it only long runs count, which are not repeated.
    """
    taken = {name: {one.name: Taken() for one in contestants} for name in SCENARIOS}
    for number in range(rounds + 1):
        say(_("round %(number)d of %(rounds)d", number=number + 1, rounds=rounds + 1))
        for name, change in SCENARIOS.items():
            for one in contestants:
                if name == "institution" and (one.institutions is None or not corpus.institutions):
                    continue
                before = taken[name][one.name]
                # What is added is deleted again: both are measured or neither.
                pair = ("added", "deleted") if name in ("added", "deleted") else (name,)
                if number and any(_is_long(taken[each][one.name]) for each in pair):
                    continue
                change(one, corpus, number)
                time.sleep(SETTLED_SECONDS)
                since = time.time_ns() - 10_000_000
                run = measure(one.command, one.working or PROJECT, one.environment, watch_memory=number == 0)
                if number == 0:
                    before.memory = run.peak
                    before.files = files_written(one.output, since)
                if number or run.wall > LONG_SECONDS:
                    before.runs.append(run)
    return taken
