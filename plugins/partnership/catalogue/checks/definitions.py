"""Warnings on definitions that nothing in a text uses, of abbreviations and of link targets: readers never see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from partnership.catalogue.checks.leftovers import Leftover
from partnership.language import _

_ABBREVIATION: Final = re.compile(r"\*\[([^\\]*?)\][ ]?:")
_TARGET: Final = re.compile(r"[ ]{0,3}\[(?!\^)([^\[\]]*)\]:[ ]*(\S*)[ ]*(\".*\"|'.*'|\(.*\))?[ ]*\Z")


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
    text = "\n".join(line for number, line in enumerate(lines) if number not in abbreviations)
    last = {word: number for number, word in abbreviations.items()}
    for number, word in abbreviations.items():
        if last[word] != number:
            message = _(
                "The abbreviation “%(word)s” is explained again below, and this line is shown nowhere", word=word
            )
            yield number, 0, "unused-definition", message, _("keep one of the two explanations")
        elif not word or not re.search(rf"\b{re.escape(word)}\b", text):
            message = _("No word of the text is “%(word)s”, so that its explanation is shown nowhere", word=word)
            hint = _("write the abbreviation as the text has it, or move the explanation into the text")
            yield number, 0, "unused-definition", message, hint
    text = "\n".join(line for number, line in enumerate(lines) if number not in targets).casefold()
    plain = re.sub(r"\s+", " ", text)
    for number, name in targets.items():
        if f"[{re.sub(r'[ ]+', ' ', name.casefold())}]" not in plain:
            message = _("A line that begins with “[%(name)s]:” is a link's target, and no link uses it", name=name)
            hint = _("write “\\[%(name)s]:” if readers are to see it, or delete it", name=name)
            yield number, 0, "unused-definition", message, hint
