"""The finder's engine in a real browser, asked as a page would ask it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from partnership.rendering.minified import minified
from partnership.rendering.scripts import bundle
from tests.finder.world import World, made_world, own_world
from tests.support.serving import served

SCRIPTS = Path(__file__).resolve().parents[2] / "theme" / "static" / "js" / "finder"


class Engine:
    """`createFinder` over one world's index, in a page of its own."""

    def __init__(self, page: Page, index: str) -> None:
        """Load the engine and make a finder of the index at the address `index`."""
        self.page = page
        page.evaluate(
            """async (address) => {
                const { createFinder } = await import('/finder/engine.js');
                window.index = await (await fetch(address)).json();
                const start = performance.now();
                window.finder = createFinder(window.index);
                window.ready = performance.now() - start;
                window.help = (await import('/finder/help.js')).createHelp(window.finder);
            }""",
            index,
        )

    def search(self, query: str, **filters: Any) -> list[dict[str, Any]]:
        """All answers {id, score, why}."""
        answers = self.page.evaluate("([query, filters]) => finder.search(query, filters)", [query, filters])
        assert isinstance(answers, list)
        return answers

    def ids(self, query: str, **filters: Any) -> list[str]:
        """The answers' ids in order."""
        return [answer["id"] for answer in self.search(query, **filters)]

    def all_ids(self, queries: list[str]) -> list[list[str]]:
        """The answers' ids for many queries at once."""
        answers = self.page.evaluate(
            "(queries) => queries.map((query) => finder.search(query).map(({ id }) => id))", queries
        )
        assert isinstance(answers, list)
        return answers


@pytest.fixture(scope="session")
def worlds() -> dict[str, World]:
    """The repository's own institutions, and 400 made-up ones of other types."""
    return {"own": own_world(), "made": made_world(400)}


@pytest.fixture(scope="session")
def finder_site(tmp_path_factory: pytest.TempPathFactory, worlds: dict[str, World]) -> Iterator[str]:
    """A served folder with the engine's modules and the worlds' indexes; its address."""
    folder = tmp_path_factory.mktemp("finder")
    shutil.copytree(SCRIPTS, folder / "finder")
    whole = bundle("engine.js", lambda name: (SCRIPTS / name).read_text(encoding="utf-8"))
    (folder / "sent.js").write_bytes(minified({"engine.js": whole})["engine.js"])
    (folder / "index.html").write_text('<!doctype html><html lang="pl"><meta charset="utf-8"><title>x</title></html>')
    for name, world in worlds.items():
        (folder / f"{name}.json").write_bytes(world.index())
    with served(folder) as root:
        yield root


@pytest.fixture(scope="session")
def engines(browser: Browser, finder_site: str) -> Iterator[Callable[[str], Engine]]:
    """Gives the engine over a world by its name („own”, „made”); each is started once."""
    context = browser.new_context(locale="pl-PL")
    started: dict[str, Engine] = {}

    def engine(name: str) -> Engine:
        if name not in started:
            page = context.new_page()
            page.goto(finder_site + "/")
            started[name] = Engine(page, f"/{name}.json")
        return started[name]

    yield engine
    context.close()


@pytest.fixture
def own(engines: Callable[[str], Engine]) -> Engine:
    """The engine over the repository's own institutions."""
    return engines("own")


@pytest.fixture
def made(engines: Callable[[str], Engine]) -> Engine:
    """The engine over 400 made-up institutions."""
    return engines("made")
