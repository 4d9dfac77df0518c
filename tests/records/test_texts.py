"""Texts of records in other languages: typed from the record, told where wrong, in place or marked."""

from __future__ import annotations

import pytest

from partnership.kinds.registry import RECORD_KIND
from partnership.locales.marks import marked
from partnership.records.files import parse_data
from partnership.records.localise import counted, localised, texts_in

KIND = RECORD_KIND["institutions"]
RECORD = """name: Urząd
type: x
county: "1201"
description: Pomaga.
services:
- posrednictwo
- id: staz
  note: Uwaga.
  documents: [wniosek, program]
"""


def parsed(texts: str) -> tuple[object, list[tuple[int, int, str]]]:
    """Return the record with some texts in English, and its problems as (line, column, code)."""
    found = parse_data(KIND, "institutions/a.yaml", "a", (RECORD + texts).encode())
    return found.records[0] if found.records else None, [(one.line, one.column, one.code) for one in found.problems]


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ("en: x\n", (10, 5, "wrong-type")),
        ("en:\n  nmae: Office\n", (11, 3, "unknown-key")),
        ("uk:\n  county: x\n", (11, 3, "unknown-key")),
        ("en:\n  services: [null, null, null]\n", (11, 13, "wrong-length")),
        ("en:\n  services: [null, {documents: [a, b, c]}]\n", (11, 32, "wrong-length")),
        ("translations: {}\n", (10, 1, "unknown-key")),
    ],
)
def test_mistakes_are_told_at_their_place(texts: str, problem: tuple[int, int, str]) -> None:
    """Like any other mistake in a record, in every language."""
    assert parsed(texts)[1] == [problem]


def test_a_record_is_shown_in_a_language() -> None:
    """Translated texts in place, lists by position, all others marked; ids, codes and numbers as they are."""
    record, problems = parsed("en:\n  name: Office\n  services: [null, {documents: [application]}]\n")
    assert not problems
    shown = localised(record, "en", "pl")  # type: ignore[type-var]
    assert (shown.name, shown.description) == ("Office", marked("Pomaga.", "pl"))  # type: ignore[attr-defined]
    given = shown.services[1]  # type: ignore[attr-defined]
    assert (given.id, given.note, given.documents) == (
        "staz",
        marked("Uwaga.", "pl"),
        ("application", marked("program", "pl")),
    )
    assert shown.services[0] == "posrednictwo"  # type: ignore[attr-defined]
    assert counted(record, "en") == (3, 5) and counted(record, "uk") == (5, 5)  # type: ignore[arg-type]


def test_entries_with_an_id_are_translated_by_it() -> None:
    """Whatever their place: an entry that is put before them moves no text."""
    record, problems = parsed("en:\n  services: {staz: {note: Note., documents: [application]}}\n")
    assert not problems
    shown = localised(record, "en", "pl")  # type: ignore[type-var]
    assert shown.services[0] == "posrednictwo"  # type: ignore[attr-defined]
    assert (shown.services[1].note, shown.services[1].documents[0]) == ("Note.", "application")  # type: ignore[attr-defined]
    places = [one.place for one in texts_in(record, "en") if one.translation]  # type: ignore[arg-type]
    assert places == [("en", "services", "staz", "note"), ("en", "services", "staz", "documents", 0)]
    _record, problems = parsed("en:\n  services: {stas: {note: Note.}}\n")
    assert problems == [(11, 14, "unknown-reference")]


def test_words_of_a_language_are_its_own_list() -> None:
    """Synonyms are what people say: any number of them, in the place of the others, and none is missing."""
    kind = RECORD_KIND["services"]
    text = "- {id: a, name: A, group: g, description: D, status: current, synonyms: [x], en: {synonyms: [y, z]}}\n"
    parsed_file = parse_data(kind, "services.yaml", "", text.encode())
    assert not parsed_file.problems
    (record,) = parsed_file.records
    assert localised(record, "en", "pl").synonyms == ("y", "z")
    assert localised(record, "uk", "pl").synonyms == (marked("x", "pl"),)
    assert counted(record, "en") == (3, 3)
