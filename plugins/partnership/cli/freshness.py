"""``freshness``: what is due for confirmation, by owner; letters that ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from partnership.cli.options import source_options, type_folder_to_write
from partnership.language import _, ngettext
from partnership.publishing.freshness import AHEAD

if TYPE_CHECKING:
    from partnership.catalogue.linking import Linked
    from partnership.settings import Settings


@click.command("freshness", help=_("List what is due for confirmation, by who answers for it."))
@source_options
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "ics"]), default="table", help=_("Form of the list.")
)
@click.option("--owner", default="", help=_("Only what this person or unit answers for."))
@click.option(
    "--days", type=click.IntRange(0, 3660), default=AHEAD, show_default=True, help=_("How many days to look ahead.")
)
@click.option(
    "--mail", metavar="DIR", type=type_folder_to_write,
    help=_("Write a letter (.eml) to each institution that asks to confirm what the site says, in place of the list."),
)  # fmt: skip
@click.option(
    "--report", is_flag=True, help=_("Show how many records are confirmed, by owner and month, in place of the list.")
)
@click.option("--site-url", metavar="URL", help=_("Where the site stands; without it SITE_URL or the settings decide."))
@click.pass_context
def command(
    ctx: click.Context,
    content: Path | None,
    data: Path | None,
    form: str,
    owner: str,
    days: int,
    mail: Path | None,
    report: bool,
    site_url: str | None,
) -> int:
    """Print the ledger or the report, or write the letters; nothing is wrong with being due, so the status is 0."""
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.problems import ProblemsFound
    from partnership.publishing.freshness import as_calendar, as_csv, as_table, ledger

    given = {name for name in ("form", "days") if ctx.get_parameter_source(name) is not None
             and ctx.get_parameter_source(name) != click.core.ParameterSource.DEFAULT}  # fmt: skip
    if mail is not None and (given or report):
        raise click.UsageError(_("--mail writes letters to all institutions; leave out --format, --days and --report."))
    if report and (form == "ics" or "days" in given):
        raise click.UsageError(_("--report knows the forms table and csv, and looks back: leave out --days."))
    settings = arranged(content, data, site_url=site_url)
    linked = link(settings)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    if mail is not None:
        return _write_letters(linked, settings, owner, mail)
    if report:
        return _report(linked, settings, owner, form)
    rows = [
        one
        for one in ledger(linked.library, settings.build_date, days, settings.kinds, settings.languages[1:])
        if not owner or one.owner == owner
    ]
    if form == "csv":
        click.echo(as_csv(rows), nl=False)
    elif form == "ics":
        click.echo(as_calendar(rows, settings.build_date, settings.profile.feed_authority), nl=False)
    else:
        click.echo(as_table(rows), nl=False)
    return 0


def _report(linked: Linked, settings: Settings, owner: str, form: str) -> int:
    """Print how much is confirmed, now and at the end of each month."""
    from partnership.confirmation.past import past_shares
    from partnership.confirmation.report import as_csv, as_table
    from partnership.confirmation.shares import shares_on, states_now
    from partnership.pages.general.confirmations import ADDRESS

    now = shares_on(settings.build_date, states_now(linked.catalogue), settings.language)
    past = past_shares(settings.data, settings.cache, settings.build_date, settings.language)
    if past is None:
        click.echo(_("How it changed is not known: the data has no whole history in git."), err=True)
    shares = [one for one in (*(past or ()), *now) if not owner or one.owner == owner]
    if form == "csv":
        click.echo(as_csv(shares), nl=False)
    else:
        click.echo(as_table([one for one in now if one in shares], [one for one in shares if one not in now]), nl=False)
        click.echo(_("As a page: %(address)s in the preview (python3 tasks.py serve)", address=ADDRESS), err=True)
    return 0


def _write_letters(linked: Linked, settings: Settings, owner: str, folder: Path) -> int:
    """Write the letters, print their files, and say on stderr whom they cannot be sent to."""
    from partnership.catalogue.address_tables import site_addresses
    from partnership.catalogue.addresses import standing_in
    from partnership.cli.progress import ProgressBar
    from partnership.language import speaking
    from partnership.letters.facts import facts_of
    from partnership.letters.letter import compose, letter_environment, make_letter
    from partnership.letters.posting import leftovers, post, refuse_folders_of_the_site
    from partnership.problems import shown_path
    from partnership.publishing.placeholders import placeholders
    from partnership.publishing.placeholders import told as told_placeholder

    refuse_folders_of_the_site(folder, settings)
    for name, address in placeholders(settings):
        if name == "SITEURL":
            click.echo(_("Warning: %(what)s", what=told_placeholder(name, address)), err=True)
    chosen = [one for one in linked.catalogue.institutions if not owner or one.owner == owner]
    writing = _("Writing letters")
    letters: dict[str, bytes] = {}
    unknown: list[str] = []
    with ProgressBar() as bar:
        with standing_in(site_addresses(settings.languages, settings.kinds).first), speaking(settings.language):
            environment = letter_environment(settings)
            for number, institution in enumerate(chosen, start=1):
                facts = facts_of(linked.catalogue, settings, institution)
                letters[f"{facts.id}.eml"] = make_letter(compose(facts, settings), settings, environment)
                if not facts.email:
                    unknown.append(institution.label)
                bar.tell(writing, number, 2 * len(chosen))
        files = post(letters, folder, lambda done, total: bar.tell(writing, total + done, 2 * total))
    for file in files:
        click.echo(shown_path(str(file)))
    click.echo(ngettext("%(num)d letter is ready.", "%(num)d letters are ready.", len(files)), err=True)
    if unknown:
        told = ngettext(
            "%(num)d institution has no e-mail address in the data, so its letter has no addressee: %(names)s",
            "%(num)d institutions have no e-mail address in the data, so their letters have no addressee: %(names)s",
            len(unknown), names=", ".join(unknown),
        )  # fmt: skip
        click.echo(told, err=True)
    if not settings.profile.contact.email:
        click.echo(_("The letters have no sender, since data/site.yaml names no contact.email: the mail program puts "
                     "the address of whoever sends them, and answers come there."), err=True)  # fmt: skip
    for file in leftovers(folder, letters):
        click.echo(_("%(file)s is an earlier letter to an institution that is not asked now; delete it",
                     file=shown_path(str(file))), err=True)  # fmt: skip
    return 0
