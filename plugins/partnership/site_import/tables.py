"""Tables of old pages: those that only lay things out are undone, those of data get the shape that Markdown can say."""

from __future__ import annotations

from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Tag

from partnership.language import _
from partnership.site_import.items import Tell

_BLOCKS: Final = [
    "p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "div", "img",
]  # fmt: skip
LONG_CELL: Final = 400
"""Characters of a cell from which on it is a text and the table a layout."""


def clean_tables(soup: BeautifulSoup, tell: Tell) -> None:
    """Undo tables of layout, innermost first, and straighten tables of data."""
    for table in reversed(soup.find_all("table")):
        if _is_layout(table):
            _undo(soup, table)
            tell("changed", "layout-table", _("a table that only laid out the page was undone"))
        else:
            _straighten(soup, table, tell)


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _is_layout(table: Tag) -> bool:
    """Tell whether a table shows no data: one column or row, texts or blocks in its cells, or its author says so."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [_cells(row) for row in _rows(table)]
    if max((len(row) for row in rows), default=0) < 2:
        return True
    if table.find("th") is not None or table.find("caption") is not None:
        return False
    if len(rows) < 2:
        return True
    cells = [cell for row in rows for cell in row]
    blocks = sum(1 for cell in cells if len(cell.find_all(_BLOCKS)) > 1 or cell.find(["table", "ul", "ol", "h2", "h3"]))
    long = sum(1 for cell in cells if len(cell.get_text()) > LONG_CELL)
    return blocks * 3 >= len(cells) or long * 4 >= len(cells)


def _undo(soup: BeautifulSoup, table: Tag) -> None:
    """Put what stands in the cells one after the other."""
    for row in _rows(table):
        for cell in _cells(row):
            division = soup.new_tag("div")
            for child in list(cell.children):
                division.append(child)
            table.insert_before(division)
    table.decompose()


def _straighten(soup: BeautifulSoup, table: Tag, tell: Tell) -> None:
    """Let every row have the same cells, each one line; say what Markdown cannot."""
    spans = False
    for row in _rows(table):
        for cell in _cells(row):
            width = _number(cell.get("colspan"))
            spans = spans or width > 1 or _number(cell.get("rowspan")) > 1
            for _more in range(min(width, 50) - 1):
                cell.insert_after(soup.new_tag(cell.name))
            for block in cell.find_all(["p", "div", "li"]):
                if block.next_sibling is not None:
                    block.insert_after("; " if block.name == "li" else " ")
                block.unwrap()
            for tag in cell.find_all(["br", "ul", "ol", "blockquote"]):
                tag.replace_with(" ") if tag.name == "br" else tag.unwrap()
            cell.attrs = {}
    if spans:
        tell("work", "table-spans", _("a table has joined cells, which Markdown has not: look whether it can be read"))
    first = next(iter(_rows(table)), None)
    if first is not None and table.find("th") is None:
        for cell in _cells(first):
            cell.name = "th"
        tell("work", "table-head", _("a table has no heads of columns; its first row became them"))
    caption = table.find("caption")
    if isinstance(caption, Tag):
        paragraph = soup.new_tag("p")
        for child in list(caption.children):
            paragraph.append(child)
        table.insert_before(paragraph)
        caption.decompose()


def _number(value: object) -> int:
    text = str(value or "1").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
