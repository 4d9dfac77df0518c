"""Files of every kind: which file is what, and what is told of one that holds something else."""

from __future__ import annotations

import pytest

from partnership.kinds.registry import RECORD_KIND, data_kind
from partnership.records.content import NewsFront
from partnership.records.documents import parse_document
from partnership.records.files import parse_data

KINDS = RECORD_KIND


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("counties.yaml", "counties"),
        ("institutions/pup-bochnia.yaml", "institutions"),
        ("finder/lexicon.yaml", "lexicon"),
        ("institutions/a/b.yaml", None),
        ("counties.yml", None),
    ],
)
def test_a_path_tells_the_kind(path: str, name: str | None) -> None:
    """Only files in their place are read."""
    found = data_kind(path)
    assert (found[0].name if found else None) == name


@pytest.mark.parametrize(
    ("kind", "text", "code", "line"),
    [
        ("services", "", "empty", 1),
        ("services", "id: staz\n", "wrong-type", 1),
        ("services", "- id: staz\n  name: Staż\n- x\n", "missing-key", 1),
        ("institutions", "# nic\n", "empty", 1),
        ("institutions", "- a\n", "wrong-type", 1),
        ("lexicon", "phrases:\n  - say: []\n    means: {}\n", "too-short", 2),
        ("accessibility", "state: zgodna\n", "unknown-value", 1),
    ],
)
def test_a_file_of_the_wrong_shape(kind: str, text: str, code: str, line: int) -> None:
    """Lists, records and empty files are told apart, at their line."""
    parsed = parse_data(KINDS[kind], f"{kind}.yaml", "a" if KINDS[kind].shape == "record" else "", text.encode())
    assert (code, line) in [(problem.code, problem.line) for problem in parsed.problems]


def test_a_list_of_comments_is_empty() -> None:
    """A list without records is right: nothing of the kind is known yet."""
    parsed = parse_data(KINDS["sources"], "sources.yaml", "", b"# jeszcze nic\n")
    assert (parsed.records, parsed.problems) == ([], [])


def test_a_document_with_a_broken_head_still_tells_of_its_text() -> None:
    """Head and text are both looked at, and places count from the top of the file."""
    parsed = parse_document("news", NewsFront, "news/a.md", "a", b"---\ntitle: 1\ndate: x\n---\n\n<script>x</script>\n")
    assert [(one.line, one.code) for one in parsed.problems if one.severity == "error"] == [
        (2, "not-text"),
        (3, "not-a-date"),
    ]
    assert ("html-content-dropped", 6) in [(one.code, one.line) for one in parsed.problems]
    assert parse_document("news", NewsFront, "a.md", "a", b"---\na: [\n---\n").problems[0].code == "unclosed"
    assert parse_document("news", NewsFront, "a.md", "a", b"\xff").problems[0].code == "not-utf-8"
