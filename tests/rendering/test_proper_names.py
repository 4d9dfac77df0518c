"""Names of people and places say their language on pages in another script, and nowhere else."""

from __future__ import annotations

import pytest

from partnership.locales.formats import script_of
from partnership.locales.marks import marked
from partnership.rendering.proper_names import make_proper_names


@pytest.mark.parametrize(
    ("lang", "first", "name", "tongue"),
    [
        ("uk", "pl", "ul. Długa 9", "pl"),
        ("ar", "tr", "Göl Caddesi No 5/A", "tr"),
        ("en", "el", "Οδός Ομονοίας 1", "el"),
        ("en", "pl", "ul. Długa 9", ""),
        ("pl", "pl", "ul. Długa 9", ""),
        ("sr-Latn", "sr", "Кнеза Милоша 1", "sr"),
        ("uk", "bg", "ул. Иван Вазов 1", ""),
        ("en", "el", "DYPA", ""),
        ("en", "el", "DYPA Αθήνα", ""),
        ("uk", "pl", "12-300", ""),
        ("uk", "pl", "", ""),
        ("uk", "pl", marked("Nazwa", "pl"), ""),
    ],
)
def test_another_script(lang: str, first: str, name: str, tongue: str) -> None:
    """In the records' script wholly, or it is told of nothing: numbers, signs, names in several scripts."""
    proper, tongue_of = make_proper_names(lang, first)
    assert tongue_of(name) == tongue
    assert proper(name) == (marked(name, tongue) if tongue else name)


def test_scripts_of_languages() -> None:
    """By the CLDR; a code that it does not know has none."""
    assert [script_of(one) for one in ("pl", "uk", "el", "ar", "sr", "sr-Latn", "es-CL", "xx")] == [
        "Latn", "Cyrl", "Grek", "Arab", "Cyrl", "Latn", "Latn", "Zzzz",
    ]  # fmt: skip
