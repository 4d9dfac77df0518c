"""What a letter says, before it is HTML or plain text."""

from __future__ import annotations

import msgspec

from partnership.letters.facts import FactGroup, InstitutionFacts
from partnership.letters.parts import LetterFact


class NumberedFact(msgspec.Struct, frozen=True):
    """A fact with its number in the letter, by which an answer names it."""

    number: int
    fact: LetterFact


class LetterPart(msgspec.Struct, frozen=True):
    """What is known of one record, with a sentence on its confirmation."""

    group: FactGroup
    state: str
    facts: tuple[NumberedFact, ...]


class Wish(msgspec.Struct, frozen=True):
    """Something that the site would like to know, with its number; ``of`` is the record where that is not plain."""

    number: int
    label: str
    of: str


class Headings(msgspec.Struct, frozen=True, kw_only=True):
    """The words that both forms of a letter put over and beside its parts."""

    answer: str
    missing: str
    page: str
    editors: str
    command: str
    form: str
    files: str
    nothing: str


class LetterContents(msgspec.Struct, frozen=True, kw_only=True):
    """A letter before it is written: everything that its two forms print.

    ``form`` and ``files`` are empty where the site has no editor to lead to: they would say nothing to a reader.
    """

    institution: InstitutionFacts
    headings: Headings
    subject: str
    greeting: str
    reason: str
    request: str
    parts: tuple[LetterPart, ...]
    missing: tuple[Wish, ...]
    answers: tuple[str, ...]
    closing: tuple[str, ...]
    signature: tuple[str, ...]
    command: str
    form: str
    files: tuple[str, ...]
