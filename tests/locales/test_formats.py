"""Dates, numbers, order and Latin letters in languages that are not Polish, by one door."""

from __future__ import annotations

import datetime as dt

import pytest

from partnership.language import current_language, speaking
from partnership.locales import formats
from partnership.locales.collation import sort_key
from partnership.locales.marks import MARKS, like, marked, split_mark, unmarked
from partnership.locales.slugs import slug
from partnership.locales.transliteration import latin

DAY = dt.date(2011, 11, 28)
START = dt.datetime.fromisoformat("2011-11-28T10:00")


def plain(text: str) -> str:
    """Return a text with spaces that break in the place of those that do not."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("lang", "long", "table", "number", "when"),
    [
        ("pl", "28 listopada 2011 r.", "28.11.2011", "1 234,5", "28 listopada 2011 r., godz. 10.00–12.30"),
        ("en", "28 November 2011", "28/11/2011", "1,234.5", "28 November 2011, 10:00–12:30"),
        ("uk", "28 листопада 2011 р.", "28.11.2011", "1 234,5", "28 листопада 2011 р., 10:00–12:30"),
        ("de", "28. November 2011", "28.11.2011", "1.234,5", "28. November 2011, 10:00–12:30"),
    ],
)
def test_each_language_prints_its_own_way(lang: str, long: str, table: str, number: str, when: str) -> None:
    """The language that is spoken decides; whoever calls does not."""
    with speaking(lang):
        assert plain(formats.long_date(DAY)) == long
        assert formats.table_date(DAY) == table
        assert plain(formats.number(1234.5, 1)) == number
        assert plain(formats.event_time(START, START.replace(hour=12, minute=30))) == when


def test_periods_sizes_and_shares_follow_the_language() -> None:
    """A figure's period, a file's size and a share; what is no period is refused in every language."""
    with speaking("en"):
        assert [formats.period(one) for one in ("2024", "2024-12")] == ["2024", "December 2024"]
        assert formats.percent(4.7) == "4.7%" and formats.number(-1234.5, 1) == "\u22121,234.5"
        assert formats.file_size(1_234_567).replace("\u00a0", " ") == "1.2 MB"
        with pytest.raises(ValueError):
            formats.period("2024-13")
    with speaking("de"):
        assert formats.percent(4.7).replace("\u00a0", " ") == "4,7 %"


def test_lists_are_in_the_order_of_the_alphabet() -> None:
    """Ukrainian puts ґ after г and і before ї; English takes no notice of marks."""
    towns = ["Ірпінь", "Ґалич", "Яготин", "Галич", "Їчня", "Йосипівка", "Євпаторія", "Епіцентр", "Warszawa"]
    with speaking("uk"):
        expected = ["Галич", "Ґалич", "Епіцентр", "Євпаторія", "Ірпінь", "Їчня", "Йосипівка", "Яготин", "Warszawa"]
        assert sorted(towns, key=sort_key) == expected
    with speaking("en"):
        assert sorted(["Zug", "Łódź", "echo", "Éclair", "Lodz"], key=sort_key) == [
            "echo",
            "Éclair",
            "Lodz",
            "Łódź",
            "Zug",
        ]
    with speaking("cs"):
        assert sorted(["chata", "hora", "ih"], key=sort_key) == ["hora", "chata", "ih"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Алушта", "Alushta"), ("Згорани", "Zghorany"), ("Єнакієве", "Yenakiieve"), ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"), ("Йосипівка", "Yosypivka"), ("Стрий", "Stryi"), ("Юрій", "Yurii"),
        ("Костянтин", "Kostiantyn"), ("Знам’янка", "Znamianka"), ("Щербухи", "Shcherbukhy"), ("Ґалаґан", "Galagan"),
    ],
)  # fmt: skip
def test_ukrainian_in_latin_letters(text: str, written: str) -> None:
    """The examples of the resolution."""
    assert latin(text) == written
    assert slug(text) == written.lower()


def test_marks_go_with_a_text_and_come_off_again() -> None:
    """A mark is not part of what is sorted, cut or made into an address."""
    name = marked("Żegota", "pl")
    assert unmarked(name) == "Żegota" and split_mark(name) == ("pl", "Żegota") and marked(name, "pl") == name
    assert like("Żeg", name) == marked("Żeg", "pl") and like("a", "b") == "a"
    assert slug(f"Z {name}") == "z-zegota" and sort_key(name) == sort_key("Żegota")
    assert MARKS.sub("", f"of {name}!") == "of Żegota!"


def test_a_page_speaks_in_its_own_context() -> None:
    """The language of a page ends with the page, also when its making fails."""
    before = current_language()
    with pytest.raises(ZeroDivisionError), speaking("uk"):
        assert current_language() == "uk"
        raise ZeroDivisionError
    assert current_language() == before


def test_the_direction_of_writing_follows_the_language() -> None:
    """Arabic and Hebrew go from right to left, with or without a country; what nobody knows goes as most do."""
    assert [one for one in ("pl", "en", "uk", "ar", "he", "fa", "ar-EG", "qq") if formats.is_right_to_left(one)] == [
        "ar", "he", "fa", "ar-EG",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text"),
    [("pl", "2,4\u00a0%"), ("en", "2.4%"), ("uk", "2,4\u00a0%"), ("de", "2,4\u00a0%"), ("tr", "2,4\u00a0%")],
)
def test_a_unit_stands_as_the_language_has_it(lang: str, text: str) -> None:
    """The sign of per cent touches its number where the language wants it so; other units never do."""
    with speaking(lang):
        assert formats.with_unit(formats.number(2.4, 1), "%") == text
        assert formats.with_unit(formats.number(12, 0), "km") == "12\u00a0km"
        assert formats.with_unit("12", "") == "12"
