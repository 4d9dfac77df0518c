"""What is written as YAML is what the strict reader takes back."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from partnership.sources.characters import settle
from partnership.sources.strict_yaml import load
from partnership.sources.yaml_writing import as_yaml_file

WORDS = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Zl", "Zp"))).map(
    settle
)
PLAIN = st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-(10**6), 10**6).map(lambda one: round(one, 3))
CODES = st.sampled_from(["0201", "no", "2026-11-29", "8:00", "~", "1_000", "a: b", "- c", "# d", "&e", "*f", "null"])
KEYS = WORDS.map(str.strip).filter(bool)
TREES = st.recursive(
    WORDS.map(str.strip) | PLAIN | CODES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["name", "seat", "codes"]), TREES, min_size=1))
def test_it_is_read_as_it_was(tree: dict[str, Any]) -> None:
    """Texts that look like something else, lists within lists: each comes back as what it was."""
    assert load(as_yaml_file(tree, 60)) == tree


def test_a_value_at_two_places_is_written_twice() -> None:
    """The reader refuses anchors: one list in two records stands in both."""
    shared = ["find workers", "post a vacancy"]
    told = as_yaml_file([{"synonyms": shared, "en": {"synonyms": shared}}], 60)
    assert "&" not in told and "*" not in told
    assert load(told) == [{"synonyms": shared, "en": {"synonyms": shared}}]
