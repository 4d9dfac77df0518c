"""``test``: what runs, in which order, and what decides the exit status."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.commands import Outcome

Call = Callable[..., Outcome]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Keeps programs from running; notes their arguments under ``calls``, lets those named in ``failing`` fail."""
    state: dict[str, Any] = {"calls": [], "failing": ()}

    def run(command: list[str], **more: Any) -> subprocess.CompletedProcess[bytes]:
        state["calls"].append(command[2:])
        return subprocess.CompletedProcess(command, 1 if command[2] in state["failing"] else 0)

    monkeypatch.setattr(subprocess, "run", run)
    return state


def test_everything_runs_and_pytest_comes_last(call: Call, ran: dict[str, Any]) -> None:
    """Linters and types first, since they are quick; pytest's closing line ends the output."""
    assert call("test").status == 0
    assert [names[0] for names in ran["calls"]] == ["ruff", "ruff", "mypy", "pytest"]
    assert "--cov=partnership" in ran["calls"][-1]


def test_tests_are_spread_over_the_processors(call: Call, ran: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """As many processes as there are processors, up to a limit, since each starts a browser."""
    for there, used in ((1, 1), (3, 3), (64, 8)):
        monkeypatch.setattr("partnership.cli.test.processors", lambda there=there: there)
        call("test")
        assert f"--numprocesses={used}" in ran["calls"][-1]


@pytest.mark.parametrize("program", ["ruff", "mypy", "pytest"])
def test_one_failure_fails_the_task_but_the_rest_still_runs(call: Call, ran: dict[str, Any], program: str) -> None:
    """Whoever mends a change sees all that is wrong with it at once."""
    ran["failing"] = (program,)
    assert call("test").status == 1
    assert ran["calls"][-1][0] == "pytest"


def test_arguments_go_to_pytest_alone(call: Call, ran: dict[str, Any]) -> None:
    """A developer who names tests waits for nothing else, options included."""
    assert call("test", "tests/cli", "-k", "name", "-x").status == 0
    assert ran["calls"] == [["pytest", "tests/cli", "-k", "name", "-x"]]


def test_nightly_adds_the_long_tests(call: Call, ran: dict[str, Any]) -> None:
    """The marker that the settings leave out is let in again, and random searches are longer."""
    call("test", "--nightly", "tests/cli")
    assert ran["calls"] == [["pytest", "-m", "", "--hypothesis-profile=nightly", "tests/cli"]]
