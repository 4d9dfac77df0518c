"""The smallest part of a letter: one fact, and texts without their marks."""

from __future__ import annotations

import msgspec

from partnership.pages.common.record_texts import record_text
from partnership.prose.plain import whole_text


class LetterFact(msgspec.Struct, frozen=True):
    """A fact: what it is, and its lines; none where it is not known.

    ``wanted`` asks for what is missing; ``reach`` marks what somebody who wants to go there needs first.
    """

    label: str
    lines: tuple[str, ...]
    wanted: bool = False
    reach: bool = False

    @property
    def missing(self) -> bool:
        """Whether the site would like to know it and does not."""
        return self.wanted and not self.lines


def plain_text(markdown: str) -> tuple[str, ...]:
    """Return the paragraphs of a Markdown text of a record as plain text."""
    blocks = (whole_text(record_text(block)) for block in markdown.split("\n\n"))
    return tuple(block for block in blocks if block)
