"""``newsletter``: a ready e-mail of what is new, and its page in the archive."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from partnership.cli.options import Date, source_options
from partnership.language import _
from partnership.problems import ProblemsFound, UserError


class _Since(Date):
    """A day, or ``last`` for the day of the newest issue (handed on as None)."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; ``last`` becomes the first of all days."""
        return date.min if value == "last" else super().convert(value, param, ctx)


@click.command("newsletter", help=_("Make a ready e-mail (.eml) of what is new, and archive it as a page."))
@source_options
@click.option(
    "--since", metavar="DATE|last", type=_Since(), default="last",
    help=_("First day of which the issue tells; last: since the newest archived issue."),
)  # fmt: skip
@click.option(
    "--output", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path),
    help=_("File of the e-mail; without it the e-mail goes to stdout, at a terminal into newsletter-DATE.eml."),
)  # fmt: skip
@click.option("--site-url", metavar="URL", help=_("Where the site stands; without it SITE_URL or the settings decide."))
@click.option("--no-archive", is_flag=True, help=_("Make the e-mail only, without a page in the archive."))
def command(
    content: Path | None, data: Path | None, since: date, output: Path | None, site_url: str | None, no_archive: bool
) -> int:
    """Compose the issue; with nothing new say so and make nothing."""
    from partnership.catalogue.address_tables import site_addresses
    from partnership.catalogue.addresses import standing_in
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.newsletter import archive
    from partnership.newsletter.issue import compose
    from partnership.newsletter.mail import make_mail
    from partnership.publishing.placeholders import placeholders
    from partnership.publishing.placeholders import told as told_placeholder
    from partnership.subscriptions.history import history_problems

    settings = arranged(content, data, site_url=site_url)
    linked = link(settings)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    for problem in history_problems(settings.data):
        click.echo(problem.as_text(), err=True)
    for name, address in placeholders(settings):
        click.echo(_("Warning: %(what)s", what=told_placeholder(name, address)), err=True)
    told = ""
    if since == date.min:
        since, told = archive.since_last(linked.catalogue, settings.build_date)
    with standing_in(site_addresses(settings.languages, settings.kinds).first):
        issue = compose(linked.catalogue, settings, since, told)
        mail = make_mail(issue, settings)
    if issue.is_empty:
        click.echo(_("Nothing new since %(day)s; no newsletter was made.", day=since.isoformat()), err=True)
        return 0
    if not no_archive:
        with standing_in(site_addresses(settings.languages, settings.kinds).first):
            file = archive.keep(issue, linked.catalogue, settings)
        click.echo(_("Archived: %(file)s", file=str(file)), err=True)
    if output is None and sys.stdout.isatty():
        output = Path(f"newsletter-{issue.day.isoformat()}.eml")
    if output is None:
        sys.stdout.buffer.write(mail)
        return 0
    try:
        output.write_bytes(mail)
    except OSError as error:
        raise UserError(
            _("The e-mail cannot be written to %(path)s (%(reason)s)", path=str(output), reason=str(error))
        ) from None
    click.echo(str(output))
    return 0
