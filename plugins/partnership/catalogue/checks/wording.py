"""Warnings on the words of a text: where a reader, above all one who hears the page, stumbles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from partnership.catalogue.checks.definitions import unused_definitions
from partnership.catalogue.checks.leftovers import leftovers, open_fence
from partnership.catalogue.samples import sample_sentences
from partnership.language import _
from partnership.locales.words import words
from partnership.problems import Problem
from partnership.records.content import Document
from partnership.records.library import Library, all_records
from partnership.settings import Settings
from partnership.sources import front_matter
from partnership.sources.strict_yaml import YamlMistakes
from partnership.sources.text import Unreadable, read_text

LONGEST_SENTENCE: Final = 40
"""Words of a sentence that is far too long; the house's rule is twenty."""

_LINK: Final = re.compile(r"(?<!!)\[([^\[\]]{1,60})\]\(")
_NO_WORDS: Final = re.compile(r"(?<![!\\])\[[\s\u00ad\u200b]*\]\((?=[^\s()])")
_NO_TARGET: Final = re.compile(r"(?<!\\)\[([^\[\]]{1,60})\]\(\s*(?:<\s*>\s*)?\)")
_ABBREVIATION: Final = re.compile(r"(?<![\w/.:#(\-])[A-ZĄĆĘŁŃÓŚŹŻ]{3,7}(?![\w\-])")
_SHOUTED: Final = re.compile(r"(?<!\w)(?:[A-ZĄĆĘŁŃÓŚŹŻ]{4,}[ ,!]+){2,}[A-ZĄĆĘŁŃÓŚŹŻ]{4,}(?!\w)")
_MARKUP: Final = re.compile(
    # Bounded, so that brackets that never close cost no more than their number.
    r"`[^`]*`|!?\[([^\[\]]{0,400})\]\([^()]{0,400}\)|<[^<>]{0,400}>|https?://\S+|\*+|_{2,}"
)
_SENTENCE_END: Final = re.compile(r"[.!?…:;]['”\")]*\s+(?=[„\"(]?[A-ZĄĆĘŁŃÓŚŹŻ0-9])")
_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_NO_PROSE: Final = re.compile(r"\s*(?:\||#|>|```|~~~|\[\^|\[[^\]]+\]:|$|    )")


class Abbreviations:
    """Abbreviations that need no explaining: common ones, and those of institutions and services of the site."""

    def __init__(self, library: Library) -> None:
        known = set(words().known)
        for institution in all_records(library.institutions):
            known |= set(_capitals(f"{institution.name} {institution.short_name or ''}"))
        for service in all_records(library.services):
            known |= set(_capitals(" ".join((service.name, *service.synonyms))))
        self.known = frozenset(known)

    def unexplained(self, word: str, text: str) -> bool:
        """Tell whether an abbreviation is neither known nor explained by the text: in brackets, or before brackets."""
        after = (f"{word} {one} " for one in words().explaining)
        explained = any(one in text for one in (f"({word}", f"{word} (", f"{word} –", *after))
        return word not in self.known and not explained


class Remarks:
    """The warnings on wording of an earlier look: a preview reads again only the texts that have changed since."""

    def __init__(self) -> None:
        self._known: frozenset[str] = frozenset()
        self._of: dict[str, tuple[Document[Any], list[Problem]]] = {}

    def on(self, document: Document[Any], settings: Settings, abbreviations: Abbreviations) -> list[Problem]:
        """Return the warnings on one text; a record is made anew whenever its file changes."""
        if abbreviations.known != self._known:
            self._known = abbreviations.known
            self._of.clear()
        before = self._of.get(document.path)
        if before is None or before[0] is not document:
            before = self._of[document.path] = document, list(check_wording(document, settings, abbreviations))
        return before[1]


def _capitals(text: str) -> Iterable[str]:
    return (one.group() for one in re.finditer(r"(?<!\w)[A-ZĄĆĘŁŃÓŚŹŻ]{2,7}(?!\w)", text))


