"""A text in brackets that a comma, a colon or a quotation mark cuts up is told with all its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.strict_yaml import Mistake, YamlMistakes, load


def first(text: str) -> Mistake:
    """Return the first mistake in ``text``."""
    with pytest.raises(YamlMistakes) as caught:
        load(text)
    return caught.value.mistakes[0]


@pytest.mark.parametrize(
    ("text", "column", "suggestion"),
    [
        ("en: {summary: A port, an airport and sites.}\n", 15, '"A port, an airport and sites."'),
        ("en: {name: A, summary: A port, an airport}\n", 24, '"A port, an airport"'),
        ("en: {summary: A port, an airport, x, name: A}\n", 15, '"A port, an airport, x"'),
        ("en: [{summary: A port, an airport}]\n", 16, '"A port, an airport"'),
        ("en: {year: 5, 7 km away}\n", 12, '"5, 7 km away"'),
        ("en: {summary: We have: a port, a quay}\n", 15, '"We have: a port, a quay"'),
        ('a: ["b" c, d]\n', 5, "'\"b\" c'"),
        ('a: {b: "c" d, e: f}\n', 8, "'\"c\" d'"),
        ("a: [b: c: d, e]\n", 8, '"c: d"'),
    ],
)
def test_a_text_that_is_cut_up_is_given_whole(text: str, column: int, suggestion: str) -> None:
    """The suggestion, in the place of the text and of what was cut off, is read with every word."""
    found = first(text)
    assert (found.line, found.column, found.suggestion) == (1, column, suggestion)
    end = len(suggestion.strip("'\"")) if suggestion[1] != '"' else len(suggestion) - 2
    before, here = text[: column - 1], text[column - 1 :]
    load(before + suggestion + here[end:])


def test_a_piece_without_a_field_before_it_is_told_at_itself() -> None:
    """Nobody knows to which text it belongs."""
    assert (first("a: {A port, b}\n").column, first('a: {b: "c", a port}\n').column) == (5, 13)


def test_a_text_over_two_lines_is_told_without_a_suggestion() -> None:
    """The advice says what to do; where the text ends is not guessed."""
    found = first("a: {b: A port,\n  an airport}\n")
    assert (found.line, found.column, found.suggestion) == (1, 8, None)


def test_texts_side_by_side_become_a_list() -> None:
    """Several quoted texts with commas between them lack nothing but the brackets."""
    assert first('phone: "1 2", "3 4"\n').suggestion == '["1 2", "3 4"]'


@pytest.mark.parametrize("text", ["a: {b: c, d: e}\n", "a: {b: , d: e}\n", 'a: {"b": c, }\n', "a: [b, c d, e]\n"])
def test_fields_and_items_are_left(text: str) -> None:
    """Commas part the fields of braces and the items of brackets."""
    load(text)


@given(st.lists(st.text("abż ", min_size=1, max_size=9).map(str.strip).filter(bool), min_size=2, max_size=5))
def test_no_word_behind_a_comma_is_lost(pieces: list[str]) -> None:
    """However many commas a text has, it comes back whole."""
    whole = ", ".join(pieces)
    found = first(f"a: {{name: x, summary: {whole}}}\n")
    assert load(f"a: {{name: x, summary: {found.suggestion}}}\n") == {"a": {"name": "x", "summary": whole}}
