"""Phone numbers: grouped and completed in Poland, as written elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.country import forms_of
from partnership.locales.phones import phone, tel_address


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+420 111 222 330", "tel:+420111222330"),
        ("00420 111 222 330", "tel:+420111222330"),
        ("+49 (0) 30 12345-67", "tel:+49301234567"),
        ("(030) 12345-67", "tel:0301234567"),
        ("602 123 456", "tel:602123456"),
        ("01 234 5678 ext. 12", "tel:012345678;ext=12"),
        ("116 123", "tel:116123"),
        ("by letter", None),
        ("12", None),
        ("+1234567890123456", None),
    ],
)
def test_abroad_a_number_is_dialled_as_it_is_written(written: str, dialled: str | None) -> None:
    """No country's code is added to a number that has none; what cannot be dialled has no address."""
    with forms_of("cz"):
        assert tel_address(written) == dialled
        assert phone(f" {written} ") == written.replace(" ", "\u00a0")


def test_in_poland_a_number_is_grouped_and_has_its_country() -> None:
    """Nine digits are a Polish number in Poland alone."""
    with forms_of("pl"):
        assert (phone("123456789"), tel_address("123456789")) == ("12\u00a0345\u00a067\u00a089", "tel:+48123456789")


@given(st.text(max_size=60))
def test_any_text_has_one_form_or_none(text: str) -> None:
    """An address is a number and perhaps an extension, whatever was written."""
    with forms_of("de"):
        address = tel_address(text)
    assert address is None or address.removeprefix("tel:").removeprefix("+").replace(";ext=", "").isascii()