def check_wording(document: Document[Any], settings: Settings, abbreviations: Abbreviations) -> Iterator[Problem]:
    """Yield the warnings on one text, each with its place in the file."""
    path = os.path.join(str(settings.content), document.path)
    try:
        parts = front_matter.split(read_text(path))
    except (Unreadable, YamlMistakes):
        return
    samples = set(sample_sentences(settings.language))
    told: set[str] = set()
    polish = document.front.lang == "pl"
    level = 1
    body = parts.body.split("\n")
    lines = list(_without_code(body))
    shown = [*leftovers(lines), *unused_definitions(lines), *(one for one in (open_fence(body),) if one is not None)]
    for place, column, code, message, hint in shown:
        yield _warning(path, place + parts.body_line, column + 1, code, message, hint)
    for number, line in enumerate(lines, parts.body_line):
        for column, code, message, hint in _findings(line, parts.body, abbreviations, samples, told, polish):
            yield _warning(path, number, column + 1, code, message, hint)
        heading = _HEADING.match(line)
        if heading:
            deeper = max(len(heading.group(1)), 2)
            if deeper > level + 1:
                message = _("The heading “%(text)s” skips a level", text=heading.group(2))
                hint = _("begin its line with %(marks)s", marks="#" * (level + 1))
                yield _warning(path, number, 1, "heading-order", message, hint)
            level = deeper


def _warning(path: str, line: int, column: int, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, line=line, column=column, severity="warning", code=code, message=message, hint=hint)


def _without_code(lines: list[str]) -> Iterator[str]:
    """Yield lines, those of fenced code as empty ones."""
    fence = ""
    for line in lines:
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~") and fence in ("", mark):
            fence = "" if fence else mark
            yield ""
        else:
            yield "" if fence else line


def _findings(
    line: str, text: str, abbreviations: Abbreviations, samples: set[str], told: set[str], polish: bool
) -> Iterator[tuple[int, str, str, str]]:
    """Yield (column from 0, code, message, hint) for one line."""
    if line.strip() in samples:
        yield 0, "template-text", _("This sentence is only a sample"), _("write your own in its place, or delete it")
    for found in _LINK.finditer(line):
        if found.group(1).strip(" .!*_").lower() in words().bare_links:
            message = _("The link's text “%(text)s” does not say where it leads", text=found.group(1))
            yield found.start(1), "link-text", message, _("put the link on words that name its target")
    for found in _NO_WORDS.finditer(line):
        yield found.start(), "link-text", _("The link has no text"), _("write between [ and ] what it leads to")
    for found in _NO_TARGET.finditer(line):
        message = _("The link “%(text)s” leads nowhere", text=found.group(1))
        yield found.start(), "no-target", message, _("write an address between ( and ), or delete the marks [ ]( )")
    shouted = _SHOUTED.search(line)
    if shouted:
        message = _("Words are written in capitals: “%(text)s”", text=shouted.group()[:40])
        yield shouted.start(), "capitals", message, _("write them in small letters; for emphasis use **two asterisks**")
    if not polish or _NO_PROSE.match(line):
        return
    if not shouted:
        for found in _ABBREVIATION.finditer(_blanked(line)):
            word = found.group()
            if word not in told and not re.fullmatch("[IVXLCDM]+", word) and abbreviations.unexplained(word, text):
                told.add(word)
                message = _("The abbreviation “%(word)s” is not explained", word=word)
                yield found.start(), "abbreviation", message, _("write it out once: full name (%(word)s)", word=word)
    start = 0
    plain = _blanked(line)
    for sentence in (*_SENTENCE_END.finditer(plain), None):
        end = sentence.end() if sentence else len(plain)
        count = sum(any(char.isalnum() for char in word) for word in plain[start:end].split())
        if count > LONGEST_SENTENCE:
            column = start + len(plain[start:end]) - len(plain[start:end].lstrip())
            yield column, "long-sentence", _("The sentence has %(count)d words", count=count), _("divide it into two")
        start = end


def _blanked(line: str) -> str:
    """Return a line with code, targets of links and other markup as blanks, so that columns stay right."""

    def blank(found: re.Match[str]) -> str:
        kept = found.group(1)
        if kept is None:
            return " " * len(found.group())
        before = found.start(1) - found.start()
        return " " * before + kept + " " * (len(found.group()) - before - len(kept))

    return _MARKUP.sub(blank, line)
