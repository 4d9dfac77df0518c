"""Texts of records that may carry Markdown, converted when their page is made: short, and few of them change."""

from __future__ import annotations

from partnership.prose.conversion import convert


def record_text(text: str | None, *, level: int = 3, lang: str = "pl") -> str:
    """Return the Markdown text of a record as safe HTML: headings begin at ``level``, links go to addresses only."""
    if not text:
        return ""
    return convert(text, resolve_link=_as_written, lang=lang, heading_offset=level - 2).html


def _as_written(path: str) -> str | None:
    """Records name pages of the site by their addresses; a path to a file says nothing here."""
    return path if path.startswith("/") else None
