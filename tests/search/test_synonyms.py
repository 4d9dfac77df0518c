"""Words that mean the same: what is read of them, and that a text is found by each of them, below its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from partnership.publications.search.documents import SearchText
from partnership.publications.search.terms import weigh
from partnership.search.counting import stems
from partnership.search.synonyms import NO_SYNONYMS, read_synonyms

PAY = (("zarobki", "płace", "wynagrodzenie"), ("GUS", "urząd statystyczny"))


def level(told: SearchText, word: str) -> int:
    """Return the level of a word in a text, -1 where it is not found by it."""
    said, levels, named, _lines = weigh(told, "pl", read_synonyms(PAY, "pl"))
    (stem,) = stems(word, "pl")
    return named[stem] if stem in named else levels[said[stem]] if stem in said else -1


def test_a_text_is_found_by_what_means_the_same() -> None:
    """Each word of a group leads to a text with another, below the word that the text says itself."""
    told = SearchText("Płace w powiecie", "", "", "O płacach.")
    assert level(told, "płace") > level(told, "zarobki") == level(told, "wynagrodzeniach") >= 0
    assert level(told, "GUS") == -1


def test_a_name_of_several_words_needs_all_of_them() -> None:
    """A name of several words stands for others where a text has all of them, and no other stands for its words."""
    assert level(SearchText("Dane", "", "", "Urząd statystyczny podał."), "GUS") >= 0
    assert level(SearchText("Dane", "", "", "Urząd podał."), "GUS") == -1
    assert level(SearchText("Dane", "", "", "GUS podał."), "statystyczny") == -1


def test_a_word_that_a_text_says_keeps_its_weight() -> None:
    """A word of the text itself weighs as much as without any group, unless what means the same weighs more."""
    told = SearchText("Zarobki", "", "", "Płace " * 8)
    alone = weigh(told, "pl", NO_SYNONYMS)
    (stem,) = stems("zarobki", "pl")
    assert weigh(told, "pl", read_synonyms(PAY, "pl")).named[stem] == alone.named[stem]


def test_what_says_nothing_is_no_group() -> None:
    """A group of connecting words, of one word, or of cases of one word changes nothing."""
    assert read_synonyms([("i", "oraz"), ("staż", "stażu")], "pl") == NO_SYNONYMS


@given(st.lists(st.lists(st.text(max_size=12), max_size=4), max_size=4), st.text(max_size=60))
def test_any_words_are_read(groups: list[list[str]], text: str) -> None:
    """Whatever stands in a group or a text, no word of the text is lost and no level leaves its bounds."""
    told = SearchText("", "", "", text)
    plain, found = weigh(told, "pl"), weigh(told, "pl", read_synonyms(groups, "pl"))
    assert found[0] == plain[0]
    assert all(0 <= one <= 7 for one in found[2].values())
