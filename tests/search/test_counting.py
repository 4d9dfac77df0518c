"""Counting words for the search: the quick way over a code page says what the finder's folding and stems say."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partnership.finder.folding import words
from partnership.search.counting import all_stems, with_joined
from partnership.search.tongues import tongue

PAGE = [bytes((code,)).decode("cp1250", "ignore") for code in range(32, 256)]
PIECES = [*filter(None, PAGE), " ", "art", " plus ", "5", "ж", "\u0301", "é"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(TEXTS)
@example("art. 5 i 50 plus, 50+, art5")
@example("Żółć – „straße” ™ µ")
@example("e\u0301 NFD")
def test_counts_what_folding_finds(text: str) -> None:
    """Any text, of the code page or not, gives exactly the stems of the folded words that do not only connect."""
    speech = tongue("pl")
    expected = [speech.stem(word) for word in words(text) if word not in speech.skip]
    assert sorted(all_stems(text, "pl")) == sorted(expected)


@given(st.lists(st.sampled_from(["e", "mail", "-", "\u2011", " ", "5", "–", "ą"]), max_size=12).map("".join))
@example("e-mail, re\u2011use, społeczno-gospodarczy")
def test_hyphens_join_letters_alone(text: str) -> None:
    """A text stays as it is, and what follows are its words with hyphens written without, numbers never."""
    joined = with_joined(text)
    assert joined.startswith(text)
    added = joined[len(text) :].split()
    assert all(word.isalpha() for word in added)
    assert added == [word for word in added if word in text.replace("-", "").replace("\u2011", "")]
    if not {"-", "\u2011"} & set(text):
        assert joined == text


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("pl", "zwolnienie zwolnienia zwolnieniom zwolnieniach"),
        ("en", "dismissal dismissals dismissed dismissing"),
        ("en", "company companies"),
        ("uk", "звільнення звільненням звільненнях"),
        ("uk", "роботодавець роботодавця"),
    ],
)
def test_forms_of_a_word_meet(lang: str, forms: str) -> None:
    """Cases and numbers of a word have one stem, in each language by its own table."""
    stems = {stem for form in forms.split() for stem in all_stems(form, lang)}
    assert len(stems) == 1, stems


def test_language_without_a_table() -> None:
    """A language that has no table is searched by whole words."""
    assert all_stems("Haus Häuser", "de") == ["haus", "hauser"]


@pytest.mark.parametrize("lang", ["pl", "en", "uk"])
def test_months_are_known(lang: str) -> None:
    """Each language with a table names twelve months, so that dates in words are understood."""
    assert len(tongue(lang).months) == 12
    assert all(tongue(lang).months)
