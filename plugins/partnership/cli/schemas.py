"""``schemas``: the JSON Schemas of all files that editors write, for their programs."""

from __future__ import annotations

import click

from partnership.language import _


@click.command("schemas", help=_("Write the JSON Schemas of data and content files into schemas/."))
def command() -> int:
    """Write ``schemas/*.schema.json`` and print their paths."""
    from partnership.problems import shown_path
    from partnership.records.schema import write_schemas
    from partnership.settings import site_root

    for path in write_schemas(site_root() / "schemas"):
        click.echo(shown_path(str(path)))
    return 0
