"""Short texts for heads and cards."""

from __future__ import annotations

from partnership.items.wording import DESCRIPTION_LENGTH, description, shortened


def test_a_short_text_stays_as_it_is() -> None:
    """Only white space is put in order."""
    assert shortened("  Dwa \n słowa ", 20) == "Dwa słowa"


def test_a_long_text_is_cut_between_words() -> None:
    """No word is cut in two, and an ellipsis says that there is more."""
    assert shortened("Rada Partnerów zebrała się, a potem", 28) == "Rada Partnerów zebrała się…"


def test_one_endless_word_is_cut_all_the_same() -> None:
    """A text without spaces keeps to the length, too."""
    assert shortened("a" * 50, 10) == "a" * 9 + "…"


def test_description_takes_the_first_text_that_says_anything() -> None:
    """Empty candidates are passed over; the result is short enough for search results."""
    assert description(None, "  ", "", "Tytuł") == "Tytuł"
    assert len(description("słowo " * 100)) <= DESCRIPTION_LENGTH
    assert description(None) == ""
