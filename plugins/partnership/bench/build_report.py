"""The measured build as a table for the terminal, and as a page with a picture for ``docs/``."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from partnership.bench.scenarios import SCENARIOS, Corpus, Taken
from partnership.language import _

TITLES: Final = {
    "cold": "cold",
    "unchanged": "nothing changed",
    "edited": "one post edited",
    "added": "one post added",
    "deleted": "one post deleted",
    "institution": "one institution edited",
    "template": "post template changed",
    "setting": "site's name changed",
}

_COLOURS: Final = ("#1a5fb4", "#c64600", "#613583", "#9141ac", "#26a269", "#5e5c64")


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of the corpus: contestants in order, and what each scenario took each."""

    corpus: Corpus
    rounds: int
    names: list[str]
    taken: dict[str, dict[str, Taken]]

    def rows(self) -> Iterator[tuple[str, str, Taken]]:
        """Yield scenario, contestant and what it took, where it was measured."""
        for scenario in SCENARIOS:
            for name in self.names:
                if self.taken[scenario][name].runs:
                    yield scenario, name, self.taken[scenario][name]


def table(measured: Measured) -> list[str]:
    """Return the lines of the table that the terminal shows."""
    posts, institutions = measured.corpus.posts, measured.corpus.institutions
    lines = [_("%(posts)d posts; the full theme also with %(institutions)d institutions more", posts=posts,
               institutions=institutions)]  # fmt: skip
    head = ("", _("wall s"), _("CPU s"), _("memory MB"), _("files"))
    lines.append(f"{head[0]:50}{head[1]:>9}{head[2]:>9}{head[3]:>12}{head[4]:>9}")
    for scenario, name, taken in measured.rows():
        run = taken.middle
        label = f"{TITLES[scenario]}: {name}"
        lines.append(f"{label:50}{run.wall:9.2f}{run.processor:9.2f}{taken.memory:12.0f}{taken.files:9d}")
    return lines


def write_page(page: Path, measured: Sequence[Measured]) -> None:
    """Write the Markdown page, and beside it the picture of wall times at the largest size."""
    picture = page.parent / "pictures" / "benchmarks.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(_picture(measured[-1]), encoding="utf-8")
    parts = [_INTRODUCTION.format(machine=_machine(), rounds=measured[0].rounds)]
    parts += [_markdown(one) for one in measured]
    page.write_text("\n".join(parts), encoding="utf-8")


_INTRODUCTION: Final = """# Benchmarks of the build

Written by `python3 tasks.py bench build --write`. Whole processes, all generators in turn on the same generated posts,
each with equally small templates (`bench/`): a page for each post, lists of all posts and of each category, topic and
author, one feed, a sitemap. "Full theme" is this site with all its own data, pages, feeds and templates beside the same
posts, so it makes many times as much.

Median of {rounds} runs, one where it takes over 8 s; CPU is processor time with all child processes; memory is the peak
of the sum over processes, shared pages counted once; files are those written into the output. {machine}

![Wall seconds of each generator](pictures/benchmarks.svg)
"""


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[1]
    return (
        f"Machine: {len(os.sched_getaffinity(0)) if hasattr(os, 'sched_getaffinity') else os.cpu_count()} processors "
        f"({platform.machine()}), {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}; "
        f"load average at the end {load:.1f} (the measured processes themselves make about 1 to 2)."
    )


def _markdown(measured: Measured) -> str:
    lines = [f"## {measured.corpus.posts:,} posts\n"]
    if measured.corpus.institutions:
        lines[0] += f"\nFull theme: {measured.corpus.institutions:,} generated institutions beside the real ones.\n"
    lines += [
        "| change | generator | wall s | CPU s | memory MB | files written |",
        "| --- | --- | --: | --: | --: | --: |",
    ]
    for scenario, name, taken in measured.rows():
        run = taken.middle
        figures = f"{run.wall:.2f} | {run.processor:.2f} | {taken.memory:.0f} | {taken.files}"
        lines.append(f"| {TITLES[scenario]} | {name} | {figures} |")
    return "\n".join(lines) + "\n"


def _picture(measured: Measured) -> str:
    """Return an SVG of bars: a group for each change, a bar for each generator with an equal site."""
    names = [name for name in measured.names if "full" not in name]
    shown = [one for one in ("cold", "unchanged", "edited") if any(measured.taken[one][name].runs for name in names)]
    values = {
        (scenario, name): measured.taken[scenario][name].middle.wall
        for scenario in shown
        for name in names
        if measured.taken[scenario][name].runs
    }
    longest = max(values.values(), default=1.0)
    parts: list[str] = []
    y = 28
    for scenario in shown:
        parts.append(f'<text x="8" y="{y + 12}" font-weight="bold">{TITLES[scenario]}</text>')
        y += 20
        for place, name in enumerate(names):
            if (scenario, name) not in values:
                continue
            seconds = values[scenario, name]
            width = max(1.0, 420 * seconds / longest)
            colour = _COLOURS[place % len(_COLOURS)]
            parts.append(f'<text x="170" y="{y + 12}" text-anchor="end">{name}</text>')
            parts.append(f'<rect x="178" y="{y}" width="{width:.1f}" height="15" fill="{colour}"/>')
            parts.append(f'<text x="{184 + width:.1f}" y="{y + 12}">{seconds:.2f} s</text>')
            y += 20
        y += 12
    title = f"Wall seconds at {measured.corpus.posts:,} posts"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {y}" font-family="sans-serif" font-size="13" '
        f'role="img" aria-label="{title}">\n<rect width="680" height="{y}" fill="#fff"/>\n'
        f'<text x="8" y="18" font-size="15">{title}</text>\n' + "\n".join(parts) + "\n</svg>\n"
    )
