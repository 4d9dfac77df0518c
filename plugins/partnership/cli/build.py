"""``build``: the whole site, or all problems."""

from __future__ import annotations

import time
from pathlib import Path

import click

from partnership.cli.options import site_options, source_options, type_file_to_read
from partnership.language import _


@click.command("build", help=_("Build the site."))
@source_options
@site_options
@click.option(
    "--settings",
    "settings_file",
    metavar="FILE",
    type=type_file_to_read,
    help=_("Settings file, in place of pelicanconf.py."),
)
@click.option("--explain", is_flag=True, help=_("Say of every file why it was made again or was not."))
def command(
    content: Path | None,
    data: Path | None,
    output: Path | None,
    site_url: str | None,
    drafts: bool,
    settings_file: Path | None,
    explain: bool,
) -> int:
    """Build and say in the last line how much there was to do."""
    from partnership.build.entry import build
    from partnership.cli.arrange import arranged

    started = time.perf_counter()
    settings = arranged(content, data, output, site_url, drafts, settings_file=settings_file)
    built = build(settings, say=lambda text: click.echo(text, err=True))
    for problem in built.problems:
        click.echo(problem.as_text(), err=True)
    if explain:
        for path, reason in sorted(built.reasons.items()):
            click.echo(f"{path}: {reason}")
    seconds = time.perf_counter() - started
    click.echo(f"Built {built.pages} pages ({built.rendered} rendered, {built.written} written) in {seconds:.2f} s")
    return 0
