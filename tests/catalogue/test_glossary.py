"""Words of the glossary in texts: in any case and number, the longest term at each place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.catalogue.glossary import Glossary
from partnership.records.glossary import Term

TERMS = (
    Term(
        id="labour-office",
        term="powiatowy urząd pracy",
        also={"pl": ("PUP",), "uk": ("управління праці",)},
        translations={"en": {"term": "county labour office"}, "uk": {"term": "повітове управління праці"}},
    ),
    Term(id="office", term="urząd pracy", translations={"en": {"term": "labour office"}}),
    Term(
        id="rate",
        term="stopa bezrobocia",
        also={"en": ("jobless rat*",), "uk": ("рівн* безробіття",)},
        translations={"en": {"term": "unemployment rate"}, "uk": {"term": "рівень безробіття"}},
    ),
    Term(id="untranslated", term="odprawa"),
)
GLOSSARY = Glossary(TERMS, "pl")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Zgłoś to w powiatowym urzędzie pracy.", ["labour-office"]),
        ("Powiatowe urzędy pracy i inne urzędy pracy", ["labour-office", "office"]),
        ("PUP Bochnia", ["labour-office"]),
        ("wysokość stopy bezrobocia, odprawy", ["rate", "untranslated"]),
        ("stopa życiowa, urząd gminy, bezrobocie", []),
        ("urząd", []),
        ("", []),
    ],
)
def test_an_original_names_terms(text: str, named: list[str]) -> None:
    """Whatever their endings; a longer term is not the shorter one inside of it, and part of a term is none."""
    assert [one.id for one in GLOSSARY.named(text)] == named


@pytest.mark.parametrize(
    ("lang", "original", "translation", "missing"),
    [
        ("en", "Powiatowy urząd pracy", "County labour offices", []),
        ("en", "Powiatowy urząd pracy", "Job centre", ["labour-office"]),
        ("en", "Powiatowy urząd pracy", "Labour office", ["labour-office"]),
        ("en", "Urząd pracy", "County labour office", []),
        ("en", "Stopa bezrobocia", "Jobless rates by county", []),
        ("en", "Stopa bezrobocia w PUP", "Degree of joblessness", ["rate", "labour-office"]),
        ("uk", "Stopa bezrobocia", "Зміна рівня безробіття", []),
        ("uk", "PUP", "У повітовому управлінні праці", []),
        ("uk", "PUP", "Районний центр", ["labour-office"]),
        ("en", "Odprawa", "Anything", []),
        ("de", "Stopa bezrobocia", "Quote", []),
    ],
)
def test_a_translation_says_a_term_in_one_of_its_words(
    lang: str, original: str, translation: str, missing: list[str]
) -> None:
    """A term without a word in a language asks for none there."""
    assert [term.id for term, _right in GLOSSARY.missing(original, translation, lang)] == missing


def test_the_best_word_stands_first() -> None:
    """A message names the rendering before the others."""
    assert GLOSSARY.renderings(TERMS[2], "en") == ("unemployment rate", "jobless rat*")


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(original: str, translation: str) -> None:
    """Whatever stands in a text, what is missing are terms that the original names."""
    named = {one.id for one in GLOSSARY.named(original)}
    assert {term.id for term, _right in GLOSSARY.missing(original, translation, "en")} <= named
    assert not GLOSSARY.missing(
        original, f"{translation} . county labour office . labour office . unemployment rate", "en"
    )
