"""What the search costs of a build: the full theme with and without it, in pairs of whole processes.

Only processor time counts, and only against the other of a pair, which ran a moment before or after: so a machine that
is busy with something else spoils little.
"""

from __future__ import annotations

import os
import statistics
from pathlib import Path
from typing import Final

from partnership.engine.plan import AREAS
from partnership.language import _
from partnership_bench.contestants import Contestant, full_theme
from partnership_bench.limits import Report
from partnership_bench.processes import measure
from partnership_bench.search_corpus import Corpus
from partnership_bench.verdicts import MEMORY_WITH_INSTITUTIONS

SEARCH: Final = "publications.search.index"
PAIRS: Final = 5
EDITS: Final = 15
"""So many pairs; a build after an edit is short, and so less sure."""

DEARER: Final = {"cold": 20.0, "edited": 10.0}
"""By so many per cent a build may be dearer."""


def measure_cost(report: Report, folder: Path, corpus: Corpus, pairs: int = PAIRS, edits: int = EDITS) -> None:
    """Build the posts of ``corpus`` with and without the search, and print what it costs, each with its limit."""
    pair = [_site(folder / "with", corpus, AREAS)]
    pair.append(_site(folder / "without", corpus, tuple(name for name in AREAS if name != SEARCH)))
    # The first build of both also writes what Python keeps of modules; it tells the memory and does not count.
    memory, _bare = [measure(one.command, one.working, one.environment, watch_memory=True).peak for one in pair]
    titles = {
        "cold": _("a build from nothing is dearer with the search, median of %(count)d pairs", count=pairs),
        "edited": _("a build after an edited post is dearer with the search, median of %(count)d pairs", count=edits),
    }
    for name, count in (("cold", pairs), ("edited", edits)):
        ratios = [_ratio(pair, corpus, name, number) for number in range(count)]
        report.figure(titles[name], 100 * (statistics.median(ratios) - 1), "%", DEARER[name])
    report.figure(
        _("memory at its peak with the search"), memory, "MB", MEMORY_WITH_INSTITUTIONS.get(len(corpus.posts))
    )


def _site(folder: Path, corpus: Corpus, areas: tuple[str, ...]) -> Contestant:
    """Return the site with its own theme and data, the posts beside its own texts, and so many areas."""
    folder.mkdir(parents=True)
    one = full_theme(folder)
    corpus.write(one.folder / "content")
    settings = one.folder / "pelicanconf.py"
    settings.write_text(f"{settings.read_text('utf-8')}PARTNERSHIP_AREAS = {areas!r}\n", encoding="utf-8")
    return one


def _ratio(pair: list[Contestant], corpus: Corpus, name: str, number: int) -> float:
    """Return by how much the first of a pair takes longer than the second; each is the first to run by turns."""
    taken = {}
    for place in (0, 1) if number % 2 else (1, 0):
        one = pair[place]
        if name == "cold":
            one.forget()
        else:
            post = corpus.posts[len(corpus.posts) // 2]
            words = " ".join(lemma.stem for lemma in corpus.lemmas[3 * number : 3 * number + 3])
            path = one.folder / "content" / "news" / str(post.day.year) / f"{post.stem}.md"
            path.write_text(f"{post.markdown()}\nZmiana: {words}.\n", encoding="utf-8")
        os.sync()
        taken[place] = measure(one.command, one.working, one.environment).processor
    return taken[0] / taken[1]
