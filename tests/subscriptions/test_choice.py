"""„Follow this choice”: the feed of exactly what was chosen, or the smallest that contains it; the script agrees."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from partnership.settings import PROJECT
from partnership.subscriptions.choice import ChoiceTable, make_choice_table, make_table
from tests.subscriptions.choices import Choice, smallest_feed
from tests.support.publications import Published
from tests.support.site import Site


@pytest.fixture
def published(site: Site) -> Published:
    """Two institutions in one county, one in another."""
    site.institution("pup-bochnia")
    site.institution("szkola", name="Szkoła", type="regional-office", services=[])
    site.institution("gup-krakow", name="GUP", county="1261")
    return Published(site, "opml", "feeds")


CASES: list[tuple[Choice, str, bool]] = [
    (Choice(), "/instytucje/", True),
    (Choice(query="staż"), "/instytucje/", False),
    (Choice(counties=("1201",)), "/powiaty/powiat-bochenski/", True),
    (Choice(services=("posrednictwo",)), "/uslugi/posrednictwo/", True),
    (Choice(types=("labour-office",)), "/instytucje/typ/labour-office/", True),
    (Choice(counties=("1201",), services=("posrednictwo",)), "/powiaty/powiat-bochenski/uslugi/posrednictwo/", True),
    (
        Choice(counties=("1201",), services=("posrednictwo",), audiences=("employer",)),
        "/powiaty/powiat-bochenski/uslugi/posrednictwo/",
        False,
    ),
    (Choice(counties=("1201", "1202"), services=("posrednictwo",)), "/uslugi/posrednictwo/", False),
    (Choice(counties=("1201", "1202")), "/instytucje/", False),
    (Choice(types=("regional-office",), counties=("1201",)), "/instytucje/typ/regional-office/", False),
    (Choice(counties=("9999",)), "/instytucje/", False),
]


@pytest.mark.parametrize(("choice", "folder", "exact"), CASES)
def test_the_smallest_feed_that_contains_a_choice(
    published: Published, choice: Choice, folder: str, exact: bool
) -> None:
    """Two values of a facet widen it, words and audiences narrow it."""
    found = smallest_feed(make_table(published.catalogue), choice)
    assert (found.folder, found.exact) == (folder, exact)
    assert f"{folder}rss.xml" in published


def test_the_script_gives_the_same_answers(
    published: Published, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    """Every combination of a few values, in Python and in the browser."""
    table = make_table(published.catalogue)
    home = serve_folder(PROJECT / "theme" / "static")
    page.goto(f"{home}/pictures/emblem.svg")
    told = json.loads(make_choice_table(table))
    choices = [
        Choice(counties=counties, services=services, types=types, audiences=audiences, query=query)
        for counties, services, types, audiences, query in product(
            ((), ("1201",), ("1201", "1261"), ("9999",)),
            ((), ("posrednictwo",), ("posrednictwo", "zwolnienia-monitorowane")),
            ((), ("labour-office",)),
            ((), ("employer",)),
            ("", "staż"),
        )
    ]
    states = [
        {"counties": list(one.counties), "services": list(one.services), "types": list(one.types),
         "audiences": list(one.audiences), "query": one.query}
        for one in choices
    ]  # fmt: skip
    answers = page.evaluate(
        """async ([address, table, states]) => {
            const { smallestFeed } = await import(address);
            return states.map((state) => smallestFeed(table, state));
        }""",
        [f"{home}/js/finder/follow.js", told, states],
    )
    assert [(one["folder"], one["exact"]) for one in answers] == [
        (found.folder, found.exact) for found in (smallest_feed(table, one) for one in choices)
    ]


def test_the_table_is_small(published: Published) -> None:
    """It is fetched by a browser only when something is chosen, and holds ids, names and numbers only."""
    table: ChoiceTable = make_table(published.catalogue)
    assert table.total == 3
    assert published.json("/kanaly/obserwuj.json")["counties"]["1201"] == ["powiat-bochenski", "powiat bocheński", 2]
