"""What YAML would take away or misread is told at its line, with the value as it ought to be written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.strict_yaml import Mistake, YamlMistakes, load, quoted


def first(text: str) -> Mistake:
    """Return the first mistake in ``text``."""
    with pytest.raises(YamlMistakes) as caught:
        load(text)
    return caught.value.mistakes[0]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("a: Konkurs #3 w Krakowie\n", '"Konkurs #3 w Krakowie"'),
        ("a: #3\n", '"#3"'),
        ('a: "Konkurs" #3\n', None),
        ("a:\n- x #1\n- y\n", '"x #1"'),
        ("a: [x, y] #z\n", None),
        ("a: {b: c #1\n}\n", '"c #1"'),
        ("a: x\t#y\n", '"x\t#y"'),
        ("a: 5 #2\n", '"5 #2"'),
        ('a: say "x" #2\n', "'say \"x\" #2'"),
    ],
)
def test_words_behind_a_number_sign_are_not_lost(text: str, suggestion: str | None) -> None:
    """What YAML would drop as a remark is a mistake that shows it, in values, lists and behind quotes."""
    found = first(text)
    assert (found.code, found.suggestion) == ("text-cut", suggestion)
    assert "#" in found.message


@pytest.mark.parametrize(
    "text", ["a: x # uwaga\n", "a: [x]  # uwaga\n", 'a: "x" # uwaga\n', "a: # uwaga\n  b: c\n", "a: | # uwaga\n  b\n"]
)
def test_a_remark_behind_a_value_is_shown(text: str) -> None:
    """A remark with a space may be meant as one: it is a warning that shows what nobody will see."""
    remarks: list[Mistake] = []
    load(text, remarks=remarks)
    assert [(one.code, one.severity) for one in remarks] == [("remark", "warning")]
    assert "# uwaga" in remarks[0].message


@pytest.mark.parametrize("text", ["# uwaga\na: x\n", "a: x#y\n", 'a: "x #y"\n', "a: |\n  x #y\n", "a: >\n  x\n  #y\n"])
def test_number_signs_that_cut_nothing_are_left(text: str) -> None:
    """Remarks on lines of their own, signs inside words, quotes and blocks of text."""
    remarks: list[Mistake] = []
    load(text, remarks=remarks)
    assert remarks == []


def test_a_text_of_several_lines_is_given_whole() -> None:
    """The advice holds every word, also of the lines below."""
    found = first("a: jeden #2\n  trzy\nb: c\n")
    assert '"jeden #2 trzy"' in found.hint


@pytest.mark.parametrize(
    ("text", "line", "suggestion"),
    [
        ("title:Tytuł\ndate: x\n", 1, "title: Tytuł"),
        ("a: b\ntitle:Tytuł\n", 2, "title: Tytuł"),
        ("a:\n  src:x.png\n  alt: y\n", 2, "src: x.png"),
        ("title：Tytuł\ndate: x\n", 1, "title: Tytuł"),
    ],
)
def test_a_missing_space_is_told_at_its_own_line(text: str, line: int, suggestion: str) -> None:
    """YAML complains a line below; the editor is sent to the right one."""
    found = first(text)
    assert (found.code, found.line, found.suggestion) == ("no-space", line, suggestion)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2003"])
def test_other_spaces_mean_a_space(space: str) -> None:
    """After a colon, before a field and inside a value a space from a word processor is a space."""
    assert load(f"title:{space}Tytuł\nimage:\n{space}{space}src: a\n{space}{space}alt: Rynek{space}pracy\n") == {
        "title": "Tytuł",
        "image": {"src": "a", "alt": "Rynek pracy"},
    }


def test_hyphens_of_word_processors_are_plain_in_dates_and_names() -> None:
    """A date, a code and a number keep their meaning; in text the hyphen stays as it was."""
    assert load("a: 2026\u201111\u201102\nb: pup\u2010bochnia\nc: 12\u2011345 67\nd: żółto\u2011niebieski\n") == {
        "a": "2026-11-02",
        "b": "pup-bochnia",
        "c": "12-345 67",
        "d": "żółto\u2011niebieski",
    }


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("„Tytuł: x”", "curly-quotes"),
        ("[„a, b”]", "curly-quotes"),
        ('"a" b', "text-after-quotes"),
        ("'a's'", "text-after-quotes"),
        ("@a", "yaml"),
        ("- a", "yaml"),
        ("> a", "yaml"),
        ("[a] b", "yaml"),
        ("! a", "tag"),
    ],
)
def test_a_value_that_yaml_cannot_take_is_given_in_quotes(value: str, code: str) -> None:
    """The suggestion, put in the place of the value, is read as the text that was meant."""
    found = first(f"a: x\nb: {value}\n")
    assert (found.code, found.line) == (code, 2)
    if found.suggestion is not None:
        read = load(f"a: x\nb: {found.suggestion}\n")["b"]
        assert read in (value, value[1:-1])


def test_curly_quotes_around_a_whole_value_are_told_and_kept() -> None:
    """They would be shown; straight ones around them say that they are meant."""
    remarks: list[Mistake] = []
    assert load('a: „Wpis”\nb: Program „Start”\nc: "„Start”"\n', remarks=remarks)["a"] == "„Wpis”"
    assert [(one.line, one.column, one.code, one.severity) for one in remarks] == [(1, 4, "curly-quotes", "warning")]
    mended: list[Mistake] = []
    assert load(f"a: {remarks[0].hint.rpartition(' write ')[2]}\n", remarks=mended)["a"] == "„Wpis”" and not mended


@given(st.text("aż1 \"'\\#:-[]{},&*!|>%@`„”", min_size=1, max_size=30))
def test_quoted_text_is_read_back(text: str) -> None:
    """What the messages propose between quotation marks is the text itself."""
    assert load(f"a: {quoted(text)}\n") == {"a": text}
