"""``import-site``: the texts, pictures and addresses of an old site, as Markdown of this one."""

from __future__ import annotations

from pathlib import Path

import click

from partnership.cli.options import type_folder_to_write
from partnership.cli.progress import say
from partnership.language import _

type_source = click.Path(exists=True, readable=True, resolve_path=True, path_type=Path)


@click.command("import-site", help=_("Bring an old site along: a WordPress export, a Pelican folder or HTML pages."))
@click.argument("source", type=type_source)
@click.option(
    "--kind", type=click.Choice(("wordpress", "pelican", "html")), help=_("What the source is; else it is found out.")
)
@click.option(
    "--into", metavar="DIR", type=type_folder_to_write, help=_("Folder of the content, in place of content/.")
)
@click.option(
    "--files", metavar="DIR", type=type_source, multiple=True,
    help=_("Folder or zip of pictures and files (wp-content/uploads); may be given more than once."),
)  # fmt: skip
@click.option("--report", metavar="FILE", type=click.Path(dir_okay=False, resolve_path=True, path_type=Path),
              help=_("Write every remark into this file as CSV."))  # fmt: skip
@click.option("--dry-run", is_flag=True, help=_("Only show what would come."))
def command(
    source: Path, kind: str | None, into: Path | None, files: tuple[Path, ...], report: Path | None, dry_run: bool
) -> int:
    """Import all or nothing, and say what came and what needs a person."""
    from partnership.catalogue.address_tables import site_addresses
    from partnership.cli.arrange import arranged
    from partnership.problems import UserError
    from partnership.site_import.importing import SiteWishes, run_import
    from partnership.site_import.recognise import opened
    from partnership.site_import.writing import staging
    from partnership.system_errors import why
    from partnership.time_zone import site_zone

    settings = arranged()
    target = into or settings.content

    wishes = SiteWishes(target, site_addresses(settings.languages, settings.kinds), dry_run)
    with opened(source, kind, files, site_zone()) as found, staging(target) as stage:
        done = run_import(found.site, found.kind, found.store, wishes, stage, say)
    if report is not None:
        try:
            report.write_bytes(done.csv())
        except OSError as error:
            raise UserError(_("%(path)s cannot be written (%(reason)s)", path=str(report), reason=why(error))) from None
    click.echo(done.text(), nl=False)
    if dry_run:
        click.echo(_("Only shown; nothing was written."))
    else:
        click.echo(_("Next: python3 tasks.py check names what is still to be mended, python3 tasks.py diff what the "
                     "public will see."))  # fmt: skip
    return 0
