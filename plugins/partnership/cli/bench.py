"""``bench``: speed and size of the build, the finder and the feeds, with their limits."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from partnership.language import _

PARTS = ("build", "finder", "feeds")
"""What can be measured; each part is the module of this name in ``partnership.bench``, where it is there."""


def _measured() -> list[str]:
    folder = Path(__file__).resolve().parents[1] / "bench"
    return [name for name in PARTS if (folder / f"{name}.py").is_file()]


@click.command("bench", help=_("Measure speed and size; without PART everything."))
@click.argument("part", type=click.Choice(PARTS), required=False)
def command(part: str | None) -> int:
    """Measure and print figures with their limits; return 1 when one is exceeded."""
    status = 0
    for name in [part] if part else _measured():
        click.echo(f"{name}:")
        status |= importlib.import_module(f"partnership.bench.{name}").run(lambda text: click.echo(f"  {text}"))
    return status
