"""``schemas``: the JSON Schemas of all files that editors write, for their programs."""

from __future__ import annotations

import click

from partnership.language import _


@click.command("schemas", help=_("Write the JSON Schemas of data and content files into schemas/."))
def command() -> int:
    """Write ``schemas/*.schema.json`` and print their paths."""
    from partnership.kinds.registry import record_schemas
    from partnership.problems import shown_path
    from partnership.records.schema import write_schemas
    from partnership.settings_file import read_settings

    settings = read_settings()
    heads = {kind.schema or kind.name: kind.front for kind in settings.kinds}
    for path in write_schemas(settings.root / "schemas", record_schemas(), heads):
        click.echo(shown_path(str(path)))
    return 0
