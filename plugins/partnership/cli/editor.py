"""``editor``: installs the browser editor and says where it is."""

from __future__ import annotations

from pathlib import Path

import click

from partnership.cli.options import source_options, type_folder_to_read
from partnership.language import _


@click.command(
    "editor", help=_("Install the browser editor; serve shows it then, and --output puts it into a built site.")
)
@source_options
@click.option(
    "--output", metavar="DIR", type=type_folder_to_read, help=_("Folder of a built site that the editor is put into.")
)
def command(content: Path | None, data: Path | None, output: Path | None) -> int:
    """Install the program where it is missing, make the page from the models, and print where it stands."""
    from partnership.cli.arrange import arranged
    from partnership.editor.page import FOLDER, editor_page
    from partnership.editor.placing import place
    from partnership.editor.program import install

    settings = arranged(content, data)
    program = install(settings.cache, lambda text: click.echo(text, err=True))
    # Made also where nothing is written: what the models or the profile lack is told now.
    page = editor_page(settings, program, here=output is None)
    if output is not None:
        place(page, output, settings)
        click.echo(str(output / FOLDER))
        return 0
    click.echo(_("The editor is installed: run serve and open /%(folder)s/", folder=FOLDER))
    return 0
