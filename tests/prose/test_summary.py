"""Summaries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.prose.summary import summary


def test_short_text_is_its_own_summary() -> None:
    """A text that fits stays whole, on one line."""
    assert summary("  Jedno\n zdanie. ") == "Jedno zdanie."


def test_ends_after_a_sentence() -> None:
    """A long text ends after the last sentence that fits."""
    text = "Pierwsze zdanie jest tutaj. Drugie zdanie jest tutaj. Trzecie zdanie już się nie zmieści."
    assert summary(text, 60) == "Pierwsze zdanie jest tutaj. Drugie zdanie jest tutaj."


def test_sentence_that_ends_exactly_at_the_limit() -> None:
    """A sentence whose full stop is the last character allowed is kept."""
    assert summary("Ala ma kota. Ola ma psa, a Ewa ma papugę.", 12) == "Ala ma kota."


def test_abbreviations_end_no_sentence() -> None:
    """A stop after „r.”, „ul.”, an initial or an ordinal does not count as an end."""
    text = "Na spotkaniu 28 listopada 2011 r. Rada Partnerów przy ul. Wąskiej przyjęła plan, który J. Kowalska ułożyła."
    assert summary(text, 60) == "Na spotkaniu 28 listopada 2011 r. Rada Partnerów przy…"
    assert summary(text, 75).endswith("…")


def test_else_ends_after_a_word_and_no_letter_hangs() -> None:
    """Without a sentence's end it is cut between words; commas and one-letter words are not left hanging."""
    assert summary("Rada spotkała się w Krakowie, a potem w Tarnowie", 21) == "Rada spotkała się…"
    assert summary("Rada spotkała się, potem jadła", 20) == "Rada spotkała się…"


def test_one_endless_word() -> None:
    """A word longer than the limit is cut anyway."""
    assert summary("a" * 50, 10) == "a" * 9 + "…"


@given(st.text(max_size=300), st.integers(min_value=10, max_value=120))
def test_never_longer_and_always_one_line(text: str, limit: int) -> None:
    """Whatever the text, the summary fits and has no line breaks."""
    made = summary(text, limit)
    assert len(made) <= limit
    assert "\n" not in made
