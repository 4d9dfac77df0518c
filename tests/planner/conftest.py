"""The planner's engine in a real browser, over the repository's own rules."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from partnership.kinds.registry import data_kind
from partnership.publications.redundancy_rules import make_rules
from partnership.records.files import parse_data
from partnership.records.redundancies import Redundancies
from tests.support.commands import PROJECT
from tests.support.serving import served

RULES = "rules/redundancies.yaml"
COUNTIES = (("1201", "powiat bocheński"), ("1205", "powiat gorlicki"))


class Engine:
    """The engine's functions, asked from Python; many questions at once."""

    def __init__(self, page: Page) -> None:
        """Load the engine on an open page."""
        self.page = page
        page.evaluate("async () => { window.engine = await import('/planner/engine.js'); }")

    def ask(self, function: str, rules: Any, questions: list[Any]) -> list[Any]:
        """Return the engine's answers to questions, each through JSON as a program outside would get it."""
        answers = self.page.evaluate(
            "([name, rules, questions]) => JSON.stringify(questions.map((one) => engine[name](rules, one) ?? null))",
            [function, rules, questions],
        )
        found = json.loads(answers)
        assert isinstance(found, list)
        return found


@pytest.fixture(scope="session")
def engine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine, loaded from its sources."""
    folder = tmp_path_factory.mktemp("planner")
    shutil.copytree(PROJECT / "theme" / "static" / "js" / "planner", folder / "planner")
    (folder / "index.html").write_text('<!doctype html><html lang="pl"><meta charset="utf-8"><title>x</title></html>')
    with served(folder) as root:
        page = browser.new_page()
        page.goto(root + "/")
        yield Engine(page)
        page.close()


@pytest.fixture(scope="session")
def record() -> Redundancies:
    """The repository's rules as a record."""
    found = data_kind(RULES)
    assert found is not None
    parsed = parse_data(found[0], RULES, "", (PROJECT / "data" / RULES).read_bytes())
    assert not parsed.problems
    (one,) = parsed.records
    assert isinstance(one, Redundancies)
    return one


@pytest.fixture(scope="session")
def published(record: Redundancies) -> dict[str, Any]:
    """The rules as they are published."""
    found = json.loads(make_rules(record, COUNTIES, "pl"))
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="session")
def rules(published: dict[str, Any]) -> dict[str, Any]:
    """The published rules without sentences: the engine then says their names, which tests can tell apart."""
    return published | {"messages": {}}


@pytest.fixture(scope="session")
def vectors() -> dict[str, Any]:
    """The questions and answers of ``vectors.yaml``, dates as ISO texts."""
    text = (Path(__file__).parent / "vectors.yaml").read_text(encoding="utf-8")
    found = json.loads(json.dumps(yaml.safe_load(text), default=str))
    assert isinstance(found, dict)
    return found
