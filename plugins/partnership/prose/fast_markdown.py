"""Everyday Markdown straight to HTML: paragraphs, headings, flat lists, quotes, tables, emphasis, links and pictures.

Most posts hold nothing else, and for these python-markdown's tree and its dozen passes are not needed.  The rule is to
be sure or to say nothing: at the first mark that might mean more, the text goes to the converter.  What is written here
equals what that would write, byte for byte (a test compares both), and takes a fifth of its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from partnership.patterns import pattern
from partnership.prose.bare_addresses import MAY_STAND

_PLAIN: Final = bytes(
    code for code in range(256) if code >= 0x80 or code == 0x0A or (0x20 <= code < 0x7F and chr(code) not in "`\\<&~^")
)
"""Bytes that mean nothing by themselves: all but code, escapes, HTML, entities, fences, footnotes, controls."""

# What makes the beginning of a line more than text: markers, rules, underlines, and what is a marker by habit.
_MARK: Final = r"(?:[-#=>:_\s•‣◦▪●○∙·⁃–—−]|\+(?:\s|\Z)|\*(?!\*?[^\s*])|\d+[.)](?:\s|\Z)|[a-zA-Z]\)|\Z)"
_MARKED: Final = pattern(_MARK)
_MARKED_LINE: Final = pattern("\n" + _MARK)

_ITEM: Final = pattern(r"\d+\. ")
_BULLETS: Final = frozenset(("- ", "* ", "+ "))

_TABLE_LINE: Final = frozenset("|:- ")
_ALIGN: Final = {
    (True, True): ' align="center"',
    (True, False): ' align="left"',
    (False, True): ' align="right"',
    (False, False): "",
}

# A label and a target in which nothing is marked up, quoted or nested.
_LINK: Final = pattern(r"\[([^\[\]*_>!]+)\]\(([^\s()<>'\"\[\]*]+)\)")
_BETWEEN_LINKS: Final = pattern(r"[\[\]_>]")
_STARS: Final = pattern(r"(\*+)")


class _Unsure(Exception):
    """Something may mean more than it seems."""


def fast_html(source: str, encoded: bytes) -> str | None:
    """Return the HTML of the Markdown ``source`` (``encoded`` is the same in UTF-8), None where it is not everyday."""
    if encoded.translate(None, _PLAIN) or " \n" in source or "]:" in source or "] :" in source:
        return None
    if ("://" in source or "@" in source or "www." in source) and MAY_STAND.search(source):
        return None
    text = source.strip("\n")
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    if text.endswith(" "):
        return None
    try:
        return _blocks(text)
    except _Unsure:
        return None


def _blocks(text: str) -> str:
    """Return the HTML of blocks that are parted by one empty line each."""
    made: list[str] = []
    last = ""
    for block in text.split("\n\n") if text else ():
        first = block[0]
        if "|" in block and "\n" in block:
            made.append(_table(block))
            first = ""
        elif not _MARKED.match(block):
            _check_lines(block)
            made.append(f"<p>{_inline(block)}</p>")
            first = ""
        elif first == "#":
            made.append(_heading(block))
        elif first == ">":
            # Two quotes or two lists with nothing between them become one.
            if last == ">":
                raise _Unsure
            made.append(f"<blockquote>\n<p>{_inline(_taken_off(block, '> '))}</p>\n</blockquote>")
        else:
            if last and last != "#" and last != ">":
                raise _Unsure
            made.append(_list(block))
        last = first
    return "\n".join(made)


def _check_lines(block: str) -> None:
    if "\n" in block and _MARKED_LINE.search(block):
        raise _Unsure


def _heading(block: str) -> str:
    header = block.lstrip("#")
    level = len(block) - len(header)
    header = header.strip()
    if level > 6 or "\n" in block or "#" in header or not header or (level == 1 and block[1] != " "):
        raise _Unsure
    return f"<h{level}>{_inline(header)}</h{level}>"


def _taken_off(block: str, mark: str) -> str:
    """Return the lines of a block without the mark that each begins with, if what is left is text."""
    if not block.startswith(mark):
        raise _Unsure
    taken = block[len(mark) :].replace(f"\n{mark}", "\n")
    if taken.count("\n") * (len(mark)) + len(taken) + len(mark) != len(block) or _MARKED.match(taken):
        raise _Unsure
    _check_lines(taken)
    return taken


def _list(block: str) -> str:
    """Return the HTML of a list of one level, each item on a line of its own."""
    mark = block[:2]
    if mark in _BULLETS:
        tag, items = "ul", _taken_off(block, mark).split("\n")
    elif block.startswith("1. "):
        tag, items = "ol", []
        for line in block.split("\n"):
            number = _ITEM.match(line)
            if number is None or _MARKED.match(line, number.end()):
                raise _Unsure
            items.append(line[number.end() :])
    else:
        raise _Unsure
    shown = "</li>\n<li>".join([_inline(item) for item in items])
    return f"<{tag}>\n<li>{shown}</li>\n</{tag}>"


def _table(block: str) -> str:
    """Return the HTML of a table of two columns or more: what stands above its line of hyphens, and below."""
    rows = [row.strip(" ") for row in block.split("\n")]
    bordered = rows[0].startswith("|") or rows[0].endswith("|")
    head, line = _cells(rows[0], bordered), _cells(rows[1], bordered)
    if block[0] == " " or len(head) < 2 or len(head) != len(line) or not set("".join(line)) <= _TABLE_LINE:
        raise _Unsure
    align = [_ALIGN[mark.startswith(":"), mark.endswith(":")] for mark in (cell.strip(" ") for cell in line)]
    if any(_MARKED.match(row) for row in rows[2:]):
        raise _Unsure
    empty = [""] * len(head)
    body = [_row("td", (*_cells(row, bordered), *empty), align) for row in rows[2:]] or [_row("td", empty, empty)]
    return "\n".join(("<table>\n<thead>", _row("th", head, align), "</thead>\n<tbody>", *body, "</tbody>\n</table>"))


def _cells(row: str, bordered: bool) -> list[str]:
    return (row.removeprefix("|").removesuffix("|") if bordered else row).split("|")


def _row(tag: str, cells: Sequence[str], align: list[str]) -> str:
    shown = [f"<{tag}{side}>{_inline(cell.strip(' '))}</{tag}>\n" for cell, side in zip(cells, align, strict=False)]
    return f"<tr>\n{''.join(shown)}</tr>"


def _inline(text: str) -> str:
    """Return the HTML of a text in which links, pictures and emphasis may stand."""
    if "[" in text:
        pieces = _LINK.split(text)
        made: list[str] = []
        for place in range(0, len(pieces) - 2, 3):
            before, label, target = pieces[place], pieces[place + 1], pieces[place + 2]
            if before.endswith("!"):
                if '"' in label:
                    raise _Unsure
                before = before[:-1]
                shown = f'<img alt="{label}" src="{target}">'
            else:
                shown = f'<a href="{target}">{label}</a>'
            if _BETWEEN_LINKS.search(before):
                raise _Unsure
            made += (before, shown)
        if _BETWEEN_LINKS.search(pieces[-1]):
            raise _Unsure
        made.append(pieces[-1])
        text = "".join(made)
    elif "_" in text or ">" in text or "]" in text:
        raise _Unsure
    return _emphasised(text) if "*" in text else text


def _emphasised(text: str) -> str:
    """Return ``text`` with its stars as emphasis: in pairs of equal runs of one or two, tight around what they hold."""
    pieces = _STARS.split(text)
    if len(pieces) % 4 != 1:
        raise _Unsure
    for place in range(1, len(pieces), 4):
        stars, inside = pieces[place], pieces[place + 1]
        if stars != pieces[place + 2] or len(stars) > 2 or not inside or inside[0].isspace() or inside[-1].isspace():
            raise _Unsure
        tag = "em" if len(stars) == 1 else "strong"
        pieces[place], pieces[place + 2] = f"<{tag}>", f"</{tag}>"
    return "".join(pieces)
