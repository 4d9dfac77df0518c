"""``build``: the whole site, or all problems."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import click

from partnership import timing
from partnership.cli.options import site_options, source_options, type_file_to_read
from partnership.cli.progress import ProgressBar
from partnership.engine.outcome import Built
from partnership.language import _, ngettext
from partnership.settings import Settings


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
@click.option("--profile", is_flag=True, help=_("Say where the time went."))
def command(
    content: Path | None,
    data: Path | None,
    output: Path | None,
    site_url: str | None,
    drafts: bool,
    settings_file: Path | None,
    explain: bool,
    profile: bool,
) -> int:
    """Build and say in the last line how much there was to do."""
    from partnership.cli.arrange import arranged

    # A build makes much that lives to its end and next to no circles of references: looking for these again and again
    # would cost a quarter of its time and find nothing.
    gc.disable()
    try:
        settings = arranged(content, data, output, site_url, drafts, settings_file=settings_file, for_build=True)
        for remark in settings.remarks:
            click.echo(remark, err=True)
        return _build(settings, explain, profile)
    finally:
        # Else the next object that is made has all of them looked through, just before the process ends.
        gc.freeze()
        gc.enable()


def _build(settings: Settings, explain: bool, profile: bool) -> int:
    from partnership.engine.entry import build
    from partnership.engine.session import Session

    started = time.perf_counter()
    bar, session = ProgressBar(), Session()
    with bar, timing.recording(bar.tell) as taken:
        built = build(settings, lambda text: click.echo(text, err=True), session)
        with timing.step(_("keeping")):
            session.keep()
    for problem in built.problems:
        click.echo(problem.as_text(), err=True)
    if explain:
        for path, reason in sorted(built.reasons.items()):
            click.echo(f"{path}: {reason}")
        click.echo(_rest(built))
    seconds = time.perf_counter() - started
    if profile:
        _tell(taken, seconds)
    click.echo(f"Built {built.pages} pages ({built.rendered} rendered, {built.written} written) in {seconds:.2f} s")
    return 0


def _rest(built: Built) -> str:
    """Return why all the other files were left as they are."""
    if not built.files:
        return _("Nothing was made: no source, setting or file of the output changed since the last build")
    kept = max(0, built.files - len(built.reasons))
    return ngettext(
        "%(num)d other file stayed as it was: nothing that it shows changed",
        "%(num)d other files stayed as they were: nothing that they show changed",
        kept,
    )


def _tell(taken: timing.Timing, seconds: float) -> None:
    rest = seconds - sum(taken.seconds.values())
    for name, part in [*taken.seconds.items(), (_("everything else"), rest)]:
        click.echo(f"{part:8.3f} s {100 * part / seconds:5.1f} %  {name}")
