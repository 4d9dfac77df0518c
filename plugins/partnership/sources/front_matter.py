"""The head of a Markdown file: YAML between two lines of three hyphens, then the text."""

from __future__ import annotations

from dataclasses import dataclass

from partnership.language import _
from partnership.sources.strict_yaml import Mistake, YamlMistakes


@dataclass(frozen=True, slots=True)
class Split:
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
        raise YamlMistakes(
            [
                Mistake(
                    1,
                    1,
                    "no-front-matter",
                    _("The file does not begin with its description between lines “---”"),
                    _("put “---” in the first line, then “title: …” and “date: …”, then “---”"),
                )
            ]
        )
    place = start - 1
    while (place := text.find("\n---", place)) >= 0:
        end = text.find("\n", place + 1)
        if end < 0:
            end = len(text)
        if text[place + 1 : end].rstrip() == "---":
            head = text[start : place + 1]
            return Split(head or "\n", text[end + 1 :], 2, head.count("\n") + 3)
        place = end
    raise YamlMistakes(
        [
            Mistake(
                1,
                1,
                "open-front-matter",
                _("The description at the top of the file does not end"),
                _("put a line “---” between the description and the text"),
            )
        ]
    )
