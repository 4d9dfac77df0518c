"""``bench build``: this generator beside stock Pelican, Hugo and Eleventy on the same generated posts, in one run."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from partnership.bench.build_report import Measured, table, write_page
from partnership.bench.contestants import (
    Contestant,
    eleventy,
    full_theme,
    hugo,
    ours,
    stock_pelican,
    write_corpus,
)
from partnership.bench.corpus import institution_text
from partnership.bench.limits import Report, Say
from partnership.bench.scenarios import Corpus, Taken, measure_all
from partnership.bench.tools import find_tools
from partnership.language import _
from partnership.settings import PROJECT

POSTS: Final = (1000,)
ROUNDS: Final = 3
INSTITUTIONS: Final = 200

COLD_TIMES_HUGO: Final = ((1000, 2.0), (5000, 1.5))
EDITED_TIMES_HUGO: Final = ((1000, 0.6), (5000, 0.15))
COLD_TIMES_PELICAN: Final = 0.4


def run(
    say: Say,
    posts: tuple[int, ...] = POSTS,
    rounds: int = ROUNDS,
    institutions: int = INSTITUTIONS,
    page: Path | None = None,
    names: tuple[str, ...] = (),
) -> int:
    """Measure whole processes, print a table for each number of posts, and return the exit status.

    ``institutions`` are generated beside the real ones for the full theme.  ``page`` is the Markdown file that
    receives the tables, with a picture beside it.  ``names`` chooses contestants by the beginning of their names.
    """
    report = Report(say)
    measured: list[Measured] = []
    for count in posts:
        with tempfile.TemporaryDirectory() as folder:
            contestants, corpus = _arrange(Path(folder), count, institutions, names, say)
            taken = measure_all(contestants, corpus, rounds, say)
        one = Measured(corpus, rounds, [each.name for each in contestants], taken)
        measured.append(one)
        for line in table(one):
            say(line)
        _judge(report, one)
    if page is not None:
        write_page(page, measured)
    return report.status


def _arrange(
    root: Path, posts: int, institutions: int, names: tuple[str, ...], say: Say
) -> tuple[list[Contestant], Corpus]:
    """Write every contestant's site; return the contestants and what there is of everything."""
    tools = find_tools(say)
    found = [ours(root)]
    if tools.hugo:
        found.append(hugo(root, tools))
    found += [stock_pelican(root), stock_pelican(root, cached=True)]
    if tools.node_modules:
        found.append(eleventy(root, tools))
    full = full_theme(root)
    found.append(full)
    found = [one for one in found if not names or one.name.lower().startswith(tuple(map(str.lower, names)))]
    write_corpus(found, posts)
    kind = _ids("institution-types", "id")[-1]
    corpus = Corpus(posts, institutions, kind, _ids("services", "id"), _ids("counties", "teryt"))
    if full in found:
        assert full.institutions is not None
        for number in range(institutions):
            text = institution_text(number, kind, corpus.services, corpus.counties)
            (full.institutions / f"placowka-{number}.yaml").write_text(text, encoding="utf-8")
    return found, corpus


def _ids(kind: str, key: str) -> tuple[str, ...]:
    """Return the codes of the project's own list of a kind."""
    from partnership.sources.strict_yaml import load

    records = load((PROJECT / "data" / f"{kind}.yaml").read_text(encoding="utf-8"))
    return tuple(one[key] for one in records)


def _judge(report: Report, measured: Measured) -> None:
    """Hold the figures against their limits, where both sides were measured."""
    posts = measured.corpus.posts

    def wall(scenario: str, name: str) -> float | None:
        full = next((one for one in measured.names if one.partition(" ")[0] == name), "")
        taken: Taken | None = measured.taken[scenario].get(full)
        return taken.middle.wall if taken and taken.runs else None

    cold, edited, nothing = (wall(one, "Partnership") for one in ("cold", "edited", "unchanged"))
    hugo_cold, hugo_edited, pelican_cold = wall("cold", "Hugo"), wall("edited", "Hugo"), wall("cold", "Pelican")
    if cold and hugo_cold:
        report.figure(_("clean build, times Hugo"), cold / hugo_cold, "", dict(COLD_TIMES_HUGO).get(posts))
    if cold and pelican_cold:
        report.figure(_("clean build, times Pelican"), cold / pelican_cold, "", COLD_TIMES_PELICAN)
    if edited and hugo_edited:
        report.figure(_("one post edited, times Hugo"), edited / hugo_edited, "", dict(EDITED_TIMES_HUGO).get(posts))
    if nothing:
        report.figure(_("nothing changed"), nothing, "s", 0.3)
