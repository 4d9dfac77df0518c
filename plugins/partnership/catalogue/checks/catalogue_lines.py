"""Checks of the lines of a site's own catalogues: what a lenient reader would take in silence, or pass over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import msgspec

from partnership.language import _
from partnership.nearest import nearest
from partnership.patterns import pattern
from partnership.problems import Problem

_LINE: Final = pattern(r'\s*(?:(msgid|msgctxt|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"((?:[^"\\]|\\.)*)"\s*\Z')
"""A line of a catalogue: a keyword, or none where the text goes on, and a text between quotation marks."""
_KEYWORDS: Final = ("msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]")
_KEYWORD: Final = pattern(r'(?!(?:msgid|msgctxt|msgid_plural|msgstr(?:\[\d+\])?)\s)([\w\[\]]+)\s+"(?:[^"\\]|\\.)*"\Z')
"""Another word before a text between its marks."""
_LIKE: Final = 0.25
"""By how much of its length a message may differ from the one that is meant."""


class _Entry(msgspec.Struct):
    """The beginning of an entry: its line, and its texts by keyword."""

    line: int = 0
    texts: dict[str, str] = {}

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others: context and message."""
        return self.texts.get("msgctxt", ""), self.texts.get("msgid", "")


def line_problems(path: str, text: str, known: Iterable[str]) -> Iterator[Problem]:
    """Yield lines that are none of a catalogue, messages that stand twice, and such that nobody says.

    ``known`` are the messages of program and theme.  A site's own templates may say others: one is told only where it
    is like a known one that has no entry.
    """
    entries: list[_Entry] = []
    keyword = ""
    for number, line in enumerate(text.split("\n"), start=1):
        plain = line.strip()
        if not plain or plain.startswith("#"):
            keyword = ""
            continue
        found = _LINE.match(line)
        if found is None or not (found[1] or keyword):
            yield _wrong_line(path, number, plain)
            continue
        if found[1]:
            keyword = found[1]
            begins = keyword == "msgctxt" or (keyword == "msgid" and not _waits(entries))
            if begins or not entries:
                entries.append(_Entry(number))
            entries[-1].texts[keyword] = ""
        entries[-1].texts[keyword] += found[2]
    first: dict[tuple[str, str], _Entry] = {}
    for entry in entries:
        known_entry = first.setdefault(entry.key, entry)
        if known_entry is not entry and entry.key[1]:
            yield _twice(path, entry, known_entry)
    yield from _unsaid(path, first, known)


def _waits(entries: list[_Entry]) -> bool:
    """Tell whether the last entry has a context and waits for its message."""
    return bool(entries) and "msgctxt" in entries[-1].texts and "msgid" not in entries[-1].texts


def _wrong_line(path: str, number: int, line: str) -> Problem:
    message = _("The line is none of a catalogue: %(line)s", line=line[:60])
    keyword = _KEYWORD.match(line)
    near = nearest(keyword[1], _KEYWORDS) if keyword else None
    hint = _("write the text between two quotation marks, and marks inside it as %(mark)s", mark='\\"')
    if near is not None:
        hint = _("did you mean “%(near)s”?", near=near)
    elif keyword is not None:
        hint = _("begin the line with one of: %(options)s", options=", ".join(_KEYWORDS))
    return Problem(path=path, line=number, code="catalogue", message=message, hint=hint, suggestion=near)


def _twice(path: str, entry: _Entry, first: _Entry) -> Problem:
    message = _("“%(text)s” is translated a second time, first in line %(line)d", text=entry.key[1], line=first.line)
    return Problem(path=path, line=entry.line, code="catalogue", message=message, hint=_("remove one of the two"))


def _unsaid(path: str, entries: Mapping[tuple[str, str], _Entry], known: Iterable[str]) -> Iterator[Problem]:
    """Yield messages that are like one that has no entry: what is written wrongly is never said."""
    said = {_written(one): one for one in known}
    there = {message for _context, message in entries}
    left = [one for written, one in said.items() if written not in there]
    strange = [entry for (_context, message), entry in entries.items() if message and message not in said]
    for entry in strange if left else ():
        message = entry.key[1]
        near = nearest(message, sorted(one for one in left if abs(len(one) - len(message)) <= _LIKE * len(message)))
        if near is not None:
            told = _("No page says “%(text)s”, so that its translation is never shown", text=message)
            hint = _("did you mean “%(near)s”?", near=near)
            yield Problem(
                path=path,
                line=entry.line,
                code="catalogue",
                message=told,
                hint=hint,
                severity="warning",
                suggestion=near,
            )


def _written(message: str) -> str:
    """Return a message as it stands in a catalogue."""
    return message.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
