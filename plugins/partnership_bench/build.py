"""``bench build``: this generator beside stock Pelican, Hugo and Eleventy on the same generated posts, in one run."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Final

from partnership.interrupts import interruptible
from partnership.language import _
from partnership_bench.build_report import table, write_page
from partnership_bench.contestants import (
    Contestant,
    eleventy,
    full_theme,
    hugo,
    ours,
    stock_pelican,
    write_corpus,
)
from partnership_bench.limits import Report, Say
from partnership_bench.scenarios import Measured, measure_all
from partnership_bench.schedule import Corpus
from partnership_bench.tools import Tools, find_tools
from partnership_bench.verdicts import verdicts

POSTS: Final = (1000,)
ROUNDS: Final = 3
INSTITUTIONS: Final = 0

FEW_POSTS: Final = 100
"""Posts of the corpus of institutions."""


def run(
    say: Say,
    posts: tuple[int, ...] = POSTS,
    rounds: int = ROUNDS,
    institutions: int = INSTITUTIONS,
    page: Path | None = None,
    names: tuple[str, ...] = (),
) -> int:
    """Measure whole processes, print a table for each corpus and the limits, and return the exit status.

    With ``institutions`` two more corpora have so many of them: one with few posts, one with as many posts.
    ``page`` is the Markdown file that receives the tables, with pictures beside it.  ``names`` chooses contestants
    by the beginning of their names.
    Raises :class:`UserError` when a generator fails or makes another site than the others.
    """
    corpora = [Corpus(count) for count in posts]
    if institutions:
        corpora += [Corpus(FEW_POSTS, institutions), Corpus(institutions, institutions)]
    tools = find_tools(say)
    started = time.monotonic()
    measured: list[Measured] = []
    # Everything is deleted at the end of all: see Contestant.forget.
    with interruptible(), tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as folder:
        for number, corpus in enumerate(corpora):
            say(_described(corpus))
            contestants = _arrange(Path(folder) / str(number), corpus, tools, names)
            measured.append(measure_all(contestants, corpus, rounds, say))
            for line in table(measured[-1]):
                say(line)
        # Before everything is deleted, which may take as long as some of the measuring.
        minutes = (time.monotonic() - started) / 60
        report = Report(say)
        for one in verdicts(measured):
            report.figure(one.name, one.value, one.unit, one.limit)
        if page is not None:
            write_page(page, measured, minutes, tempfile.gettempdir())
    return report.status


def _described(corpus: Corpus) -> str:
    if corpus.institutions:
        return _(
            "%(posts)d posts and %(institutions)d institutions", posts=corpus.posts, institutions=corpus.institutions
        )
    return _("%(posts)d posts", posts=corpus.posts)


def _arrange(root: Path, corpus: Corpus, tools: Tools, names: tuple[str, ...]) -> list[Contestant]:
    """Write every contestant's site and return those that were chosen."""
    places = corpus.institutions > 0
    found = [ours(root, places)]
    if tools.hugo:
        found.append(hugo(root, tools))
    if corpus.all_generators:
        found += [stock_pelican(root, places), stock_pelican(root, places, cached=True)]
        if tools.node_modules:
            found.append(eleventy(root, tools))
    found.append(full_theme(root))
    if corpus.all_languages:
        found.append(full_theme(root, all_languages=True))
    found = [one for one in found if not names or one.name.lower().startswith(tuple(map(str.lower, names)))]
    write_corpus(found, corpus.posts, corpus.institutions)
    return found
