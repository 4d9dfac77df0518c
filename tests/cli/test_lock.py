"""``lock``: the lock files are resolved in the order that keeps shared packages alike."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.commands import PROJECT, Outcome

Call = Callable[..., Outcome]


@pytest.mark.parametrize("upgrade", [False, True])
def test_each_list_is_locked(call: Call, monkeypatch: pytest.MonkeyPatch, upgrade: bool) -> None:
    """The test list comes after the site's, by which it is constrained; ``--upgrade`` reaches the resolver."""
    calls: list[list[str]] = []

    def run(command: list[str], **more: Any) -> subprocess.CompletedProcess[bytes]:
        calls.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    outcome = call("lock", *(["--upgrade"] if upgrade else []))
    assert outcome.out.split() == ["requirements-build.lock", "requirements.lock", "requirements-test.lock"]
    assert all(("--upgrade" in command) == upgrade for command in calls)


def test_a_list_that_cannot_be_resolved_is_named(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """The resolver's own words stand above one sentence that says which list it was."""
    monkeypatch.setattr(subprocess, "run", lambda command, **more: subprocess.CompletedProcess(command, 1))
    outcome = call("lock")
    assert (outcome.status, outcome.out) == (1, "")
    assert "requirements-build.in could not be resolved" in outcome.err


def test_locks_are_hashed_agree_and_name_no_index() -> None:
    """Each package has a hash; one package has one version in all locks; no address of an index stands in them."""
    versions: dict[str, set[str]] = {}
    for path in PROJECT.glob("requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path
        for block in re.split(r"\n(?=\S)", text):
            if match := re.match(r"([a-z0-9-]+)==([^ ;\\]+)", block):
                assert "--hash=sha256:" in block, match.group(1)
                versions.setdefault(match.group(1), set()).add(match.group(2))
    assert len(versions) > 40
    assert not [name for name, found in versions.items() if len(found) > 1]
