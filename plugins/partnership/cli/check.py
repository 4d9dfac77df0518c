"""``check``: every problem in content and data, nothing written."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from partnership.cli.options import source_options
from partnership.language import _


@click.command("check", help=_("List every problem in content and data."))
@source_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "markdown"]),
    default="text",
    help=_("Form of the list."),
)
@click.option(
    "--links-to", metavar="URL", default="",
    help=_("Of markdown: where the host shows the files of the commit, e.g. https://…/blob/COMMIT."),
)  # fmt: skip
@click.option("--strict", is_flag=True, help=_("Count warnings as errors."))
def command(content: Path | None, data: Path | None, form: str, links_to: str, strict: bool) -> int:
    """Print the problems to stdout; return 1 when there is an error, or with ``--strict`` a warning."""
    from partnership.catalogue.checks.style import style_problems
    from partnership.catalogue.linking import link
    from partnership.cli.arrange import arranged
    from partnership.engine.media_memory import MediaMemory
    from partnership.engine.plan import plan_problems
    from partnership.rendering.own_files import misplaced_files
    from partnership.rendering.own_styles import style_sheet_problems
    from partnership.rendering.own_templates import template_problems
    from partnership.reporting import as_github, as_json, as_markdown, as_text, as_told, counted

    if links_to and (form != "markdown" or not links_to.startswith(("https://", "http://"))):
        raise click.UsageError(_("--links-to is an address (https://…) and goes with --format markdown."))
    settings = arranged(content, data)
    for remark in settings.remarks:
        click.echo(remark, err=True)
    memory = MediaMemory(settings.cache, settings.content)
    linked = link(settings, memory.library, memory.files)
    memory.keep(linked.library, settings.content)
    problems = linked.problems
    problems.extend(style_problems(settings, linked.library))
    problems.extend(misplaced_files(settings.theme))
    problems.extend(style_sheet_problems(settings.theme))
    problems.extend(template_problems(settings.theme, (kind.template for kind in settings.kinds)))
    if not problems.errors:
        problems.extend(plan_problems(settings, linked.catalogue))
    # The line below a problem is for eyes; a program that reads our output gets one line a problem.
    text = as_told if sys.stdout.isatty() else as_text
    if form == "markdown":
        from partnership.cli.field_names import field_name

        report = as_markdown(problems, links_to, lambda one: field_name(one, settings))
    else:
        report = {"text": text, "json": as_json, "github": as_github}[form](problems)
    click.echo(report, nl=False)
    if form == "text":
        click.echo(counted(problems), err=True)
    return 1 if problems.errors or (strict and len(problems)) else 0
