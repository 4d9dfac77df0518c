"""``bench``: speed and size of the build, the finder and the feeds, with their limits."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import click

from partnership.language import _
from partnership.settings import PROJECT

PARTS = ("build", "finder", "search", "feeds")
"""What can be measured; each part is the module of this name in ``partnership_bench``, where it is there."""

PAGES = {"build": "benchmarks.md", "search": "benchmarks-search.md", "finder": "benchmarks-finder.md"}
"""The page of ``docs/`` that a part writes when asked."""


def _measured() -> list[str]:
    folder = Path(__file__).resolve().parents[2] / "partnership_bench"
    return [name for name in PARTS if (folder / f"{name}.py").is_file()]


@click.command("bench", help=_("Measure speed and size; without PART everything."))
@click.argument("part", type=click.Choice(PARTS), required=False)
@click.option(
    "--posts",
    metavar="N",
    type=click.IntRange(1, 100_000),
    multiple=True,
    help=_("build: this many posts; may be given several times."),
)
@click.option("--runs", metavar="N", type=click.IntRange(1, 100), help=_("build: runs of each command that count."))
@click.option(
    "--institutions",
    metavar="N",
    type=click.IntRange(0, 100_000),
    help=_("build: two more measurements of so many institutions: with few posts, and with as many."),
)
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    help=_("build: only generators whose names begin so; may be given several times."),
)
@click.option("--write", is_flag=True, help=_("build, finder, search: write what was measured into docs/."))
def command(
    part: str | None,
    posts: tuple[int, ...],
    runs: int | None,
    institutions: int | None,
    only: tuple[str, ...],
    write: bool,
) -> int:
    """Measure and print figures with their limits; return 1 when one is exceeded."""
    asked = {"posts": posts or None, "rounds": runs, "institutions": institutions, "names": only or None}
    chosen: dict[str, Any] = {key: value for key, value in asked.items() if value is not None}
    if chosen and part != "build":
        raise click.UsageError(_("These options belong to “bench build”."))
    if write:
        if part not in PAGES:
            raise click.UsageError(_("--write belongs to “bench build”, “bench finder” and “bench search”."))
        chosen["page"] = PROJECT / "docs" / PAGES[part]
    status = 0
    for name in [part] if part else _measured():
        click.echo(f"{name}:")
        module = importlib.import_module(f"partnership_bench.{name}")
        status |= module.run(lambda text: click.echo(f"  {text}"), **chosen)
    return status
