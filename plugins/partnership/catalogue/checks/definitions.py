"""Warnings on definitions that nothing in a text uses, of abbreviations and of link targets: readers never see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from partnership.catalogue.checks.leftovers import Leftover
from partnership.language import _

_ABBREVIATION: Final = re.compile(r"\*\[([^\\]*?)\][ ]?:")
_TARGET: Final = re.compile(r"[ ]{0,3}\[(?!\^)([^\[\]]*)\]:[ ]*(\S*)[ ]*(\".*\"|'.*'|\(.*\))?[ ]*\Z")
_IN_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")
_WORD: Final = re.compile(r"\w+")
_MOST_LOOKED_FOR: Final = 50


def unused_definitions(lines: Sequence[str]) -> Iterator[Leftover]:
    """Yield the definitions in the ``lines`` of a text, those of fenced code as empty ones, that nothing refers to."""
    abbreviations: dict[int, str] = {}
    targets: dict[int, str] = {}
    for number, line in enumerate(lines):
        if found := _ABBREVIATION.match(line):
            abbreviations[number] = found.group(1).strip()
        elif found := _TARGET.match(line):
            targets[number] = found.group(1).strip()
    if not abbreviations and not targets:
        return
    told = {word: number for number, word in abbreviations.items()}
    used = _used(told, "\n".join(line for number, line in enumerate(lines) if number not in abbreviations))
    for number, word in abbreviations.items():
        if told[word] != number:
            message = _(
                "The abbreviation “%(word)s” is explained again below, and this line is shown nowhere", word=word
            )
            yield number, 0, "unused-definition", message, _("keep one of the two explanations")
        elif word not in used:
            message = _("No word of the text is “%(word)s”, so that its explanation is shown nowhere", word=word)
            hint = _("write the abbreviation as the text has it, or move the explanation into the text")
            yield number, 0, "unused-definition", message, hint
    text = "\n".join(line for number, line in enumerate(lines) if number not in targets)
    named = {_plain(name) for name in _IN_BRACKETS.findall(text)}
    for number, name in targets.items():
        if _plain(name) not in named:
            message = _("A line that begins with “[%(name)s]:” is a link's target, and no link uses it", name=name)
            hint = _("write “\\[%(name)s]:” if readers are to see it, or delete it", name=name)
            yield number, 0, "unused-definition", message, hint


def _used(words: Iterable[str], text: str) -> frozenset[str]:
    """Return those of the ``words`` that stand in a text as whole words, as python-markdown looks for abbreviations."""
    tokens = frozenset(_WORD.findall(text))
    # What is more than one word is looked for one by one: a text has few of these, or is not worth the time.
    several = [word for word in words if word and not _WORD.fullmatch(word)]
    found = {word for word in several[:_MOST_LOOKED_FOR] if re.search(rf"\b{re.escape(word)}\b", text)}
    return frozenset(words) & tokens | found | frozenset(several[_MOST_LOOKED_FOR:])


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
