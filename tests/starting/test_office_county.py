"""The county of the office that runs a new site: named, or known by the town in the office's name."""

from __future__ import annotations

import pytest

from partnership.starting.county_table import CountyRow
from partnership.starting.office_county import counties_called, counties_of_office

POLISH = [
    CountyRow("1206", "powiat krakowski", "Kraków", 50.0, 19.9), CountyRow("1261", "Kraków", "Kraków", 50.0, 19.9),
    CountyRow("1210", "powiat nowosądecki", "Nowy Sącz", 49.6, 20.7), CountyRow("1217", "powiat x", "Sącz", 49.6, 20.7),
]  # fmt: skip
TURKISH = [
    CountyRow("TR-A1", "Işıklı İlçesi", "Işıklı", 38.9, 32.8),
    CountyRow("TR-A2", "Iğdırlı İlçesi", "Iğdırlı", 38.5, 32.9),
]


@pytest.mark.parametrize(
    ("office", "codes"),
    [
        ("Urząd Pracy w Krakowie", ["1261"]),
        ("GRODZKI URZĄD PRACY, KRAKÓW", ["1261"]),
        ("Agencja Nowy Sącz", ["1210"]),
        ("Agencja „Sącz”", ["1217"]),
        ("Agencja Sącz i Kraków", ["1206", "1261", "1217"]),
        ("Agencja Krakowska", []),
        ("Urząd Pracy", []),
    ],
)
def test_the_town_in_its_name(office: str, codes: list[str]) -> None:
    """As it is or in the case of „in …”; a city goes before the county around it; no part of a town's name counts."""
    assert [one.code for one in counties_of_office(office, POLISH, "pl")] == codes


def test_one_county_needs_no_name() -> None:
    """Wherever else would it stand."""
    assert counties_of_office("Urząd Pracy", POLISH[:1], "pl") == POLISH[:1]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("krakow", ["1261"]), ("Powiat Krakowski", ["1206"]), ("1206", ["1206"]), ("nowy sącz", ["1210"]), ("Łódź", []),
    ],
)  # fmt: skip
def test_a_county_is_called_by_code_name_or_seat(name: str, codes: list[str]) -> None:
    """Its own name goes before the seat of another."""
    assert [one.code for one in counties_called(name, POLISH)] == codes


@pytest.mark.parametrize("name", ["IŞIKLI", "ışıklı", "Işıklı", "isikli", "işikli-ilçesi", "tr-a1"])
def test_a_county_is_called_in_letters_of_either_case(name: str) -> None:
    """I and ı, İ and i are the pairs in Turkish, and whoever has another keyboard writes neither."""
    assert [one.code for one in counties_called(name, TURKISH)] == ["TR-A1"]
