"""Words by which the program tells things apart: of every language, each once, in the form that is compared."""

from __future__ import annotations

from partnership.locales.words import Words, words


def test_words_of_all_languages_stand_together() -> None:
    """A text of one language quotes another: every list has words of several, and none is empty."""
    known = words()
    assert {"urząd", "office", "служба"} <= set(known.teams)
    assert {"kliknij", "click here", "тут"} <= set(known.bare_links)
    assert {"to", "means", "це"} <= set(known.explaining)
    assert {"PDF", "PESEL"} <= set(known.known)
    for name in Words.__struct_fields__:
        listed = getattr(known, name)
        assert len(listed) == len(set(listed)) > 0


def test_what_is_compared_in_small_letters_is_written_so() -> None:
    """Names of authors and texts of links are compared in small letters; abbreviations in capitals."""
    known = words()
    assert all(one == one.casefold() for one in (*known.teams, *known.bare_links))
    assert all(one == one.upper() for one in known.known)
