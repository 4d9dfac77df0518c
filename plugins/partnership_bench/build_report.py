"""The measured build as a table for the terminal, and as a page with pictures for ``docs/``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from partnership.language import _, speaking
from partnership_bench import bars
from partnership_bench.machine import machine
from partnership_bench.scenarios import Measured, Taken
from partnership_bench.schedule import LONG_SECONDS, OFTEN_SECONDS, SELDOM, titles
from partnership_bench.verdicts import LIMITS, Verdict, verdicts

PICTURES: Final = {
    "cold": ("A whole build from nothing", "from-nothing"),
    "edited": ("After one post was edited", "one-post-edited"),
}
"""Scenarios that are drawn: title and the middle of the file's name."""


def rows(measured: Measured) -> Iterator[tuple[str, str, Taken]]:
    """Yield scenario, contestant and what it took, where it was measured."""
    for scenario in titles():
        for name in measured.names:
            if scenario in measured.taken and measured.taken[scenario][name].runs:
                yield scenario, name, measured.taken[scenario][name]


def table(measured: Measured) -> list[str]:
    """Return the lines of the table that the terminal shows."""
    head = ("", _("wall s"), _("CPU s"), _("memory MB"), _("files"))
    lines = [f"{head[0]:50}{head[1]:>9}{head[2]:>9}{head[3]:>12}{head[4]:>9}"]
    for scenario, name, taken in rows(measured):
        run = taken.middle
        label = f"{titles()[scenario]}: {name}"
        lines.append(f"{label:50}{run.wall:9.2f}{run.processor:9.2f}{taken.memory:12.0f}{taken.files:9d}")
    return lines


def write_page(page: Path, measured: Sequence[Measured], minutes: float, place: str) -> None:
    """Write the Markdown page in English, and its pictures into the folder ``pictures`` beside it.

    ``minutes`` is how long the measuring took, ``place`` the folder in which it was done.
    """
    with speaking("en"):
        parts = [_INTRODUCTION.format(machine=machine(place), rounds=measured[0].rounds, minutes=minutes)]
        parts += [_pictures(page.parent / "pictures", _telling(measured)), _limits(list(verdicts(measured)))]
        parts += [_equality(measured), *map(_times, measured)]
    page.write_text("\n".join(parts), encoding="utf-8")


_INTRODUCTION: Final = """# Benchmarks of the build

Written by `python3 tasks.py bench build --write`, as `bench/README.md` tells; nothing here is typed by hand.

"Partnership" is this site's generator with templates as small as the others' (all in `bench/`), so that equal pages are
compared. "This site, full theme" is the same generator with all that this site has: its own data, pages, feeds, indexes
and templates beside the same posts. It makes many times as much and stands here to show what that costs. It is measured
in the site's first language, as others have one tree of pages; "All languages, full theme" has all trees of the site.

Whole processes, medians of up to {rounds} runs (the column "runs" tells), measured in one go of {minutes:.0f} minutes.
{machine}
"""


def _telling(measured: Sequence[Measured]) -> Measured:
    """Return the corpus that the pictures show: of those without institutions the largest with most generators."""
    return max(measured, key=lambda one: (not one.corpus.institutions, len(one.names), one.corpus.posts))


