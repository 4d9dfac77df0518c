"""Locks between processes: the second waits and is told so, and a killed one holds nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from partnership.locks import hold
from partnership.problems import UserError

HOLDER = """
import sys
from pathlib import Path
from partnership.locks import hold
with hold(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(file: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(file)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_second_waits_until_the_first_ends(tmp_path: Path) -> None:
    """Another process waits, says so once, and goes on when the lock is given back."""
    file = tmp_path / "made" / "one.lock"
    told: list[str] = []
    with hold(file, lambda: told.append("waiting")):
        other = _holder(file)
        assert other.stdout is not None and other.stdout.readline() == "waiting\n"
    assert other.stdout.readline() == "held\n"
    other.communicate("")
    assert (other.returncode, told) == (0, [])


def test_killed_holder_holds_nothing(tmp_path: Path) -> None:
    """The lock ends with its process; the file that stays behind means nothing."""
    file = tmp_path / "one.lock"
    other = _holder(file)
    assert other.stdout is not None and other.stdout.readline() == "held\n"
    other.kill()
    other.communicate()
    told: list[str] = []
    with hold(file, lambda: told.append("waiting")):
        assert file.exists()
    assert told == []


def test_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file in the folder's place is one sentence, not a traceback."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="taken"), hold(tmp_path / "taken" / "one.lock", lambda: None):
        pass
