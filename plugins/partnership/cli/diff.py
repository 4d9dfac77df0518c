"""``diff``: what the public will see changed, in plain words."""

from __future__ import annotations

import click

from partnership.language import _


@click.command("diff", help=_("Say in plain words what the public will see changed since BASE."))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help=_("Form of the list.")
)
@click.argument("base", required=False, default="")
def command(form: str, base: str) -> int:
    """Print the comparison; return 1 when an address would lead nowhere."""
    from partnership.publishing import comparison_report
    from partnership.publishing.two_states import compare_commits
    from partnership.settings import site_root

    comparison, old, new = compare_commits(site_root(), base, lambda text: click.echo(text, err=True))
    if form == "json":
        click.echo(comparison_report.as_json(comparison, old, new), nl=False)
    elif form == "markdown":
        click.echo(comparison_report.as_markdown(comparison), nl=False)
    else:
        click.echo(comparison_report.as_text(comparison), nl=False)
    return 1 if comparison.vanished else 0
