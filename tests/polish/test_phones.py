"""Phone numbers."""

from __future__ import annotations

import pytest

from partnership.polish.phones import phone, tel_address


@pytest.mark.parametrize(
    ("written", "shown", "address"),
    [
        ("123456789", "12~345~67~89", "tel:+48123456789"),
        ("12 345 67 89", "12~345~67~89", "tel:+48123456789"),
        ("(0-12) 345 67 89", "12~345~67~89", "tel:+48123456789"),
        ("+48 12 345-67-89", "12~345~67~89", "tel:+48123456789"),
        ("0048 600100200", "600~100~200", "tel:+48600100200"),
        ("48600100200", "600~100~200", "tel:+48600100200"),
        ("600-100-200", "600~100~200", "tel:+48600100200"),
        ("800 100 200", "800~100~200", "tel:+48800100200"),
        ("12 345 67 89 wew. 12", "12~345~67~89~wew.~12", "tel:+48123456789;ext=12"),
        ("+420 123 456 789", "+420~123~456~789", "tel:+420123456789"),
    ],
)
def test_known_shapes(written: str, shown: str, address: str) -> None:
    """However a number is written, it is shown in its groups and dials in full (~ stands for the no-break space)."""
    assert phone(written) == shown.replace("~", "\u00a0")
    assert tel_address(written) == address


@pytest.mark.parametrize("written", ["112", "brak", "12 345 67", "12 345 67 89, 12 345 67 90", ""])
def test_unknown_shapes_stay(written: str) -> None:
    """What is no full number is shown as written and is no link."""
    assert phone(written) == written
    assert tel_address(written) is None
