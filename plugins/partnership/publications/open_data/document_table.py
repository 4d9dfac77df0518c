"""The table of news, reports and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import Row, Rows
from partnership.language import _
from partnership.publications.open_data.cells import iso, joined
from partnership.publications.open_data.table import Cell, Column, Table
from partnership.records.content import Document


def documents(catalogue: Catalogue) -> Table:
    """Return the table of documents without its rows."""
    columns = (
        Column("kind", "string", _("news, reports or meetings"), required=True, options=_sharing(catalogue)),
        Column("id", "string", _("File stem, unique within its kind"), required=True),
        Column("title", "string", _("Title"), required=True),
        Column("date", "date", _("Date of publication"), required=True),
        Column("modified", "date", _("Date of the last important change")),
        Column("starts", "date", _("Day of the meeting")),
        Column("category", "string", _("Category")),
        Column("tags", "string", _("Topics, divided by semicolons")),
        Column("language", "string", _("Language")),
        Column("page", "string", _("Page on this site"), required=True),
    )
    some = _documents(catalogue)
    return Table(
        id="documents",
        title=_("News, reports and meetings"),
        columns=columns,
        size=len(some),
        key=("kind", "id"),
        dated=max((one.front.modified or one.front.date).day for one in some).isoformat() if some else "",
        description=_("Titles, dates and addresses of everything published."),
    )


def _documents(catalogue: Catalogue) -> tuple[Any, ...]:
    return tuple(one for name in _sharing(catalogue) for one in catalogue.documents[name])


def _sharing(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the kinds whose texts stand in this table: those without one of their own."""
    return tuple(kind.name for kind, _section in catalogue.sections if kind.table is None)


def rows_of_documents(catalogue: Catalogue) -> Rows:
    """Return what the rows of documents are made of."""
    addresses = catalogue.document_addresses
    return Rows(
        tuple(
            [
                (
                    one.stem,
                    one.kind,
                    front.title,
                    front.date.at.date(),
                    front.modified.at.date() if front.modified else None,
                    _starts(catalogue, one),
                    front.category,
                    front.tags,
                    front.lang,
                    addresses[one.path],
                )
                for one in _documents(catalogue)
                for front in (one.front,)
            ]
        )
    )


def _starts(catalogue: Catalogue, document: Document[Any]) -> date | None:
    """Return the day of what takes place on a day of its own; None for texts that count from their date."""
    moment = catalogue.moment(document)
    return None if moment is document.front.date else moment.at.date()


def document_rows(common: tuple[str], rows: Sequence[Row]) -> list[tuple[Cell, ...]]:
    """Return the rows of documents; ``common`` is the site's URL."""
    (site_url,) = common
    return [
        (
            kind,
            stem,
            title,
            day.isoformat(),
            iso(modified),
            iso(starts),
            category,
            joined(tags),
            lang,
            site_url + address,
        )
        for stem, kind, title, day, modified, starts, category, tags, lang, address in rows
    ]
