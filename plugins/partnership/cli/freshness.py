"""``freshness``: what is due for confirmation, by owner."""

from __future__ import annotations

from pathlib import Path

import click

from partnership.cli.options import source_options
from partnership.language import _
from partnership.publishing.freshness import AHEAD


@click.command("freshness", help=_("List what is due for confirmation, by who answers for it."))
@source_options
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "ics"]), default="table", help=_("Form of the list.")
)
@click.option("--owner", default="", help=_("Only what this person or unit answers for."))
@click.option(
    "--days", type=click.IntRange(0, 3660), default=AHEAD, show_default=True, help=_("How many days to look ahead.")
)
def command(content: Path | None, data: Path | None, form: str, owner: str, days: int) -> int:
    """Print the ledger; nothing is wrong with being due, so the status is 0."""
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.problems import ProblemsFound
    from partnership.publishing.freshness import as_calendar, as_csv, as_table, ledger

    settings = arranged(content, data)
    linked = link(settings)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    rows = [
        one
        for one in ledger(linked.library, settings.build_date, days, settings.kinds)
        if not owner or one.owner == owner
    ]
    if form == "csv":
        click.echo(as_csv(rows), nl=False)
    elif form == "ics":
        click.echo(as_calendar(rows, settings.build_date, settings.profile.feed_authority), nl=False)
    else:
        click.echo(as_table(rows), nl=False)
    return 0
