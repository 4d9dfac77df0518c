"""``schemas``: the JSON Schemas of all files that editors write, for their programs, and a page of all keys."""

from __future__ import annotations

import click

from partnership.language import _


@click.command(
    "schemas", help=_("Write the JSON Schemas of data and content files into schemas/, and a page of all their keys.")
)
def command() -> int:
    """Write ``schemas/*.schema.json`` and the English page ``schemas/keys.md``, and print their paths."""
    from partnership.catalogue.profile import with_profile
    from partnership.kinds.registry import RECORD_KINDS, record_schemas
    from partnership.problems import shown_path
    from partnership.records.reference import reference
    from partnership.records.schema import write_schemas
    from partnership.settings_file import read_settings

    settings = with_profile(read_settings())
    folder = settings.root / "schemas"
    heads = {kind.schema or kind.name: kind.front for kind in settings.kinds}
    for path in write_schemas(folder, record_schemas(), heads, settings.language):
        click.echo(shown_path(str(path)))
    page = folder / "keys.md"
    tables = {kind.name: kind for kind in RECORD_KINDS if kind.shape == "table"}
    page.write_text(reference(record_schemas(), tables, heads), encoding="utf-8")
    click.echo(shown_path(str(page)))
    return 0
