"""The one parser: exit statuses, languages, and no traceback for anybody's mistake."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from partnership.cli import main as main_module
from partnership.cli.main import TASKS, Tasks, asked_language
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError
from partnership.settings import PROJECT, SITE_VARIABLE
from tests.support.commands import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Makes every task raise what the test wants."""

    def install(error: BaseException) -> None:
        @click.command("build")
        def command() -> None:
            raise error

        monkeypatch.setattr(Tasks, "get_command", lambda self, ctx, name: command)

    return install


@pytest.mark.parametrize("arguments", [["no-such-task"], ["lock", "--no-such-option"], [], ["--lang", "xx", "lock"]])
def test_wrong_usage_is_status_two(call: Call, arguments: list[str]) -> None:
    """An unknown or missing task and a wrong option say how the command is used, on stderr."""
    outcome = call(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("Usage: python3 tasks.py")


def test_usage_errors_are_polish_by_default(call: Call) -> None:
    """Without an English LANG the parser itself speaks Polish, the library's sentences and near names included."""
    outcome = call("lock", "--upgrad", LANG="C.UTF-8")
    assert "Błąd: nie ma opcji '--upgrad'. Czy chodziło o '--upgrade'?" in outcome.err


def test_misspelt_task_is_answered_with_the_nearest(call: Call) -> None:
    """A slip in the task's name is told with the name that was meant."""
    assert "There is no task “publsh”. Did you mean “publish”?" in call("publsh").err
    assert "There is no task “xyz”.\n" in call("xyz").err


def test_language_option_beats_the_environment(call: Call) -> None:
    """``--lang`` before the task decides, whatever LANG says."""
    assert call("--lang", "pl", "lock", "--help", LANG="en").out.startswith("Użycie:")
    assert call("--lang=en", "lock", "--help", LANG="pl_PL.UTF-8").out.startswith("Usage:")


@pytest.mark.parametrize(
    ("arguments", "language"), [(["--lang", "en", "x"], "en"), (["--lang=pl"], "pl"), (["x", "--lang", "en"], None)]
)
def test_asked_language_is_read_before_the_task_only(arguments: list[str], language: str | None) -> None:
    """An option after the task belongs to the task."""
    assert asked_language(arguments) == language


def test_help_lists_every_task(call: Call) -> None:
    """``--help`` is a result: stdout, status 0, each task with its sentence."""
    outcome = call("--help")
    assert outcome.status == 0
    listed = [name for name in TASKS if f"\n  {name} " in outcome.out]
    assert listed == Tasks().list_commands(click.Context(Tasks()))


def test_problems_go_to_stderr_with_status_one(call: Call, failing: Callable[[BaseException], None]) -> None:
    """Problems that stop a task are listed in the form of ``check``."""
    problem = Problem(path="/x/a.yaml", line=3, column=5, code="unknown-key", message="Wrong", hint="mend it.")
    failing(ProblemsFound(ProblemList([problem])))
    outcome = call("build")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "/x/a.yaml:3:5: error: Wrong; mend it.\n")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (UserError("Port 8000 is taken."), "Error: Port 8000 is taken.\n"),
        (PermissionError(13, "Permission denied", "/x/y"), "Error: you lack the rights to it (/x/y)\n"),
        (ValueError("two\nlines"), "Error: the program itself failed (ValueError: two lines); PARTNERSHIP_DEBUG=1"),
    ],
)
def test_other_failures_are_one_sentence(
    call: Call, failing: Callable[[BaseException], None], error: BaseException, text: str
) -> None:
    """A mistake of the surroundings, or of the program, is a sentence and status 1, not a traceback."""
    failing(error)
    outcome = call("build")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith(text) and "Traceback" not in outcome.err


def test_debugging_shows_where(call: Call, failing: Callable[[BaseException], None]) -> None:
    """``PARTNERSHIP_DEBUG`` gives the traceback of an internal error to who asks for it."""
    failing(ValueError("inside"))
    assert "Traceback" in call("build", PARTNERSHIP_DEBUG="1").err


def test_interruption_is_status_130(call: Call, failing: Callable[[BaseException], None]) -> None:
    """Ctrl+C ends a task quietly with the shell's status for it."""
    failing(KeyboardInterrupt())
    outcome = call("build")
    assert outcome.status == 130
    assert "Traceback" not in outcome.err


def test_importing_the_parser_stays_light(run_tasks: Call, tmp_path: Path) -> None:
    """A wrong call must not pay for the site's libraries: none of the heavy ones is imported to parse arguments."""
    import subprocess
    import sys

    heavy = ("pelican", "markdown", "yaml", "PIL", "lxml", "babel", "jinja2", "watchfiles")
    program = f"import sys, partnership.cli.main; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert main_module.PROGRAM == "python3 tasks.py"


def test_a_named_site_is_forgotten_with_its_task(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next task in the process works on its own site again, or on the one that the caller's surroundings name."""
    call("--site", tmp_path, "check")
    assert SITE_VARIABLE not in os.environ
    monkeypatch.setenv(SITE_VARIABLE, str(tmp_path / "own"))
    call("--site", tmp_path, "check")
    assert os.environ[SITE_VARIABLE] == str(tmp_path / "own")


def test_whoever_stands_in_another_site_is_told(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A task that works on the program's own site says so to somebody who stands in one, unless a site is named."""
    monkeypatch.delenv(SITE_VARIABLE, raising=False)
    here = tmp_path / "site" / "content"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    arguments = ("--lang", "en", "freshness", "--content", here, "--data", here)
    assert "Working on" not in call(*arguments).err
    (tmp_path / "site" / "pelicanconf.py").write_text("", encoding="utf-8")
    told = call(*arguments).err
    assert f"Working on the site in {PROJECT}; for the one in {tmp_path / 'site'} add" in told
    assert "Working on" not in call("--site", tmp_path / "site", *arguments).err
