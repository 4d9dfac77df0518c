"""``confirm``: the day on which somebody confirmed the facts of records."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from partnership.cli.options import Date, source_options
from partnership.language import _, ngettext


@click.command("confirm", help=_("Write down that the facts of records were confirmed."))
@click.argument("ids", metavar="ID…", nargs=-1)
@source_options
@click.option("--date", "day", metavar="DATE", type=Date(), help=_("Day of the confirmation; without it today."))
@click.option(
    "--by", type=click.Choice(["institution", "source"]), default=None,
    help=_("Write into records, too, who says it: the institution itself, or a source that somebody looked at."),
)  # fmt: skip
@click.option("--all-of", metavar="OWNER", help=_("Everything that this person or unit answers for."))
def command(
    ids: tuple[str, ...], content: Path | None, data: Path | None, day: date | None, by: str | None, all_of: str | None
) -> int:
    """Set ``verified`` in the files of the records, in all or in none."""
    from partnership.authoring.confirming import chosen, confirm, confirmable, faults_of
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.problems import ProblemList, ProblemsFound

    # An empty name is no owner: it would confirm everything for which nobody answers.
    if (not ids and all_of is None) or (all_of is not None and not all_of.strip()):
        raise click.UsageError(_("Name what was confirmed: ids of records, or --all-of OWNER."))
    settings = arranged(content, data)
    day = day or settings.build_date
    if day > settings.build_date:
        raise click.UsageError(_("%(day)s is in the future; nobody can have confirmed anything on it yet.", day=day))
    linked = link(settings)
    if faults := faults_of(ids, settings, linked.problems):
        raise ProblemsFound(ProblemList(faults))
    everything = confirmable(linked.library, settings)
    files = chosen(everything, ids, all_of)
    changed = confirm(files, day, by or "")
    for file in changed:
        click.echo(os.path.relpath(file))
    for one in everything:
        if by is None and one.by and one.file in changed:
            told = _("%(file)s goes on saying who confirmed it (verified_by: %(by)s); if it was another way this time, "
                     "add --by", file=os.path.relpath(one.file), by=one.by)  # fmt: skip
            click.echo(told, err=True)
    same = len(files) - len(changed)
    if same:
        told = ngettext("%(num)d record said so already.", "%(num)d records said so already.", same)
        click.echo(told, err=True)
    return 0
