"""Names of counties in the forms that sentences need."""

from __future__ import annotations

import pytest

from partnership.polish.adjectives import feminine, neuter
from partnership.records.profile import Region
from partnership.region_words import own_region, region_words
from partnership.starting.county_names import county_forms


@pytest.mark.parametrize(
    ("name", "seat", "language", "forms"),
    [
        ("powiat łęcki", "Łęka", "pl", ("powiat łęcki", "powiatu łęckiego", "w powiecie łęckim", False)),
        ("sławieński", "Sławno", "pl", ("powiat sławieński", "powiatu sławieńskiego", "w powiecie sławieńskim", False)),
        ("powiat m. st.", "X", "pl", ("powiat m. st.", "powiatu m. st.", "w powiecie m. st.", False)),
        ("Wrocław", "Wrocław", "pl", ("Wrocław", "miasta Wrocław", "w mieście Wrocław", True)),
        ("Northvale", "Merton", "en", ("Northvale", "Northvale", "in Northvale", False)),
        ("Okres Kolín", "Kolín", "cs", ("Okres Kolín", "Okres Kolín", "Okres Kolín", False)),
    ],
)  # fmt: skip
def test_forms_by_rule(name: str, seat: str, language: str, forms: tuple[object, ...]) -> None:
    """Polish adjectives are declined; what has no rule keeps a form that is right with it."""
    made = county_forms(name, seat, language)
    assert (made.name, made.genitive, made.locative, made.city) == forms


def test_words_of_the_region() -> None:
    """Polish by the cases of the profile, English by prepositions; nothing is said of a region that has no name."""
    region = Region(name="Śląsk", genitive="Śląska", locative="na Śląsku", adjective="śląski")
    polish = region_words(region, "pl")
    assert (polish.within, polish.origin, polish.benefit) == ("na Śląsku", "ze Śląska", "dla Śląska")
    assert (polish.adjective, polish.adjectives, polish.province) == ("śląskim", "śląskich", "śląskie")
    assert region_words(Region(name="Avalon"), "en").within == "in Avalon"
    assert region_words(Region(name="Avalon"), "pl").within == "w regionie Avalon"
    assert not region_words(Region(name=""), "pl")
    assert own_region(region, "pl") == ("slask", "slaskie", "slaski", "slaska", "slasku")
    assert (feminine("nadrzeczny"), neuter("nadrzeczny")) == ("nadrzeczna", "nadrzeczne")
