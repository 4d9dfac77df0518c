"""YAML means what an editor thinks it means."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.characters import settle
from partnership.sources.front_matter import split
from partnership.sources.strict_yaml import MAX_DEPTH, Positions, YamlMistakes, load


def codes(text: str) -> list[str]:
    """Return the codes of the mistakes in ``text``."""
    with pytest.raises(YamlMistakes) as caught:
        load(text)
    return [mistake.code for mistake in caught.value.mistakes]


def test_only_plain_numbers_and_true_false_are_not_text() -> None:
    """What YAML 1.1 turns into something else stays text here."""
    text = "a: 8:00\nb: NO\nc: yes\nd: 2024-02-30\ne: 1.5\nf: -3\ng: true\nh: ~\ni: 1_000\nj: '12'\n"
    text += "k: 0x1f\nl: 1e3\nm: .5\n"
    assert load(text) == {
        "a": "8:00",
        "b": "NO",
        "c": "yes",
        "d": "2024-02-30",
        "e": 1.5,
        "f": -3,
        "g": True,
        "h": None,
        "i": "1_000",
        "j": "12",
        "k": "0x1f",
        "l": "1e3",
        "m": ".5",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: 0201\n", "leading-zero"),
        ("a: &x 1\n", "anchor"),
        ("a: *x\n", "alias"),
        ("a: !!python/name:os.system x\n", "tag"),
        ("a: 1\n---\nb: 2\n", "two-documents"),
        ("? [a]\n: 1\n", "key-not-text"),
        ("a: " + "[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "too-deep"),
        ("a:\n\t- b\n", "tab"),
        ("a: b: c\n", "yaml"),
        ('a: "b\n', "unclosed"),
        ("a\nb: c\n", "yaml"),
        ("a: @b\n", "yaml"),
        ("a: b\x07\n", "control-character"),
    ],
)
def test_each_mistake_has_its_code(text: str, code: str) -> None:
    """Every surprise of YAML is told by its own name."""
    assert codes(text)[0] == code


def test_several_mistakes_are_told_at_once() -> None:
    """Mistakes that do not stop the parser are collected."""
    assert codes("a: 01\na: 02\nb: &c d\n") == ["leading-zero", "duplicate-key", "leading-zero", "anchor"]


def test_open_quotation_mark_is_told_where_it_opens() -> None:
    """The place is where the editor must look, not the end of the file."""
    with pytest.raises(YamlMistakes) as caught:
        load('a: 1\nname: "PUP\nb: 2\n')
    assert (caught.value.mistakes[0].line, caught.value.mistakes[0].column) == (2, 7)


def test_alias_bomb_ends_at_once() -> None:
    """A billion laughs are refused at the first anchor and never expanded."""
    bomb = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    assert set(codes(bomb)) == {"anchor", "alias"}


def test_positions_count_from_the_first_line_of_the_file() -> None:
    """Keys and values know their line and column, also inside front matter."""
    positions = Positions()
    load("a:\n  - b: 1\n    c: [x, y]\n", positions, first_line=2)
    assert positions.values[("a", 0, "c", 1)] == (4, 12)
    assert positions.keys[("a", 0, "b")] == (3, 5)


SETTLED = st.text(
    st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u2010\u2011") | st.just(" "), max_size=20
).map(settle)
"""Text as it is once characters that nobody sees are gone."""

simple = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | SETTLED,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdefghij", min_size=1, max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(simple)
def test_what_pyyaml_writes_is_read_back(value: Any) -> None:
    """Data that PyYAML writes safely comes back the same: strictness loses nothing."""
    written = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    assert load(written) == value


@given(st.text(max_size=200))
def test_any_text_is_data_or_mistakes(text: str) -> None:
    """No text makes the reader fail in another way."""
    try:
        load(text)
    except YamlMistakes as error:
        assert error.mistakes
        assert all(mistake.line >= 1 and mistake.column >= 1 for mistake in error.mistakes)


def test_front_matter_is_split_with_line_numbers() -> None:
    """Head and body know where they begin in the file."""
    parts = split("---\ntitle: A\n---\n\nTekst --- dalej\n---\n")
    assert (parts.head, parts.head_line, parts.body, parts.body_line) == (
        "title: A\n",
        2,
        "\nTekst --- dalej\n---\n",
        4,
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), (" \n", "empty"), ("Tekst\n", "no-front-matter"), ("---\na: 1\n", "open-front-matter")],
)
def test_front_matter_that_is_missing_or_open(text: str, code: str) -> None:
    """A file without a head says what to put at its top."""
    with pytest.raises(YamlMistakes) as caught:
        split(text)
    assert caught.value.mistakes[0].code == code


def test_control_characters_by_escape_are_told() -> None:
    """Pages and feeds may not hold them; a tab and a line break are text."""
    assert load('a: "b\\tc\\nd"') == {"a": "b\tc\nd"}
    with pytest.raises(YamlMistakes) as caught:
        load('a: "b\\x07"\nc: "\\x9f"')
    assert [(one.code, one.line, one.column) for one in caught.value.mistakes] == [
        ("control-character", 1, 4),
        ("control-character", 2, 4),
    ]
