"""Folding and stemming: Python and the browser read one table alike, and no text can break them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.finder.folding import fold, words
from tests.finder.conftest import Engine
from tests.finder.sounds import root, sound, stem
from tests.finder.world import World

VECTORS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: str(vector["text"])[:30])
def test_python_reads_the_vectors(vector: dict[str, Any]) -> None:
    """Words, stems, roots and sounds are those that the shared vectors say."""
    found = words(vector["text"])
    assert found == vector["words"]
    assert [stem(word) for word in found] == vector["stems"]
    assert [root(stem(word)) for word in found] == vector["roots"]
    assert [sound(word) for word in found] == vector["sounds"]


READ = """(texts) => texts.map((text) => {
    const { folder, stemmer } = finder.world;
    const words = folder.words(text);
    return { words, stems: words.map(stemmer.stem), roots: words.map((word) => stemmer.root(stemmer.stem(word))),
             sounds: words.map(stemmer.sound) };
})"""


def test_the_browser_reads_the_vectors_alike(own: Engine) -> None:
    """The JavaScript twins give the very same words, stems, roots and sounds."""
    found = own.page.evaluate(READ, [vector["text"] for vector in VECTORS])
    for vector, read in zip(VECTORS, found, strict=True):
        assert {"text": vector["text"], **read} == vector


def test_python_and_the_browser_agree_on_every_word_of_the_data(own: Engine, worlds: dict[str, World]) -> None:
    """Over all names, services and the whole lexicon no word is read in two ways."""
    texts = [one.name for world in worlds.values() for one in world.institutions]
    for service in worlds["own"].services:
        texts += [service.name, service.description, *service.synonyms]
    lexicon = worlds["own"].lexicon
    assert lexicon is not None
    texts += [line for phrase in lexicon.phrases for line in phrase.say]
    for text, read in zip(texts, own.page.evaluate(READ, texts), strict=True):
        assert [stem(word) for word in words(text)] == read["stems"], text
        assert [sound(word) for word in words(text)] == read["sounds"], text


CASES = [
    "Limanowa Limanowej Limanową",
    "Kraków Krakowie Krakowa Krakowem",
    "Gorlice Gorlic Gorlicach",
    "Myślenice Myślenic Myślenicach",
    "Wieliczka Wieliczce Wieliczki",
    "Zakopane Zakopanem Zakopanego",
    "staż stażu staże staży stażom stażach",
    "szkolenie szkolenia szkoleń szkoleniu szkoleniami",
    "pożyczka pożyczki pożyczek pożyczkę pożyczkami",
    "pracownik pracownika pracowników pracownicy pracownikom",
    "urząd urzędu urzędowi urzędzie urzędy",
    "cudzoziemiec cudzoziemca cudzoziemcy cudzoziemców cudzoziemcom",
    "zwolnić zwalniam zwalniać zwalnia",
]


@pytest.mark.parametrize("forms", CASES)
def test_all_cases_of_a_word_share_a_stem(forms: str) -> None:
    """Polish endings do not matter."""
    assert len({stem(word) for word in words(forms)}) == 1


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is folded stays so: an index of folded words can be folded again without harm."""
    assert words(" ".join(words(text))) == words(text)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text raises; a word has no spaces, no capitals and no diacritics left, and its stem is never empty."""
    for word in words(text):
        assert word
        assert not word.isspace()
        assert fold(word) == word
        assert stem(word)
        assert root(stem(word))
        assert sound(word)
