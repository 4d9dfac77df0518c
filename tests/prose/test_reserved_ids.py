"""Headings of texts never take an id that a template uses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from partnership.prose.conversion import convert
from partnership.prose.reserved_ids import RESERVED_IDS, is_reserved
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


def test_computed_ids_of_the_templates_are_reserved() -> None:
    """An id that a template computes from one name and fixed letters has a form that headings leave alone."""
    computed = {
        found
        for path in TEMPLATES.rglob("*.html")
        for found in re.findall(r'\bid="([^"]*\{\{[^"]*)"', path.read_text(encoding="utf-8"))
    }
    shapes = {re.sub(r"\{\{[^}]*\}\}", "\0", one) for one in computed}
    # An id that is whole from a view is a name of its own; two names joined are a facet's or a kind's.
    fixed = {shape.replace("\0", "7") for shape in shapes if shape.strip("\0-")}
    assert fixed and [one for one in fixed if not is_reserved(one)] == []


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("Grupa rekrutacja", "h-grupa-rekrutacja"),
        ("Door blue", "h-door-blue"),
        ("Services 1", "h-services-1"),
        ("Counties caption", "counties-caption-2"),
        ("Stopa table", "stopa-table-2"),
        ("Dla pracodawców", "dla-pracodawcow"),
        ("Tabela", "tabela"),
    ],
)
def test_headings_leave_computed_ids_alone(title: str, id: str) -> None:
    """A heading whose id a component could compute steps aside, a second one too, and links in the text follow."""
    asked = re.sub(r"^h-|-2$", "", id)
    result = read(f"## {title}\n\n[do niego](#{asked})\n\n## {title}\n")
    assert result.headings[0].id == id and result.headings[1].id != id
    assert f'href="#{id}"' in result.html and result.findings == ()


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
