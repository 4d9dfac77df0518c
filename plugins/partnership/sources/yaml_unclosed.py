"""Quotation marks and brackets of YAML that open and do not close, told where they open.

YAML complains where it stumbles, which is often lines below: a quotation mark without its end runs on to the next one,
and takes every field between the two into its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from partnership.language import _
from partnership.sources.strict_yaml import Mistake

_LINE: Final = re.compile(r"([ \t]*)((?:-[ \t]+)*)((?:[\w-]+|\"[^\"]*\"|'[^']*'):(?:[ \t]+|\Z))?(.*)\Z")
_FIELD: Final = re.compile(r"([ \t]*)(-[ \t]+)?(?:[\w-]+:(?:\s|\Z)|(?(2)\S|-[ \t]+\S))")
_BLOCK: Final = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?\Z")
_CLOSERS: Final = {"[": "]", "{": "}"}


class _Open(NamedTuple):
    """A sign that opens something: itself, and its line and column, both from 0."""

    sign: str
    line: int
    column: int


class _Value(NamedTuple):
    """Where a value begins that opens with a quotation mark or bracket, and how far in its field or item stands."""

    line: int
    column: int
    indent: int


def unclosed(
    lines: Sequence[str], first_line: int, last: int | None = None, *, quotes_only: bool = False
) -> Mistake | None:
    """Return the mistake of the first quotation mark or bracket that does not close before the next field; else None.

    ``first_line`` is the number of the first of the ``lines`` in its file; only values that begin at most in line
    ``last`` (from 0) are looked at.  With ``quotes_only`` brackets may run on as they like: YAML could read the text.
    """
    for value in _values(lines):
        if last is not None and value.line > last:
            return None
        found = _walk(lines, value)
        if found is not None and not (quotes_only and found[0].sign in _CLOSERS):
            return _mistake(lines, value, *found, first_line)
    return None


def _values(lines: Sequence[str]) -> Iterator[_Value]:
    """Yield the values that begin with a quotation mark or bracket; blocks of text and running text hold none."""
    number, expecting, block = 0, False, -1
    while number < len(lines):
        line = lines[number]
        number += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.match(line)
        if found is None:
            continue
        indent = len(found.group(1))
        if block >= 0:
            if indent > block:
                continue
            block = -1
        begins = bool(found.group(2) or found.group(3))
        value = found.group(4)
        if _BLOCK.match(value) and begins:
            block = indent
        elif value[:1] and value[0] in "\"'[{" and (begins or expecting):
            inside = indent + len(found.group(2)) if found.group(3) else indent
            yield _Value(number - 1, found.start(4), inside if begins else max(indent - 1, 0))
        expecting = begins and (not value or value.startswith("#"))


def _walk(lines: Sequence[str], value: _Value) -> tuple[_Open, int, str] | None:
    """Return what stays open of a value, the last line (from 0) that belongs to it, and a wrong closing sign if any."""
    stack: list[_Open] = []
    column = value.column
    for number in range(value.line, len(lines)):
        line = lines[number]
        if number > value.line:
            column = 0
            if _begins_field(line, value.indent):
                return stack[-1], _last_text(lines, value.line, number), ""
        fresh = True
        while column < len(line):
            sign = line[column]
            if stack and stack[-1].sign in "\"'":
                if sign == "\\" and stack[-1].sign == '"':
                    column += 1
                elif sign == stack[-1].sign:
                    if sign == "'" and line[column + 1 : column + 2] == "'":
                        column += 1
                    else:
                        stack.pop()
            elif (sign in "\"'" and fresh) or sign in _CLOSERS:
                stack.append(_Open(sign, number, column))
            elif sign in "]}":
                if _CLOSERS.get(stack[-1].sign) != sign:
                    return _Open(stack[-1].sign, number, column), number, sign
                stack.pop()
            elif sign == "#" and (column == 0 or line[column - 1] in " \t"):
                break
            fresh = sign in "[{,:" or (fresh and sign in " \t")
            column += 1
            if not stack:
                return None
    return stack[-1], _last_text(lines, value.line, len(lines)), ""


def _begins_field(line: str, indent: int) -> bool:
    """Tell whether a line begins a field or an item of those around the value, rather than going on with it."""
    found = _FIELD.match(line)
    return found is not None and len(found.group(1)) <= indent


def _last_text(lines: Sequence[str], first: int, end: int) -> int:
    return max((number for number in range(first, end) if lines[number].strip()), default=first)


def _mistake(lines: Sequence[str], value: _Value, opened: _Open, last: int, wrong: str, first_line: int) -> Mistake:
    place = (opened.line + first_line, opened.column + 1)
    if wrong:
        right = _CLOSERS[opened.sign]
        message = _(
            "“%(other)s” stands here where the bracket “%(sign)s” is to be closed", sign=opened.sign, other=wrong
        )
        return Mistake(*place, "unclosed", message, _("write %(value)s", value=right), right)
    quote = opened.sign not in _CLOSERS
    message = (
        _("The quotation mark that opens here is not closed")
        if quote
        else _("The bracket “%(sign)s” that opens here is not closed", sign=opened.sign)
    )
    closer = opened.sign if quote else _CLOSERS[opened.sign]
    if last > opened.line:
        hint = _("put %(sign)s where its text ends, at the latest at the end of line %(line)d",
                 sign=closer, line=last + first_line)  # fmt: skip
        return Mistake(*place, "unclosed", message, hint)
    text = lines[opened.line][opened.column :].rstrip()
    inside = (opened.line, opened.column) != (value.line, value.column)
    if quote and inside and (end := re.search(r"\s*[,\]}]", text)):
        text = text[: end.start()]
    whole = f"{text}{closer}"
    return Mistake(*place, "unclosed", message, _("close it: %(value)s", value=whole), whole)
