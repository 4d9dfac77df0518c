"""What was meant as Markdown and stays text is told at its line, and the advice mends it."""

from __future__ import annotations

import pytest

from partnership.catalogue.checks.leftovers import leftovers, open_fence
from partnership.language import set_language


def codes(text: str) -> list[tuple[int, str]]:
    """Return line (from 1) and code of what is left in a text."""
    lines = text.split("\n")
    found = [*leftovers(lines), *(one for one in (open_fence(lines),) if one)]
    return [(line + 1, code) for line, _column, code, _message, _hint in found]


@pytest.mark.parametrize(
    ("text", "found", "mended"),
    [
        ("-pierwszy\n-drugi", [(1, "glued-mark"), (2, "glued-mark")], "- pierwszy\n- drugi"),
        ("1.Raz\n2.Dwa", [(1, "glued-mark"), (2, "glued-mark")], "1. Raz\n2. Dwa"),
        ("a)raz\nb)dwa", [(1, "glued-mark"), (2, "glued-mark")], "a) raz\nb) dwa"),
        ("*raz\n*dwa", [(1, "glued-mark"), (2, "glued-mark")], "* raz\n* dwa"),
        ("Tekst\n2. raz\n3. dwa", [(2, "list-under-text")], "Tekst\n\n2. raz\n3. dwa"),
        ("Tekst\n\n#Tytuł", [(3, "glued-heading")], "Tekst\n\n## Tytuł"),
        ("#praca", [(1, "glued-heading")], "\\#praca"),
        ("| a | b |\n| 1 | 2 |", [(1, "no-table")], "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("| a | b |\n|---|\n| 1 | 2 |", [(1, "no-table")], "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("Tekst **ważny", [(1, "open-bold")], "Tekst **ważny**"),
        ("Tekst ** ważny ** dalej", [(1, "open-bold")], "Tekst **ważny** dalej"),
        ("To ==ważne==.", [(1, "shown-marks")], "To **ważne**."),
        ("Tekst\\\n\ndalej", [(1, "shown-marks")], "Tekst\n\ndalej"),
        ("<p>Tekst **ważny**</p>", [(1, "markdown-in-html")], "Tekst **ważny**"),
        ("ii) raz\niii) dwa", [(1, "own-mark")], "- ii) raz\n- iii) dwa"),
        ("i) raz\nii) dwa", [(1, "own-mark")], "- i) raz\n- ii) dwa"),
        ("A. raz\nB. dwa", [(1, "own-mark")], "- A. raz\n- B. dwa"),
        ("I. raz\nII. dwa", [(1, "own-mark")], "- I. raz\n- II. dwa"),
        ("Zasady:\n§ 1. raz\n§ 2. dwa", [(2, "own-mark")], "Zasady:\n- § 1. raz\n- § 2. dwa"),
        ("o raz\no dwa", [(1, "own-mark")], "- o raz\n- o dwa"),
        ("a) raz\nb) dwa\nc) trzy\nd) cztery", [], "- raz"),
        ("1.1. raz\n1.2. dwa", [(1, "own-mark")], "- 1.1. raz\n- 1.2. dwa"),
        ("Tekst\n→ raz\n→ dwa", [(2, "own-mark")], "Tekst\n- raz\n- dwa"),
        ("✓ raz\n✓ dwa", [(1, "own-mark")], "- raz\n- dwa"),
        ("(1) raz\n(2) dwa", [(1, "own-mark")], "- (1) raz\n- (2) dwa"),
        ("→ dalej\nTekst", [], "→ dalej\nTekst"),
        ("Tekst <b i dalej", [(1, "open-tag")], "Tekst < b i dalej"),
        ("<b>Tekst</b<i> dalej", [(1, "open-tag")], "<b>Tekst</b><i> dalej"),
        ("Tekst </„su”mmary> dalej", [(1, "no-tag")], "Tekst < /„su”mmary> dalej"),
        ("Tekst <?pole?> i <!uwaga> dalej", [(1, "no-tag")], "Tekst < ?pole?> i < !uwaga> dalej"),
        ("Tekst <!-- uwaga --> </b> dalej", [], "Tekst"),
        ("Tekst\n```\nkod", [(2, "open-fence")], "Tekst\n```\nkod\n```"),
    ],
)
def test_each_leftover_is_told_and_mended(text: str, found: list[tuple[int, str]], mended: str) -> None:
    """Each mistake at its line; what the advice makes of it is told no more."""
    set_language("en")
    assert codes(text) == found
    assert codes(mended) == []


@pytest.mark.parametrize(
    "text",
    [
        "-5°C i -10°C", "Rok 2011.\nByło 3.5 mln", "1. raz\n2. dwa\n3. trzy", "**a** i *b* i `**`", "2 ** 3", "a | b",
        "Tekst\n2011. rok", "\\#praca", "# Tytuł", "kod `==x==`", "x == y == z", "C:\\\\", "~~~\nkod\n~~~",
        "- **a**\n- **b**", "*a* b\n*c* d", "Strona <b>**x**</b>",
    ],
)  # fmt: skip
def test_what_is_right_is_left(text: str) -> None:
    """Numbers, code, finished emphasis and proper lists are no leftovers."""
    assert codes(text) == []
