"""No-break spaces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.polish.typography import bind, bind_html


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("w Krakowie", "w~Krakowie"),
        ("i w domu", "i~w~domu"),
        ("A jednak", "A~jednak"),
        ("był (w domu) „i kot”", "był (w~domu) „i~kot”"),
        ("oraz z\nnami", "oraz z~nami"),
        ("28 listopada 2011 r.", "28~listopada~2011~r."),
        ("1 234,50 zł", "1~234,50~zł"),
        ("11,4 % osób", "11,4~% osób"),
        ("art. 6 ust. 1 lit. a", "art.~6~ust.~1~lit.~a"),
        ("brutto (Polska = 100), x = y", "brutto (Polska~=~100), x = y"),
        ("art. 217 ust. 1 pkt 2", "art.~217~ust.~1~pkt~2"),
        ("nr 3 i s. 5", "nr~3 i~s.~5"),
        ("ul. Wąska 3", "ul.~Wąska 3"),
        ("dr J. Kowalska", "dr~J.~Kowalska"),
        ("o godz. 10.00", "o~godz.~10.00"),
        ("§ 5", "§~5"),
        ("72,9 tys. osób, 1,2 mln", "72,9~tys. osób, 1,2~mln"),
        ("kawa bez cukru", "kawa bez cukru"),
        ("A. potem", "A. potem"),
        ("https://example.org/a i dalej", "https://example.org/a i~dalej"),
        ("koniec w", "koniec w"),
        ("", ""),
        ("trafić – w Twoim powiecie", "trafić~– w~Twoim powiecie"),
        ("lata 2011–2012", "lata 2011–2012"),
        ("19. miejsce wśród 22 powiatów", "19.~miejsce wśród 22~powiatów"),
        ("w 2012. Potem", "w~2012. Potem"),
        ("ust. 3. albo", "ust.~3. albo"),
    ],
)
def test_bound_places(text: str, bound: str) -> None:
    """Each rule of the language notes, and the places that must stay as they are (~ stands for the no-break space)."""
    assert bind(text) == bound.replace("~", "\u00a0")


def test_word_ending_in_such_a_letter_is_left() -> None:
    """Only whole one-letter words bind, not the last letters of longer ones."""
    assert bind("rada powiatu na Śląsku w") == "rada powiatu na Śląsku w"


@given(st.text(alphabet="aiwz W.§\n12 rzł%dJ<>&", max_size=60))
def test_binding_changes_only_spaces_and_only_once(text: str) -> None:
    """Whatever the text, only spaces and line ends change, and binding again changes nothing."""
    once = bind(text)
    assert (
        once.replace("\u00a0", " ") == text.replace("\n", " ")
        or [(a, b) for a, b in zip(text, once, strict=True) if a != b and not (a in " \n" and b == "\u00a0")] == []
    )
    assert bind(once) == once


def test_html_binds_text_only() -> None:
    """Attributes, comments, code and preformatted text keep their spaces; text around tags is bound."""
    html = (
        '<p title="a i b">A w <b>X</b> <code>i o</code></p><!-- a i b --><pre class="x">w <i>z</i> o</pre> o <i>x</i>'
    )
    expected = (
        '<p title="a i b">A~w~<b>X</b> <code>i o</code></p><!-- a i b --><pre class="x">w <i>z</i> o</pre> o~<i>x</i>'
    )
    assert bind_html(html) == expected.replace("~", "\u00a0")
    assert bind_html("bez znaczników i z nimi") == "bez znaczników i\u00a0z\u00a0nimi"


def test_long_text_ends() -> None:
    """A megabyte of the worst kind, single letters and spaces, is bound to its end; open brackets stay as they are."""
    assert bind("a i 1 zł " * 120_000).count("\u00a0") >= 3 * 120_000 - 1
    assert bind_html("<" * 200_000) == "<" * 200_000