def _pictures(folder: Path, measured: Measured) -> str:
    """Draw the pictures and return what shows them."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = []
    for scenario, (title, name) in PICTURES.items():
        found = [
            bars.Bar(
                f"{one} ({measured.taken['cold'][one].files:,} files)" if one.startswith("This") else one,
                taken.middle.wall,
                one.startswith(("Partnership", "This")),
            )
            for one, taken in measured.taken[scenario].items()
            if taken.runs
        ]
        note = f"{measured.corpus.posts:,} posts, seconds by the clock; less is better"
        (folder / f"bench-{name}.svg").write_text(bars.draw(title, note, found), encoding="utf-8")
        words = bars.in_words(f"{title}, {measured.corpus.posts:,} posts", found)
        shown.append(f"![{words}](pictures/bench-{name}.svg)")
    return "\n".join(shown) + "\n"


def _limits(found: Sequence[Verdict]) -> str:
    asked = [one for one in found if one.limit is not None]
    held = sum(one.holds for one in asked)
    missing = LIMITS - len(asked)
    lines = [
        "## What was asked, what was measured\n",
        f"{held} of {len(asked)} limits hold{f'; {missing} were not measured' if missing else ''}.\n",
        "| figure | asked | measured | |",
        "| --- | --: | --: | --- |",
    ]
    for one in asked:
        verdict = "holds" if one.holds else "**exceeded**"
        lines.append(f"| {one.name} | ≤ {one.limit:g} {one.unit} | {one.value:.2f} {one.unit} | {verdict} |")
    others = [f"{one.name}: {one.value:.2f} {one.unit}" for one in found if one.limit is None]
    if others:
        lines.append(f"\nWithout a limit: {'; '.join(others)}.")
    lines.append(
        "\nThe cost of a post is the time of a build from nothing less that of 100 posts, divided by the posts beyond "
        "100: what every build costs before its first post is no post's. Memory is the largest of all scenarios."
    )
    return "\n".join(lines) + "\n"


def _equality(measured: Sequence[Measured]) -> str:
    """Return how equal the sites are, as counted in what was built."""
    head = (
        "## Equal work\n\n"
        "Counted in what each made from nothing, every time. Pages of posts and of institutions, lists, their entries "
        "(each post stands in five) and the feed must be equal, else the measuring stops. Lists are cut from the "
        "newest post on, ours from the oldest, so the numbers of posts are such that all pages are full. Our sitemap "
        "also names the pages of lists; our other files are a style sheet of one line and the manifest.\n\n"
        "| corpus | generator | pages of posts | pages of lists | entries in lists | pages of institutions "
        "| entries in feed | addresses in sitemap | other files |\n"
        "| --- | --- | --: | --: | --: | --: | --: | --: | --: |"
    )
    lines = [head]
    for one in measured:
        for name, made in one.counts.items():
            figures = (made.posts, made.lists, made.entries, made.places, made.feed, made.addresses, made.others)
            lines.append(f"| {_corpus(one)} | {name} | {' | '.join(f'{number:,}' for number in figures)} |")
    leaving = sorted({name for one in measured for name in one.left_behind})
    deleting = sorted({name for one in measured if "deleted" in one.taken for name in one.names} - set(leaving))
    if leaving:
        lines.append(
            f"\nAfter a post was deleted, its page was still in the output of {_and(leaving)}, which by default delete "
            f"nothing there and save that time; not in that of {_and(deleting) or 'anyone'}."
        )
    return "\n".join(lines) + "\n\n" + _METHOD + "\n"


_METHOD: Final = f"""## How it is measured

All generators take turns, in another order each time, so that a slow minute touches all alike and none always follows
the same neighbour. A first round fills caches and is not counted; it watches memory (the peak of the sum over all
processes, shared pages counted once) and counts the files written into the output. What the limits speak of is
repeated until there are enough runs or they took {OFTEN_SECONDS:.0f} processor seconds together, all else up to
{SELDOM[0]} times or {SELDOM[1]:.0f} s; a run over {LONG_SECONDS:.0f} s counts in the first round too. CPU is processor
time with all child processes. Before a run the disk is given time to finish what the one before left to write; before
a build from nothing the old output and caches are moved aside, not deleted, since file systems create new files slowly
for a while after many were deleted. Every generator runs as its users run it by default, Hugo without cleaning its
output.
"""


def _and(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


def _corpus(measured: Measured) -> str:
    posts, institutions = measured.corpus.posts, measured.corpus.institutions
    return f"{posts:,} posts" + (f", {institutions:,} institutions" if institutions else "")


def _times(measured: Measured) -> str:
    lines = [
        f"## {_corpus(measured)}\n",
        "| change | generator | wall s | CPU s | memory MB | files written | runs |",
        "| --- | --- | --: | --: | --: | --: | --: |",
    ]
    for scenario, name, taken in rows(measured):
        run = taken.middle
        figures = f"{run.wall:.2f} | {run.processor:.2f} | {taken.memory:.0f} | {taken.files:,} | {len(taken.runs)}"
        lines.append(f"| {titles()[scenario]} | {name} | {figures} |")
    return "\n".join(lines) + "\n"
