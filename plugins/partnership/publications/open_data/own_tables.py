"""Tables of kinds of content that have one of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnership.catalogue.catalogue import Catalogue
from partnership.kinds.kind import OpenTable
from partnership.language import _
from partnership.publications.open_data.cells import iso, newest
from partnership.publications.open_data.table import Cell, Column, Table


def own_tables(catalogue: Catalogue, site_url: str) -> Iterator[Table]:
    """Yield the table of each kind that has one."""
    for kind, _section in catalogue.sections:
        if kind.table is not None:
            yield _table(catalogue, kind.name, kind.table, site_url)


def _table(catalogue: Catalogue, name: str, about: OpenTable, site_url: str) -> Table:
    documents = catalogue.documents[name]
    columns = (
        Column("id", "string", _("File stem, unique within its kind"), required=True, unique=True),
        Column("title", "string", _("Title"), required=True),
        Column("date", "date", _("Date of publication"), required=True),
        *(Column(one.name, one.type, one.title) for one in about.columns()),
        Column("language", "string", _("Language")),
        Column("page", "string", _("Page on this site"), required=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.stem,
            one.front.title,
            one.front.date.day.isoformat(),
            *(iso(cell) if isinstance(cell, date) else cell for cell in about.row(one.front)),
            one.front.lang,
            site_url + catalogue.document_addresses[one.path],
        )
        for one in documents
    )
    return Table(
        id=name,
        title=about.title(),
        description=about.description(),
        columns=columns,
        rows=rows,
        key=("id",),
        dated=newest((one.front.modified or one.front.date).day for one in documents),
    )
