"""Pairs of words: whoever says two words one after the other stands in their bucket, wherever runs end."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any
from zlib import crc32

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.publications.search.pairs import BUCKETS, PLACES, distances
from partnership.search.counting import all_stems
from tests.publications.search.test_index import SITES, document, made, numbers


def documents_of(files: dict[str, bytes]) -> list[set[int]]:
    """Return the documents of each bucket, as the browser reads the parts with pairs."""
    about: dict[str, Any] = json.loads(files["spis.json"])
    places = [(run, at) for run, size in enumerate(numbers(about["runs"])) for at in range(size)]
    found: list[set[int]] = []
    for number in range(about["pairs"]):
        for text in json.loads(files[f"p{number}.json"])["documents"]:
            at, here = -1, set()
            for between in numbers(text):
                at += between + 1
                here.add(places.index((at // PLACES, at % PLACES)))
            found.append(here)
    return found


@settings(deadline=None, max_examples=15)
@given(SITES)
def test_no_document_is_left_out(site: list[list[str]]) -> None:
    """Every pair of words of a text or title leads to its document, and as many buckets as there should be are told."""
    files = made([document(number, f"Wpis {number}", " ".join(words)) for number, words in enumerate(site)])
    found = documents_of(files)
    assert len(found) == (BUCKETS if site else 0)
    for number, words in enumerate(site):
        for text in (" ".join(words), f"Wpis {number}"):
            for before, after in pairwise(all_stems(text, "pl")):
                bucket = (crc32(before.encode()) ^ crc32(after.encode())) % BUCKETS
                assert number in found[bucket]
    assert sum(map(len, found)) <= sum(max(0, len(words) - 1) + 1 for words in site)


@given(st.sets(st.integers(0, 20_000), max_size=50))
def test_distances_say_which_bits_are_set(bits: set[int]) -> None:
    """Letters for the bits of a number give exactly these bits again."""
    at, found = -1, set()
    for between in numbers(distances(sum(1 << bit for bit in bits))):
        at += between + 1
        found.add(at)
    assert found == bits
