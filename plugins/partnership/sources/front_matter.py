"""The head of a Markdown file: YAML between two lines of three hyphens, then the text."""

from __future__ import annotations

from typing import Final

import msgspec

from partnership.language import _
from partnership.patterns import pattern
from partnership.sources.strict_yaml import Mistake, YamlMistakes


class Split(msgspec.Struct, frozen=True):
    """A Markdown file in two: the head's YAML and the body, each with the number of its first line in the file."""

    head: str
    body: str
    head_line: int
    body_line: int


def split(text: str) -> Split:
    """Divide ``text`` at its front matter; raise :class:`YamlMistakes` where there is none or it does not end."""
    if not text.strip():
        raise YamlMistakes([Mistake(1, 1, "empty", _("The file is empty"), _("fill it in or delete it"))])
    start = text.find("\n") + 1 or len(text)
    if text[:start].rstrip() != "---":
        raise YamlMistakes([_unopened(text)])
    place = start - 1
    while (place := text.find("\n---", place)) >= 0:
        end = text.find("\n", place + 1)
        if end < 0:
            end = len(text)
        if text[place + 1 : end].rstrip() == "---":
            head = text[start : place + 1]
            return Split(head or "\n", text[end + 1 :], 2, head.count("\n") + 3)
        place = end
    raise YamlMistakes([_unclosed(text)])


_RULE: Final = pattern(r"[ \t]*(?:[-–—―‒‐‑−_=*+~\u00a0]+|\.{3}|…)[ \t]*")
"""A line that was meant for three hyphens: dashes of a word processor, or the marks of other programs."""
_FIELD: Final = pattern(r"[\w -]{1,40}:(?:\s|\Z)")
_OF_HEAD: Final = pattern(r"\s|\Z|- |# |[\w-]+:")
"""How a line of a description begins."""


def _unopened(text: str) -> Mistake:
    """Say why a file has no head."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.strip())
    line = lines[first].strip()
    code = "no-front-matter"
    if line == "---":
        return Mistake(1, 1, code, _("Empty lines stand above the first line “---”"), _("delete the lines above “---”"))
    if _RULE.fullmatch(line):
        message = _("The file begins with “%(line)s” instead of three hyphens", line=line[:20])
        return Mistake(first + 1, 1, code, message, _("replace this line by “---”"), "---")
    if _FIELD.match(line):
        message = _("Above the description the line “---” is missing")
        return Mistake(first + 1, 1, code, message, _("insert a line “---” above this one"))
    return Mistake(
        1,
        1,
        code,
        _("The file does not begin with its description between lines “---”"),
        _("put “---” in the first line, then “title: …” and “date: …”, then “---”"),
    )


def _unclosed(text: str) -> Mistake:
    """Say where the head of a file was probably meant to end."""
    code, message = "open-front-matter", _("The description at the top of the file does not end")
    for number, line in enumerate(text.split("\n")[1:], 2):
        if _RULE.fullmatch(line) and line.strip():
            message = _("The description ends with “%(line)s” instead of three hyphens", line=line.strip()[:20])
            return Mistake(number, 1, code, message, _("replace this line by “---”"), "---")
        if not _OF_HEAD.match(line):
            break
    return Mistake(1, 1, code, message, _("put a line “---” between the description and the text"))
