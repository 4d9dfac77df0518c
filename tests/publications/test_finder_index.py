"""Names of counties in the finder's index: in Latin letters, too, where they are written in others."""

from __future__ import annotations

from partnership.finder.speech import speech
from partnership.publications.finder_index import _other_forms
from partnership.records.reading import read_record
from partnership.records.taxonomy import County
from tests.support.site import COUNTIES


def _county(name: str, seat: str, short_name: str) -> County:
    forms = {"seat_locative": seat, "locative": name, "genitive": name}
    return read_record(COUNTIES[0] | {"name": name, "short_name": short_name, "seat": seat} | forms, County)


def test_another_alphabet_is_found_in_latin_letters() -> None:
    """As addresses have it: „kavala” for «Καβάλα»; Cyrillic is folded to Latin letters anyway."""
    greek = _other_forms(speech(("el", "en")), _county("Π.Ε. Καβάλας", "Καβάλα", "Καβάλα"))
    assert "kavala" in greek
    assert _other_forms(speech(("uk",)), _county("Львівський район", "Львів", "Львівський")) == []


def test_a_name_in_latin_letters_has_no_second_form() -> None:
    """Not one byte more, with marks and letters of its own or without."""
    county = _county("powiat łęcki", "Łęka Śląska", "łęcki")
    assert all(form not in ("lecki", "leka slaska") for form in _other_forms(speech(("pl", "en")), county))
