"""Texts inside the brackets of YAML that are not in quotes: a comma, a colon or a quotation mark cuts them up."""

from __future__ import annotations

import re
from typing import Final

from partnership.language import _
from partnership.sources.strict_yaml import Mistake, quoted

_KEY: Final = re.compile(r"\s*(?:[\w-]+|\"[^\"]*\"|'[^']*')\s*:(?:\s|[\"'\[{]|\Z)")
_BEFORE: Final = re.compile(r"\s*(?:[\w-]+:(?:\s+|\Z))?")


def cut_at_comma(line: str, place: tuple[int, int], end: int, piece: str) -> Mistake:
    """Return the mistake of a text without quotes in braces that ends at its comma, what follows being no field.

    ``place`` is the 1-based line and column at which the text begins in its file, ``line`` the line itself, ``end``
    the column (from 0) behind the text, and ``piece`` what follows the comma; "" stands for ``line`` where the two
    are on different lines.
    """
    start = place[1] - 1
    message = _("Without quotes the text ends at its comma, and this would be lost: “%(text)s”", text=piece)
    if not line or line[start : start + 1] in ("", *"\"'[{") or end < start:
        hint = _("put the whole text in quotes, commas too; another field is written “name: value”")
        return Mistake(*place, "text-cut", message, hint)
    whole = quoted(line[start : end_of_text(line, start)].strip())
    return Mistake(*place, "text-cut", message, _("put the text in quotes: %(value)s", value=whole), whole)


def without_name(place: tuple[int, int], piece: str) -> Mistake:
    """Return the mistake of a text in braces that belongs to no field."""
    message = _("In braces each text needs a name, and “%(text)s” has none", text=piece)
    hint = _("write “name: value”, or put it into the quotes of the text before it")
    return Mistake(*place, "text-cut", message, hint)


def text_in_brackets(lines: list[str], line: int, column: int, first_line: int) -> Mistake | None:
    """Return the mistake of a text in brackets that YAML stumbled over at a place (from 0), or None where it is none.

    It has more text behind its quotes, or a colon inside.
    """
    here = lines[line] if line < len(lines) else ""
    start = _begin(here, column)
    if start is None:
        return None
    end = end_of_text(here, start)
    text = here[start:end].strip()
    whole = quoted(text)
    place = (line + first_line, start + 1)
    hint = _("put the text in quotes: %(value)s", value=whole)
    if text[:1] in ("'", '"') and (closed := text.find(text[0], 1)) > 0 and text[closed + 1 :].strip():
        message = _("After the closing quotation mark stands more text: %(text)s", text=text[closed + 1 :].strip())
        return Mistake(*place, "text-after-quotes", message, hint, whole)
    if text[:1] not in ("", *"\"'[{") and re.search(r":(?:\s|\Z)", text):
        message = _("A colon stands in text that is not in quotes")
        return Mistake(*place, "yaml", message, hint, whole)
    return None


def end_of_text(line: str, start: int) -> int:
    """Return the column behind a text that begins at ``start``: commas are its own until another field follows."""
    depth, mark, place = 0, "", start
    in_braces = _opener(line, start) == "{"
    while place < len(line):
        sign = line[place]
        if mark:
            mark = "" if sign == mark else mark
        elif sign in "\"'" and not line[start:place].strip():
            mark = sign
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            if not depth:
                break
            depth -= 1
        elif sign == "," and not depth:
            rest = line[place + 1 :]
            if not in_braces or _KEY.match(rest) or not rest.strip(" ]}"):
                break
        place += 1
    return place


def _begin(line: str, column: int) -> int | None:
    """Return where the text begins in which a column of a line lies, inside brackets that open on this line."""
    starts: list[int] = []
    mark, fresh = "", False
    for place, sign in enumerate(line[:column]):
        if mark:
            mark = "" if sign == mark else mark
        elif sign in "\"'" and fresh:
            mark = sign
        elif sign in "[{":
            starts.append(place + 1)
        elif sign in "]}" and starts:
            starts.pop()
        elif sign == "," and starts:
            starts[-1] = place + 1
        fresh = sign in "[{,:" or (fresh and sign == " ")
    if not starts:
        return None
    found = _BEFORE.match(line, starts[-1])
    return found.end() if found else starts[-1]


def _opener(line: str, column: int) -> str:
    """Return the bracket inside which a column of a line lies; "" where none opens on this line."""
    depth, mark, fresh = "", "", False
    for sign in line[:column]:
        if mark:
            mark = "" if sign == mark else mark
        elif sign in "\"'" and fresh:
            mark = sign
        elif sign in "[{":
            depth += sign
        elif sign in "]}":
            depth = depth[:-1]
        fresh = sign in "[{,:" or (fresh and sign == " ")
    return depth[-1:]
