"""What people write in Polish is understood where it can only mean one thing."""

from __future__ import annotations

import pytest

from partnership.records.polish_values import meant_choice, meant_day, meant_key


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24.11.2026", "2026-11-24"),
        ("4.1.2026 r.", "2026-01-04"),
        ("24/11/2026", "2026-11-24"),
        ("2026.11.24", "2026-11-24"),
        ("24 listopada 2026 r.", "2026-11-24"),
        ("1 października 2026", "2026-10-01"),
        ("31.02.2026", None),
        ("24 brumaire 2026", None),
        ("jutro", None),
    ],
)
def test_days(text: str, day: str | None) -> None:
    """The forms of a Polish calendar become ISO dates; what is no day becomes nothing."""
    assert meant_day(text) == day


def test_keys() -> None:
    """A Polish key becomes the English one, only where there is such a key."""
    assert meant_key("kategoria", ["category", "title"]) == "category"
    assert meant_key("Godziny_otwarcia", ["opening_hours"]) == "opening_hours"
    assert meant_key("kategoria", ["name"]) is None
    assert meant_key("xyz", ["name"]) is None


def test_choices() -> None:
    """A Polish word becomes the English one, only where that is possible."""
    assert meant_choice("Szkic", ["draft", "published"]) == "draft"
    assert meant_choice("środa", ["mon", "wed"]) == "wed"
    assert meant_choice("szkic", ["planned", "held"]) is None
    assert meant_choice("xyz", ["draft"]) is None
