"""The plain text of a letter: what its HTML says, in lines that every program shows."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from partnership.letters.contents import LetterContents, NumberedFact, Wish
from partnership.locales import formats

WIDTH: Final = 72
"""Characters of a line."""


def as_text(letter: LetterContents) -> str:
    """Return the plain text: lines of at most 72 characters but for addresses and the command."""
    words = letter.headings
    lines = [letter.greeting, "", *_wrapped(letter.reason), letter.institution.url, "", *_wrapped(letter.request), ""]
    lines += [*_heading(words.answer), *(line for text in letter.answers for line in _item("-", text)), ""]
    if letter.missing:
        lines += _heading(words.missing)
        lines += [line for one in letter.missing for line in _item(f"{one.number}.", _wish(one))]
        lines.append("")
    for part in letter.parts:
        lines += [*_heading(part.group.heading), part.state, part.group.url, ""]
        lines += [line for one in part.facts for line in _fact(one)] or _wrapped(words.nothing)
        lines.append("")
    for text in letter.closing:
        lines += [*_wrapped(text), ""]
    lines += ["--", *letter.signature, "", *_heading(words.editors)]
    lines += [*_wrapped(words.command), letter.command, ""]
    if letter.form:
        lines += [*_wrapped(words.form), letter.form, "", words.files, *letter.files, ""]
    return "\n".join(lines)


def _heading(text: str) -> list[str]:
    return [text, "-" * len(text), ""]


def _wish(one: Wish) -> str:
    return f"{one.label} ({one.of})" if one.of else one.label


def _fact(one: NumberedFact) -> Iterator[str]:
    label = f"{one.number}. {one.fact.label}:"
    if len(one.fact.lines) == 1:
        yield from _wrapped(f"{label} {one.fact.lines[0]}")
    else:
        yield label
        for line in one.fact.lines:
            yield from _item("   -", line)


def _item(mark: str, text: str) -> Iterator[str]:
    yield from _wrapped(text, f"{mark} ", " " * (len(mark) + 1))


def _wrapped(text: str, first: str = "", rest: str = "   ") -> list[str]:
    return textwrap.wrap(
        formats.bind(text), WIDTH, initial_indent=first, subsequent_indent=rest if first or text[:1].isdigit() else "",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
