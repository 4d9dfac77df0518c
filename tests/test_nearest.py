"""A guess helps only where a slip of the pen is likelier than another thing."""

from __future__ import annotations

import pytest

from partnership.nearest import nearest, nearest_id


@pytest.mark.parametrize(
    ("name", "options", "near"),
    [
        ("EL-514", ["EL-511", "EL-512"], None),
        ("1299", ["1201", "1202"], None),
        ("1210", ["1201", "1261"], "1201"),
        ("el-511", ["EL-511"], "EL-511"),
        ("EL 511", ["EL-511"], "EL-511"),
        ("posrednctwo", ["posrednictwo", "staz"], "posrednictwo"),
        ("urzad-2", ["urzad-1"], None),
        ("office-kavala", ["office-drama", "office-xanthi"], None),
        ("office-kavla", ["office-drama", "office-kavala"], "office-kavala"),
        ("ofice-kavala", ["office-drama", "office-kavala"], "office-kavala"),
        ("office-kavala", ["office-kavala-2"], "office-kavala-2"),
        ("urzd-1", ["urzad-1", "urzad-2"], "urzad-1"),
    ],
)
def test_a_code_with_another_digit_is_another_code(name: str, options: list[str], near: str | None) -> None:
    """Letters slip, digits that changed places too; another digit is the next county's, another word another office."""
    assert nearest_id(name, options) == near


def test_names_are_near_with_other_digits() -> None:
    """Of files and words a guess is a question all the same."""
    assert nearest("raport-2024.md", ["raport-2025.md"]) == "raport-2025.md"
