"""Strict YAML: plain data from PyYAML's parser events.

None of the surprises of YAML 1.1, every value with its place on demand.

PyYAML's own loader turns ``8:00`` into 480, ``0201`` into 129 and ``NO`` into False, and lets the last of two equal
keys win. Here only ``true``/``false``, plain decimal numbers and ``null`` mean anything but text; a number with a
leading zero, an equal key, an anchor, a tag or a second document is a mistake that is told.  Working on the C parser's
events keeps this fast.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from partnership.sources.fast_yaml import fast_mapping

KeyPath = tuple[str | int, ...]
MAX_DEPTH = 24
"""Lists and mappings inside each other that are accepted."""

MAX_VALUES = 200_000
"""Scalars of one document that are accepted."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in the text itself: 1-based place, stable code, sentence, advice."""

    line: int
    column: int
    code: str
    message: str
    hint: str
    suggestion: str | None = None


class YamlMistakes(Exception):
    """The document cannot be used; ``mistakes`` lists all that were found."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("; ".join(mistake.message for mistake in mistakes))
        self.mistakes = mistakes


@dataclass(slots=True)
class Positions:
    """Where keys and values stand: key path → 1-based (line, column)."""

    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)


def load(text: str, positions: Positions | None = None, first_line: int = 1) -> Any:
    """Return the data of one YAML document (dict, list, str, int, float, bool or None); an empty text is None.

    ``positions`` is filled when given.  ``first_line`` is the number of the text's first line in its file.
    Raises :class:`YamlMistakes`.
    """
    if positions is None and (mapping := fast_mapping(text)) is not None:
        return mapping
    # PyYAML only where a document needs it: most builds read none, or one of everyday form.
    from partnership.sources.yaml_events import read

    return read(text, positions, first_line)
