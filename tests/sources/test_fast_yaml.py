"""Everyday YAML means what the strict loader says, or is left to it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.fast_yaml import fast_mapping
from partnership.sources.front_matter import Split, split
from partnership.sources.strict_yaml import Positions, YamlMistakes, load
from tests.support.searches import examples

PIECES = [
    *("a", "title", "b_c: ", "key:", " ", "\n", "- ", "[", "]", "[a, b]", "[1, 2.5, x y]", ",", ", ", "'x'", '"y z"'),
    *(
        "'",
        '"',
        "#",
        " #",
        ":",
        ": ",
        "1",
        "01",
        "-1",
        ".5",
        "2024-01-01",
        "10:00",
        "null",
        "true",
        "~",
        "ż",
        "no",
        "=",
    ),
    *("\u00a0", "\u2028", "\x85", "\t", "|", ">", "&a", "*a", "!t", "%", "@", "`", "\\", "{", "}", "?", "---", "..."),
    *("\u2011", "\u2010", "\u00a0", "„", "”", "„a”", "\u202e", "\u00ad"),
    *("<<: ", "x: y", "k: v\n", "date: 2001-01-01\n", "_", "-", "\ufeff", "😀"),
]


def _strict(text: str) -> Any:
    """Return what the parser reads: with positions wanted, nothing else is asked."""
    return load(text, Positions())


def _same_or_nothing(text: str) -> bool:
    mapping = fast_mapping(text)
    # By their written form: 1, 1.0 and True are equal.
    assert mapping is None or repr(mapping) == repr(_strict(text)), text
    return mapping is not None


@pytest.mark.parametrize(
    "text",
    [
        "title: Wpis numer 0\ndate: 2001-01-01\ntags: [temat AA, temat AH]\nsummary: Ma „swoją” datę.\n",
        "a: 1\nb: -\n".replace("-", "1.50"),
        "county: \"1201\"\nname: 'ul. Wąska: 3 #2'\nnothing:\nempty: []\n",
        "url: https://example.org/#a\nat: 2026-11-24 10:00\nyes: no\n",
        "a: true\nb: null\nc: [null, false, 3, C 4]",
    ],
)
def test_everyday_text_is_read(text: str) -> None:
    """What editors write every day needs no parser, and means the same."""
    assert _same_or_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "a", "- a", "a: 01", "a: 1\na: 2", "a: b: c", "a: b #c", "a: b:", "a: b \n", "a: 'b''c'", 'a: "\\n"',
        "a: |\n  b", "a:\n  b: c", "a:\n- b", "a: b\n  c", "a: [b", "a: [b: c]", "a: [[b]]", "a: [b,, c]", "a: {b: c}",
        "a: *b", "a: &b c", "a: !b c", "a: b\u00a0c", "a: \tb", "# a", "a: b\n\nc: d", "---\na: b", "a: -1", "a:b",
    ],
)  # fmt: skip
def test_what_may_mean_more_is_left(text: str) -> None:
    """A mark that may mean more, or a mistake to be told, is left to the parser."""
    assert fast_mapping(text) is None


def _agrees_whatever_happens(text: str) -> None:
    try:
        _same_or_nothing(text)
    except YamlMistakes as error:
        raise AssertionError(text) from error


@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from(["", "k: ", "k: [", 'k: "', "k: '"]))
@examples(2000)
def test_equals_the_strict_loader_on_any_mixture(pieces: list[str], before: str) -> None:
    """Marks and words in any order, at the beginning, as a value, in a list, in quotes."""
    closing = {"[": "]", '"': '"', "'": "'"}.get(before[-1:], "")
    _agrees_whatever_happens(before + "".join(pieces) + closing)


@given(st.text(max_size=20))
@examples(1000)
def test_equals_the_strict_loader_on_any_text(value: str) -> None:
    """Any characters at all as a value."""
    _agrees_whatever_happens(f"key: {value}\nother: [a, {value}]\n")
    _agrees_whatever_happens(f"key: x{value}")


@given(st.lists(st.sampled_from(["---", "--- ", "----", "\n", "a: b", "text", " ---", "\x0b"]), max_size=9))
@examples(500)
def test_the_head_ends_at_the_first_line_of_hyphens(pieces: list[str]) -> None:
    """Head and text are what stands before and after that line, with the numbers of their lines."""
    rest = "".join(pieces)
    lines = rest.split("\n")
    ends = [number for number, line in enumerate(lines) if line.startswith("---") and line.rstrip() == "---"]
    if not ends:
        with pytest.raises(YamlMistakes):
            split(f"---\n{rest}")
        return
    head, body = "\n".join(lines[: ends[0]]) + "\n", "\n".join(lines[ends[0] + 1 :])
    assert split(f"---\n{rest}") == Split(head, body, 2, ends[0] + 3)
