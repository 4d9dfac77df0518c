"""Strict YAML: plain data from PyYAML's parser events.

None of the surprises of YAML 1.1, every value with its place on demand.

PyYAML's own loader turns ``8:00`` into 480, ``0201`` into 129 and ``NO`` into False, and lets the last of two equal
keys win. Here only ``true``/``false``, plain decimal numbers and ``null`` mean anything but text; a number with a
leading zero, an equal key, an anchor, a tag or a second document is a mistake that is told.  Working on the C parser's
events keeps this fast.
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

from partnership.locales.blanks import SPACES
from partnership.patterns import pattern
from partnership.problems import Severity
from partnership.sources.fast_yaml import fast_mapping

KeyPath = tuple[str | int, ...]
MAX_DEPTH = 24
"""Lists and mappings inside each other that are accepted."""

MAX_VALUES = 200_000
"""Scalars of one document that are accepted."""


class Mistake(msgspec.Struct, frozen=True):
    """Something wrong in the text itself: 1-based place, stable code, sentence, advice."""

    line: int
    column: int
    code: str
    message: str
    hint: str
    suggestion: str | None = None
    severity: Severity = "error"


class YamlMistakes(Exception):
    """The document cannot be used; ``mistakes`` lists all that were found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(mistake.message for mistake in mistakes))
        self.mistakes = mistakes


class Positions(msgspec.Struct):
    """Where keys and values stand: key path → 1-based (line, column)."""

    keys: dict[KeyPath, tuple[int, int]] = msgspec.field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = msgspec.field(default_factory=dict)


# Spaces at which no line breaks, before a key, a hyphen or a value: they look like spaces and were meant as such.
_WRONG_SPACES: Final = pattern(rf"^[ {SPACES}]*(?:-[ {SPACES}]+)?(?:[\w-]+:[ {SPACES}]+)?", re.MULTILINE)
_TO_SPACES: Final = {ord(space): " " for space in SPACES}


def load(
    text: str, positions: Positions | None = None, first_line: int = 1, remarks: list[Mistake] | None = None
) -> Any:
    """Return the data of one YAML document (dict, list, str, int, float, bool or None); an empty text is None.

    ``positions`` is filled when given, ``remarks`` with what is dubious and no mistake.  ``first_line`` is the
    number of the text's first line in its file.  Raises :class:`YamlMistakes`.
    """
    if positions is None and (mapping := fast_mapping(text)) is not None:
        return mapping
    # PyYAML only where a document needs it: most builds read none, or one of everyday form.
    from partnership.sources.yaml_events import read

    if not text.isascii():
        text = _WRONG_SPACES.sub(lambda found: found.group().translate(_TO_SPACES), text)
    return read(text, positions, first_line, [] if remarks is None else remarks)


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, as a value on one line."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"
