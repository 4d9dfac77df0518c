"""What every test may ask for: a small site, the whole site, the command line, a browser, a folder on the web."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from partnership.cli.main import main
from tests.support.chromium import ARGUMENTS, find_chromium
from tests.support.commands import Outcome, clean_environment, run_process
from tests.support.leftovers import adopt_orphans, children, end_children
from tests.support.patience import PATIENCE_SECONDS
from tests.support.searches import arrange_searches
from tests.support.serving import served
from tests.support.site import Site
from tests.support.templates import CompiledTemplates

Call = Callable[..., Outcome]

arrange_searches()
expect.set_options(timeout=PATIENCE_SECONDS * 1000)
adopt_orphans()
# The types of msgspec's records, freed in a circle by the interpreter's last collection, now and then crash it.
atexit.register(gc.freeze)


def pytest_unconfigure() -> None:
    """Leave every object where it is when the interpreter ends.

    Collecting types that msgspec made while the interpreter goes down ends now and then in a segmentation fault, after
    the last test has passed.
    """
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave random searches and browsers out of the measure of coverage: it would double the time of a run.

    What they go through, a test of its own names as well. Setting up is measured, so what builds a site for a browser
    counts. Other tests say ``@pytest.mark.no_cover`` where they take seconds.
    """
    for item in items:
        searches = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
        if searches or "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of the run share; it vanishes like every temporary folder of tests."""
    own = tmp_path_factory.getbasetemp()
    # Of a spread run each process has its own folder, beside the others'.
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shared"


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(shared_folder: Path) -> Iterator[None]:
    """Lets every build in this process take templates that the run has compiled before."""
    templates = CompiledTemplates(shared_folder / "templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("partnership.rendering.environment.FileSystemBytecodeCache", templates.cache)
        yield


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    """Ends every process that a test started and left, and fails the test for it; git's own housekeeping may go on."""
    before = children()
    yield
    left = [command for command in end_children(before) if not command.startswith("git ")]
    assert not left, f"left running, and ended now: {left}"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site with the three required data files and nothing else."""
    return Site(tmp_path / "site")


@pytest.fixture
def run_tasks() -> Call:
    """Runs ``python3 tasks.py ARGUMENTS`` as its own process; keywords ``cwd``, ``env``, ``input``, ``timeout``."""
    return run_process


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Runs a task in this process, in the same clean environment; keywords are environment variables."""

    def run(*arguments: str | Path, **variables: str) -> Outcome:
        environment = clean_environment(**variables)
        for name in ("LANG", "SOURCE_DATE_EPOCH", "SITE_URL", "NO_COLOR", "PARTNERSHIP_DEBUG", *variables):
            if name in environment:
                monkeypatch.setenv(name, environment[name])
            else:
                monkeypatch.delenv(name, raising=False)
        capfd.readouterr()
        status = main([str(argument) for argument in arguments])
        printed = capfd.readouterr()
        return Outcome(status, printed.out, printed.err)

    return run


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on 127.0.0.1 until the test ends; returns its address without a final slash."""
    with contextlib.ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for each process of the run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in a fresh profile, in Polish; every script error in it fails the test."""
    context = browser.new_context(locale="pl-PL", timezone_id="Europe/Warsaw")
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert not errors, errors
