"""Paragraphs of a file as its editors wrote it: values of YAML, blocks of Markdown, each with its language."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Final

_KEY: Final = re.compile(r"( *)(?:- +)?([a-z_]+):(?: |$)")


def paragraphs(text: str, lang: str, known: Container[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where paragraphs of a file begin and end, each with its language: keys, list items, rows, blocks of lines.

    Below a key that is the code of a language the texts are in it; texts in a language without words are left out.
    """
    front = text.startswith("---")
    yaml_part = not re.search(r"(?m)^---\s*$", text) or front
    begin, language, deeper = 0, lang, -1
    offset = 0
    current = lang
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if front and bare == "---" and offset:
            yield from _told_in(begin, offset, current, known)
            front = yaml_part = False
            begin, current = offset + len(line), lang
        elif yaml_part:
            key = _KEY.match(line)
            indent = len(line) - len(line.lstrip(" "))
            if bare and deeper >= 0 and indent <= deeper:
                language, deeper = lang, -1
            if key is not None or bare.startswith(("- ", "#")) or not bare:
                yield from _told_in(begin, offset, current, known)
                begin = offset if not bare.startswith("#") else offset + len(line)
                if key is not None and key.group(2) in known and line.rstrip().endswith(":"):
                    language, deeper = key.group(2), indent
                current = language
        elif not bare or bare.startswith(("#", "|", "- ", "* ", ">")) or re.match(r"\d+\. ", bare):
            yield from _told_in(begin, offset, current, known)
            begin = offset
        offset += len(line)
    yield from _told_in(begin, offset, current, known)


def _told_in(begin: int, end: int, language: str, known: Container[str]) -> Iterator[tuple[int, int, str]]:
    if end > begin and language in known:
        yield begin, end, language
