"""A quotation mark or bracket without its end is told where it opens, and closing it as told mends the text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.strict_yaml import Mistake, YamlMistakes, load


def mistakes(text: str) -> list[Mistake]:
    """Return all mistakes of a text."""
    try:
        load(text)
    except YamlMistakes as error:
        return error.mistakes
    return []


def mended(text: str, mistake: Mistake) -> str:
    """Return the text with the suggestion in the place that the message names: down to the end of the value."""
    assert mistake.suggestion is not None
    lines = text.split("\n")
    line = lines[mistake.line - 1]
    before, here = line[: mistake.column - 1], line[mistake.column - 1 :]
    told = mistake.suggestion[:-1]
    lines[mistake.line - 1] = before + mistake.suggestion + here[len(told) :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "line", "column", "suggestion"),
    [
        ('a: x\nphone: ["1 2"\nemail: ["b"]\n', 2, 8, '["1 2"]'),
        ('a: x\ncity: "K\nphone: ["1 2"]\nc: ["b"]\n', 2, 7, '"K"'),
        ("a: x\ncity: 'K\nphone: ['1 2']\n", 2, 7, "'K'"),
        ('a: x\ncity: "K\nphone: y\n', 2, 7, '"K"'),
        ('a: "x\nb: y"\nc: d\n', 1, 4, '"x"'),
        ("a: {b: c\nd: x\n", 1, 4, "{b: c}"),
        ("a:\n  - [b\n  - c\nd: x\n", 2, 5, "[b]"),
        ('a:\n  - "b\n  - c\n  - "d"\ne: x\n', 2, 5, '"b"'),
        ("a: [b, [c, d]\ne: x\n", 1, 4, "[b, [c, d]]"),
        ('a: ["b, c]\ne: "x"\n', 1, 5, '"b"'),
        ('a:\n  b: "c\n  d: e\nf: "g"\n', 2, 6, '"c"'),
        ('- a: "b\n  c: d\n- a: "e"\n', 1, 6, '"b"'),
        ("a: b\nc: [d\n", 2, 4, "[d]"),
    ],
)
def test_what_opens_is_told_where_it_opens(text: str, line: int, column: int, suggestion: str) -> None:
    """Not where YAML stumbles; and with what is proposed the text can be read."""
    (found,) = mistakes(text)
    assert (found.code, found.line, found.column, found.suggestion) == ("unclosed", line, column, suggestion)
    assert mistakes(mended(text, found)) == []


def test_a_bracket_over_several_lines_is_told_with_the_last_of_them() -> None:
    """The place where it ends is the editor's to choose."""
    (found,) = mistakes("a: [b,\n  c,\n  d\ne: x\n")
    assert (found.line, found.column, found.suggestion) == (1, 4, None)
    assert "line 3" in found.hint


def test_a_wrong_closing_bracket_is_told_at_itself() -> None:
    """The right one in its place mends the text."""
    (found,) = mistakes("a: [b, c}\nd: e\n")
    assert (found.line, found.column, found.suggestion) == (1, 9, "]")


@pytest.mark.parametrize(
    "text",
    [
        'a: "b\n  c: d"\n',
        "a: [b,\n  c]\nd: e\n",
        "a:\n  [b,\n  c]\n",
        "a: |\n  say \"b\n  c: 'd\ne: f\n",
        "a: b\n  'c' and [d\n",
        "a: it's\nb: c [d\ne: don't\n",
        'a: "b \\" c"\n',
        "a: 'it''s'\n",
        'a: "b" # [c\n',
        "- \"a\"\n- 'b'\n",
        "a: [b, 'c]', \"}\"]\n",
        'a: "b\n\n  c"\nd: e\n',
    ],
)
def test_what_closes_further_down_is_left(text: str) -> None:
    """Texts and lists over several lines, blocks of text, apostrophes and signs inside words are no mistakes."""
    assert [one for one in mistakes(text) if one.code == "unclosed"] == []


def written(value: Any) -> str:
    """Return a text, list or mapping in quotes and brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(one)}" for key, one in value.items()) + "}"
    return f'"{value}"'


texts = st.text("aż1 :-'", min_size=1, max_size=8).map(lambda text: f"x{text}x")
names = st.sampled_from(["name", "phone", "email", "city"])
values = texts | st.lists(texts, min_size=1, max_size=3) | st.dictionaries(names, texts, min_size=1, max_size=3)


@given(st.dictionaries(names, values, min_size=2, max_size=4), st.data())
def test_any_end_that_is_missing_is_told_in_its_line_and_mended(fields: dict[str, Any], data: st.DataObject) -> None:
    """Whatever closing sign of a value is left out, the advice, taken at its word, gives a text that can be read."""
    lines = [f"{key}: {written(value)}" for key, value in fields.items()]
    number = data.draw(st.integers(0, len(lines) - 1))
    spoilt = "\n".join([*lines[:number], lines[number][:-1], *lines[number + 1 :]]) + "\n"
    found = mistakes(spoilt)
    assert [(one.code, one.line) for one in found] == [("unclosed", number + 1)]
    right = mended(spoilt, found[0])
    assert mistakes(right) == []
    assert load(right) == fields
