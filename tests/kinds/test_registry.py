"""The declarations of the kinds that every site has: whole, and each name and address given once."""

from __future__ import annotations

from typing import get_args

import pytest

from partnership.catalogue.address_words import NAMES, PAGES, SectionName
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, fronts, own_sections, search_kinds, sections
from partnership.language import speaking
from partnership.records.content import DatedFront
from partnership.region_words import NO_REGION, RegionWords

SECTIONS = [kind for kind, _section in sections(KINDS)]


def test_names_are_given_once() -> None:
    """Folders, names in the search and commands of ``new`` tell kinds apart; no section is called as a page is."""
    for names in (
        [kind.name for kind in KINDS],
        [kind.search.name for kind in KINDS if kind.search is not None],
        [kind.authoring.command for kind in KINDS if kind.authoring is not None],
    ):
        assert len(names) == len(set(names))
    assert {kind.name for kind in SECTIONS} == set(get_args(SectionName))
    assert not set(NAMES) & {kind.name for kind in KINDS}


@pytest.mark.parametrize("kind", SECTIONS, ids=lambda kind: kind.name)
def test_every_section_has_its_words_and_addresses(kind: Kind) -> None:
    """In each language with words of its own, with a region and without one; pages of lists have their numbers."""
    assert kind.section is not None and issubclass(kind.front, DatedFront)
    for lang in PAGES:
        assert kind.section.address(lang).endswith("/")
        for region in (NO_REGION, RegionWords(name="X", within="in X", adjective="X-ish")):
            with speaking(lang):
                words = kind.words(region)
            assert words.title and words.intro and words.feed
            assert "%(number)d" in words.newer and "%(number)d" in words.older
    assert kind.section.address("de") == kind.section.address("en")


def test_references_and_questions_are_keys_of_the_head() -> None:
    """What a declaration names stands in the type of its heads."""
    for kind in KINDS:
        keys = {key for key, _records in kind.references}
        if kind.authoring is not None:
            keys |= {question.key for question in kind.authoring.questions} | {kind.authoring.signed or "author"}
        assert keys <= set(kind.front.__struct_fields__)


def test_new_kinds_come_last_in_the_search() -> None:
    """So that they change no number of another; kinds of every site are none of a site's own."""
    assert search_kinds(KINDS)[-1] == "issue" and len(search_kinds(KINDS)) == 10
    assert own_sections(KINDS) == () and set(fronts(KINDS)) == {kind.name for kind in KINDS}


def test_a_kind_without_a_section_has_no_words() -> None:
    """Pages stand by themselves: whoever asks for the words of their list makes a mistake."""
    [pages] = [kind for kind in KINDS if kind.section is None]
    with pytest.raises(ValueError, match="pages has no section"):
        pages.words(NO_REGION)
