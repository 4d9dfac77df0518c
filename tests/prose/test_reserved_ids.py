"""Headings of texts never take an id that a template uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnership.prose.conversion import convert
from partnership.prose.reserved_ids import RESERVED_IDS
from partnership.prose.result import ProseResult

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


def read(text: str) -> ProseResult:
    """Return a finished text."""
    return convert(text, resolve_link=lambda path: path)


def test_all_ids_of_the_templates_are_reserved() -> None:
    """What a template writes as an id stands in the list; a new one fails here until it does."""
    written = {
        found
        for path in TEMPLATES.rglob("*.html")
        for found in re.findall(r'\bid="([^"{]+)"', path.read_text(encoding="utf-8"))
    }
    assert written and written <= RESERVED_IDS


@pytest.mark.parametrize("title", ["Agenda", "Menu", "Method", "Findings", "Main", "Contact", "Decisions"])
def test_headings_step_aside_and_links_follow(title: str) -> None:
    """A heading that would take such an id is the second of its name, and links in its text lead to it."""
    result = read(f"## {title}\n\n[do niego](#{title.lower()})\n\n## {title}\n")
    assert [heading.id for heading in result.headings] == [f"{title.lower()}-2", f"{title.lower()}-3"]
    assert f'href="#{title.lower()}-2"' in result.html and result.findings == ()


def test_a_link_to_an_id_of_the_page_is_told() -> None:
    """Without such a heading a link to it leads nowhere in the text."""
    assert [finding.code for finding in read("[x](#menu)").findings] == ["link-fragment-missing"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("## A\n\n# B\n", (3, 1)),
        ("#hasztag\n\n## # x\n\n# B", (5, 1)),
        ("```\n# kod\n```\n\n# B", (5, 1)),
        ("Tekst\n\nB\n===\n", (3, 1)),
        ("> # B", (1, 3)),
    ],
)
def test_a_title_in_a_text_is_told_at_its_own_line(text: str, place: tuple[int, int]) -> None:
    """Headings of other levels, hashtags and code above it do not take its place."""
    (finding,) = read(text).findings
    assert (finding.code, finding.line, finding.column) == ("heading-level-one", *place)
