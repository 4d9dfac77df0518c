"""The table of news, reports and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from partnership.catalogue.catalogue import Catalogue
from partnership.chunks import Row, Rows
from partnership.language import _
from partnership.publications.open_data.cells import iso, joined
from partnership.publications.open_data.table import Cell, Column, Table


def documents(catalogue: Catalogue) -> Table:
    """Return the table of documents without its rows."""
    columns = (
        Column(
            "kind", "string", _("news, reports or meetings"), required=True, options=("news", "reports", "meetings")
        ),
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
    return (*catalogue.news, *catalogue.reports, *catalogue.meetings)


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
                    front.starts.at.date() if one.kind == "meetings" else None,
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
