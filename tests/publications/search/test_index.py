"""The search's index: nothing is lost, the same bytes with and without a cache, an edit changes few parts."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.chunks import NO_CACHE, ChunkCache
from partnership.publications.search.documents import SearchDocument, SearchText
from partnership.publications.search.index import plan_index, stretches
from partnership.publications.search.numbers import LEVELS, number_text
from partnership.search.counting import all_stems

FOLDER = "/szukaj/indeks/"


def document(number: int, title: str, text: str) -> SearchDocument:
    """Return a post for the index."""
    told = SearchText(title, "", "", text)
    return SearchDocument(
        f"/aktualnosci/{number}/", "news", 734000 + number, 300 + len(text), repr(told).encode(), told
    )


def made(found: Sequence[SearchDocument], chunks: ChunkCache = NO_CACHE) -> dict[str, bytes]:
    """Return every file of the index by its name."""
    return {item.address.removeprefix(FOLDER): item.made(chunks) for item in plan_index(found, "pl", FOLDER, chunks)}  # type: ignore[union-attr]


def numbers(text: str) -> list[int]:
    """Return the numbers written in a text, as the browser reads them."""
    found, value, worth = [], 0, 1
    for char in text:
        digit = ord(char) - (36 if ord(char) > 92 else 35)
        if digit < 60:
            found.append(value + digit * worth)
            value, worth = 0, 1
        else:
            value += (digit - 60) * worth
            worth *= 31
    return found


def documents_of(files: dict[str, bytes]) -> dict[str, set[int]]:
    """Return the documents of each word in the parts with words."""
    found: dict[str, set[int]] = {}
    for name, data in files.items():
        if name.startswith("s") and name != "spis.json":
            part: dict[str, Any] = json.loads(data)
            for word, text in zip(part["words"].split(), part["documents"], strict=True):
                number = -1
                for code in numbers(text):
                    number += code // LEVELS + 1
                    found.setdefault(word, set()).add(number)
    return found


SAID = ["praca", "urząd", "staż", "bon", "rada", "raport", "zwolnienie", "powiat", "dane", "2012", "żółć", "spotkanie"]
WORDS = st.lists(st.sampled_from(SAID), max_size=12)
SITES = st.lists(WORDS, max_size=90)


@given(st.integers(0, 10_000_000))
def test_numbers_come_back(number: int) -> None:
    """Any number written as letters is read again, and no letter of it needs escaping in JSON."""
    text = number_text(number)
    assert numbers(text) == [number]
    assert json.dumps(text) == f'"{text}"'


@settings(deadline=None, max_examples=30)
@given(SITES)
def test_every_word_is_found_where_it_stands(site: list[list[str]]) -> None:
    """Each part's words name exactly the documents that say them, however the documents were divided into runs."""
    found = [document(number, f"Wpis {number}", " ".join(words)) for number, words in enumerate(site)]
    expected: dict[str, set[int]] = {}
    for number, one in enumerate(found):
        told = one.told()
        for word in all_stems(f"{told.title} {told.text}", "pl"):
            expected.setdefault(word, set()).add(number)
    files = made(found)
    assert documents_of(files) == expected
    texts = [row for name, data in files.items() if name.startswith("t") for row in json.loads(data)["texts"]]
    assert sorted(row[0] for row in texts) == sorted(one.address for one in found)


@settings(deadline=None, max_examples=15)
@given(SITES, st.lists(st.tuples(st.integers(0, 89), WORDS), max_size=3))
def test_kept_chunks_change_nothing(site: list[list[str]], edits: list[tuple[int, list[str]]]) -> None:
    """After any edits an index made of kept runs has the bytes of one made from nothing."""
    with tempfile.TemporaryDirectory() as folder:
        chunks = ChunkCache(Path(folder), b"salt")
        for place, words in [(-1, []), *edits]:
            if 0 <= place < len(site):
                site[place] = words
            found = [document(number, f"Wpis {number}", " ".join(words)) for number, words in enumerate(site)]
            assert made(found, chunks) == made(found)


def test_an_edited_post_changes_few_parts() -> None:
    """Of a large index an edit of a text changes its own text and the parts of words and pairs that came or went."""
    texts = [f"słowo{number % 97} rzecz{number % 31} praca urząd wpis{number} " * 40 for number in range(600)]
    found = [document(number, f"Tytuł {number}", text) for number, text in enumerate(texts)]
    before = made(found)
    found[300] = document(300, "Tytuł 300", texts[300] + " grzegrzółka")
    after = made(found)
    changed = {name for name in after if before.get(name) != after[name]}
    assert before.keys() == after.keys()
    assert sorted(name[0] for name in changed) == ["p", "s", "t"]


def test_a_new_post_changes_no_number() -> None:
    """A post newer than all others leaves the parts of words that it does not say as they are."""
    texts = [f"słowo{number % 97} rzecz{number % 31} " * 60 for number in range(600)]
    found = [document(number, f"Tytuł {number}", text) for number, text in enumerate(texts)]
    before = made(found)
    after = made([*found, document(600, "Grzegrzółka", "nowa")])
    changed = {name for name in after if before.get(name) != after[name]}
    assert len(changed) < len(after) / 4


def test_checks_follow_the_order_of_documents() -> None:
    """A check stands for all addresses up to its end: one that moves changes its own stretch and those after it."""
    addresses = [f"/{number}/" for number in range(200)]
    moved = [*addresses[:70], "/x/", *addresses[70:]]
    assert len(stretches(addresses)) == 3
    assert stretches(addresses)[0] == stretches(moved)[0]
    assert stretches(addresses)[1] != stretches(moved)[1]
