"""A site that has just been started answers the questions that its own pages show as examples."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.finder.conftest import SCRIPTS, Engine
from tests.support.commands import run_process
from tests.support.serving import served
from tests.support.valley import COUNTIES

LANGUAGES = ("pl,en,uk", "es,en")
"""Languages all of which the starter knows, and first one that it does not know."""
HINTS = '//*[@id="finder-hint" or @id="hero-search-hint"]'


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site started with some languages, as built; the finder's scripts lie in its folder `finder`."""
    folder = tmp_path_factory.mktemp("started")
    (folder / "counties.csv").write_text(COUNTIES, encoding="utf-8")
    made = run_process(
        *("start", folder / "site", "--counties", folder / "counties.csv", "--name", "Valley", "--country", "cz"),
        *("--region", "Green Valley", "--office", "Valley Employment Agency", "--languages", request.param),
    )  # fmt: skip
    assert made.status == 0, made.err
    output = folder / "output"
    ready = run_process("--site", folder / "site", "build", "--output", output)
    assert ready.status == 0, ready.err
    shutil.copytree(SCRIPTS, output / "finder")
    return output


def _asked(page: Path) -> Iterator[str]:
    """Yield the questions that a page shows at its field."""
    for hint in html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath(HINTS):
        said = hint.text_content().replace("\xa0", " ").partition(":")[2]
        yield from (part.strip(" „”“«».") for part in re.split(", | albo | або ", said))


def test_its_finder_answers_its_own_hints(built: Path, browser: Browser) -> None:
    """Every example at the field of the finder and of the home page finds somebody, in every language."""
    page = browser.new_page()
    with served(built) as root:
        for index in sorted(built.rglob("index.json")):
            if index.parent.parent.name == "search" or "data" in index.parts:
                continue
            tree = index.parents[1]
            questions = [*_asked(tree / "index.html"), *_asked(index.parent / "index.html")]
            assert len(questions) > 1, tree
            page.goto(f"{root}/")
            finder = Engine(page, f"/{index.relative_to(built).as_posix()}")
            assert [one for one in questions if not finder.ids(one)] == [], tree
    page.close()
