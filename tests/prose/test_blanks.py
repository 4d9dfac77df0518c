"""Blanks of word processors mean what they look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.catalogue.checks.leftovers import leftovers
from partnership.locales.blanks import SPACES
from partnership.prose.blanks import plain_blanks
from partnership.prose.conversion import convert

BLANK = st.sampled_from(SPACES)

TYPED = (
    "- jeden\n- dwa", "1. jeden\n2. dwa", "a) jeden\nb) dwa", "• jeden\n• dwa", "Są dwa:\n– jeden\n– dwa",
    "- jeden\n  - dwa", "  - jeden\n  - dwa", " > cytat", " ## Tytuł", "a\n \nb",
    " | a | b |\n | - | - |\n | c | d | ",
)  # fmt: skip


def _html(text: str) -> str:
    return convert(text, resolve_link=lambda path: path).html


@given(text=st.sampled_from(TYPED), blank=BLANK)
def test_a_blank_of_any_kind_stands_for_a_space(text: str, blank: str) -> None:
    """Lists, tables, quotes, headings and empty lines come out as with the space bar, and nothing is told."""
    typed = text.replace(" ", blank)
    assert _html(typed).replace(blank, " ").replace("> ", ">").replace(" <", "<") == _html(text)
    assert list(leftovers(typed.split("\n"))) == list(leftovers(text.split("\n")))


@pytest.mark.parametrize("line", ["5\u00a0zł", "\u00a0tekst", "a |\u00a0b  ", "–\u00a0", "1.\u00a0", "w\u00a0- z"])
def test_blanks_between_words_stay(line: str) -> None:
    """Where no mark stands at the beginning, a blank is the author's."""
    assert plain_blanks([line]) == [line]


@given(st.text(alphabet=f"ab 1.)-–•|#>`:{SPACES[:3]}"))
def test_nothing_but_blanks_changes(line: str) -> None:
    """Other characters keep their places, and what was made plain is plain."""
    (made,) = plain_blanks([line])
    assert (
        made.translate(dict.fromkeys(map(ord, SPACES), " ")).rstrip()
        == line.translate(dict.fromkeys(map(ord, SPACES), " ")).rstrip()
    )
    assert plain_blanks([made]) == [made]
