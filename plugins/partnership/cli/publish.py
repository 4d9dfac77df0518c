"""``publish``: from the commit to the public, and back."""

from __future__ import annotations

from pathlib import Path

import click

from partnership.cli.options import type_folder_to_write
from partnership.cli.progress import say
from partnership.language import _, ngettext

SHOWN = 15


@click.command("publish", help=_("Check, build from the commit, check links, then write the publication branch."))
@click.option("--dry-run", is_flag=True, help=_("Do everything but publish, and say what would change."))
@click.option(
    "--rollback", metavar="[COMMIT]", is_flag=False, flag_value="", default=None,
    help=_("Show an earlier publication again: the one before, or the one that COMMIT names."),
)  # fmt: skip
@click.option(
    "--drop", metavar="ADDRESS", multiple=True,
    help=_("Let a public address vanish for good; with a slash at its end, with everything in its folder."),
)  # fmt: skip
@click.option(
    "--supersede", metavar="COMMIT", default="",
    help=_("Publish though the work of this commit, published before or put on the branch, is not part of yours."),
)  # fmt: skip
@click.option(
    "--to", "folder", metavar="DIR", type=type_folder_to_write, help=_("Publish into a folder, not to the branch.")
)
def command(dry_run: bool, rollback: str | None, drop: tuple[str, ...], supersede: str, folder: Path | None) -> int:
    """Publish or go back, and print what became different for the public."""
    from partnership.publishing.publish import publish
    from partnership.publishing.url_stability import is_public_file
    from partnership.settings import site_root

    if rollback is not None:
        return _roll_back(rollback, folder, dry_run, supersede)
    outcome = publish(site_root(), say, dry_run=dry_run, dropped=drop, superseded=supersede, folder=folder)
    if not outcome.is_new:
        click.echo(_("Nothing has changed for the public; nothing was published."))
        return 0
    files = [one for one in outcome.added if is_public_file(one)]
    if files:
        click.echo(_("Files that become public:"))
        for address in files:
            click.echo(f"  {address}")
    for title, some in (
        (_("New addresses:"), [one for one in outcome.added if one not in set(files)]),
        (_("Changed:"), outcome.changed),
        (_("No longer there:"), outcome.removed),
    ):
        _list(title, some)
    if dry_run:
        click.echo(_("This was a trial: nothing was published."))
    else:
        text = ngettext(
            "Published: %(num)d page, from commit %(commit)s.",
            "Published: %(num)d pages, from commit %(commit)s.",
            outcome.pages,
            commit=outcome.source[:10],
        )
        click.echo(text)
    return 0


def _roll_back(name: str, folder: Path | None, dry_run: bool, superseded: str) -> int:
    from partnership.publishing.rollback import roll_back
    from partnership.settings import site_root

    if folder is not None:
        raise click.UsageError(_("--rollback works on the publication branch, not on a folder."))
    target = roll_back(
        site_root(), lambda text: click.echo(text, err=True), to=name, dry_run=dry_run, superseded=superseded
    )
    values = {"day": target.day, "commit": (target.source or target.commit)[:10]}
    if dry_run:
        click.echo(_("This was a trial: the publication of %(day)s (%(commit)s) would be shown again.", **values))
    else:
        click.echo(_("The publication of %(day)s (%(commit)s) is shown again. Your files are as they were.", **values))
    return 0


def _list(title: str, some: list[str]) -> None:
    pages = [one for one in some if one.endswith("/")]
    others = len(some) - len(pages)
    if not some:
        return
    click.echo(title)
    for address in pages[:SHOWN]:
        click.echo(f"  {address}")
    if len(pages) > SHOWN:
        click.echo("  " + ngettext("and %(num)d more page", "and %(num)d more pages", len(pages) - SHOWN))
    if others:
        click.echo("  " + ngettext("and %(num)d file", "and %(num)d files", others))
