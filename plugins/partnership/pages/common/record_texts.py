"""Texts of records that may carry Markdown, converted when their page is made: short, and few of them change."""

from __future__ import annotations

from typing import Any

from partnership.language import current_language
from partnership.locales.marks import marked, split_mark, unmarked
from partnership.prose.conversion import convert


def record_text(text: str | None, *, level: int = 3) -> str:
    """Return the Markdown text of a record as safe HTML: headings begin at ``level``, links go to addresses only.

    A text in another language than the page's stands in an element that says so.
    """
    if not text:
        return ""
    foreign, plain = split_mark(text)
    lang = foreign or current_language()
    html = convert(unmarked(plain), resolve_link=_as_written, lang=lang, heading_offset=level - 2).html
    return f'<div lang="{foreign}">\n{html}\n</div>' if foreign else html


def original_name(record: Any, first: str) -> str:
    """Return the name of a record in the site's first language, marked as such, where a page shows another; else "".

    Who goes to an office needs the words that stand on its door and in its forms.
    """
    original: dict[str, Any] = record.translations.get(first) or {}
    name = original.get("name", "")
    return marked(name, first) if current_language() != first and name != unmarked(record.name) else ""


def _as_written(path: str) -> str | None:
    """Records name pages of the site by their addresses; a path to a file says nothing here."""
    return path if path.startswith("/") else None
