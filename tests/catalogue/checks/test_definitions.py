"""What a text defines and does not use is told: readers would never see it."""

from __future__ import annotations

import pytest

from partnership.catalogue.checks.definitions import unused_definitions
from partnership.language import set_language


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pyta PUP.\n\n*[PUP]: powiatowy urząd pracy", []),
        ("Pyta urząd.\n\n*[PUP]: powiatowy urząd pracy", [3]),
        ("Pyta PUPY.\n\n*[PUP]: powiatowy urząd pracy", [3]),
        ("Koniec[^1].\n\n*[[^1]: Przypis", []),
        ("Koniec.\n\n*[[^1]: Przypis", [3]),
        ("PUP\n\n*[PUP]: raz\n*[PUP]: dwa", [3]),
        ("[a][b] i [c]\n\n[b]: https://a.pl\n[C]: https://b.pl 'c'", []),
        ("Tekst\n\n[Uwaga]: pilne", [3]),
        ("Tekst [Uwaga]: pilne jest to", []),
        ("[Uwaga]: to jest zdanie", []),
        ("Koniec[^1].\n\n[^1]: Przypis", []),
    ],
)
def test_definitions_that_nothing_uses_are_told(text: str, lines: list[int]) -> None:
    """Whole words use an abbreviation, brackets use a target; footnotes are shown in any case."""
    assert [found[0] + 1 for found in unused_definitions(text.split("\n"))] == lines


@pytest.mark.parametrize("text", ["Tekst\n\n*[PUP]: urząd", "Tekst\n\n[Uwaga]: pilne"])
def test_the_advice_mends(text: str) -> None:
    """What the message says to write is told no more."""
    set_language("en")
    assert list(unused_definitions(text.split("\n")))
    mended = text.replace("[Uwaga]", "\\[Uwaga]").replace("Tekst", "Pyta PUP")
    assert not list(unused_definitions(mended.split("\n")))
