"""The declarations of the kinds that every site has: whole, and each name and address given once."""

from __future__ import annotations

from typing import get_args

import pytest

from partnership.catalogue.address_words import NAMES, PAGES, SectionName
from partnership.kinds.kind import Kind
from partnership.kinds.record_kind import RecordKind
from partnership.kinds.registry import (
    AFTER_TEXTS,
    BEFORE_TEXTS,
    IN_FEEDS,
    KINDS,
    RECORD_KIND,
    RECORD_KINDS,
    data_kind,
    fronts,
    own_sections,
    record_schemas,
    record_sections,
    search_kinds,
    sections,
)
from partnership.language import speaking
from partnership.records.content import DatedFront
from partnership.records.library import Library
from partnership.records.profile import Region
from partnership.region_words import NO_REGION, region_words

SECTIONS = [kind for kind, _section in sections(KINDS)]


def test_names_are_given_once() -> None:
    """Folders, names in the search and commands of ``new`` tell kinds apart; no section is called as a page is."""
    for names in (
        [kind.name for kind in KINDS],
        [kind.search.name for kind in KINDS if kind.search is not None],
        [kind.authoring.command for kind in KINDS if kind.authoring is not None],
    ):
        assert len(names) == len(set(names))
    of_records = [section.name for _kind, section in record_sections()]
    assert {*(kind.name for kind in SECTIONS), *of_records} == set(get_args(SectionName))
    assert not set(NAMES) & {*(kind.name for kind in KINDS), *of_records}


@pytest.mark.parametrize("kind", SECTIONS, ids=lambda kind: kind.name)
def test_every_section_has_its_words_and_addresses(kind: Kind) -> None:
    """In each language with words of its own, with a region and without one; pages of lists have their numbers."""
    assert kind.section is not None and issubclass(kind.front, DatedFront)
    for lang in PAGES:
        assert kind.section.address(lang).endswith("/")
        for region in (NO_REGION, region_words(Region(name="X", adjective="X-ish"), "en")):
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
    assert search_kinds(KINDS)[-2:] == ("issue", "letter") and len(search_kinds(KINDS)) == 11
    assert own_sections(KINDS) == () and set(fronts(KINDS)) == {kind.name for kind in KINDS}


def test_a_kind_without_a_section_has_no_words() -> None:
    """Pages stand by themselves: whoever asks for the words of their list makes a mistake."""
    [pages] = [kind for kind in KINDS if kind.section is None]
    with pytest.raises(ValueError, match="pages has no section"):
        pages.words(NO_REGION)


def test_names_and_files_of_records_are_given_once() -> None:
    """No two kinds of records share a name, a place, a schema, a file of open data or a name in the search."""
    for names in (
        [kind.name for kind in RECORD_KINDS],
        [kind.path for kind in RECORD_KINDS],
        [kind.search.name for kind in RECORD_KINDS if kind.search is not None],
        *([kind.files[lang] for kind in RECORD_KINDS if kind.files] for lang in PAGES),
    ):
        assert len(names) == len(set(names))
    assert len(record_schemas()) == sum(kind.shape != "table" for kind in RECORD_KINDS)
    assert {kind.name.replace("-", "_") for kind in RECORD_KINDS} | {"media", "documents"} == set(
        Library.__struct_fields__
    )


@pytest.mark.parametrize("kind", RECORD_KINDS, ids=lambda kind: kind.name)
def test_a_file_is_found_by_its_place_alone(kind: RecordKind) -> None:
    """The path of a file gives its kind and name; a folder deeper, beside it or without a name it gives none."""
    path = kind.path.replace("*", "dolina")
    assert data_kind(path) == (kind, "dolina" if kind.by_file else "")
    assert kind.place == (kind.path if "*" not in kind.path else kind.path.rpartition("/")[0] + "/")
    for other in (f"deeper/{path}", f"{path}.txt", kind.place.strip("/"), f"{kind.place.strip('/')}/a/b.yaml"):
        assert other == path or data_kind(other) is None
    if "*" in kind.path:
        assert data_kind(kind.path.replace("*", "")) is None


def test_every_section_of_records_has_its_place_in_lists() -> None:
    """A section of records stands in maps and in feeds, each once, has words in every language and pages to lead to."""
    having = {kind.name for kind, _section in record_sections()}
    assert {kind.name for kind in (*BEFORE_TEXTS, *AFTER_TEXTS)} == having == {kind.name for kind in IN_FEEDS}
    for kind, section in record_sections():
        for lang in PAGES:
            with speaking(lang):
                assert section.title() and section.label() and section.feed() and section.address(lang).endswith("/")
        assert section.address("de") == section.address("en")
        assert kind.search is not None, "whatever has pages is found"


def test_told_changes_have_a_section() -> None:
    """Where feeds tell that records change, they lead to a section and, for these, say each thing that can happen."""
    for kind in RECORD_KINDS:
        if kind.changes is None:
            continue
        place = RECORD_KIND[kind.told_with] if kind.told_with is not None else kind
        assert place.section is not None and kind.changes.heading()
        if kind.shape != "table":
            told = {kind.changes.title(action, "X") for action in ("added", "withdrawn", "restored")}
            assert len(told) == 3 and all("X" in one for one in told)
