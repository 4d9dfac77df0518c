"""A task at a terminal, where it asks."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

from tests.support.commands import PROJECT, clean_environment
from tests.support.patience import PATIENCE_SECONDS


def at_terminal(arguments: list[str], answers: list[str], **variables: str) -> tuple[int, str, str]:
    """Run a task with a terminal as its input; return status, stdout, and what the terminal showed."""
    ours, theirs = pty.openpty()
    path = {"PYTHONPATH": str(PROJECT / "plugins")}
    task = subprocess.Popen(
        [sys.executable, "-P", "-X", "utf8", "-m", "partnership", *arguments],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment(**path, **variables),
    )  # fmt: skip
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    out, told = task.communicate(timeout=PATIENCE_SECONDS)
    os.close(ours)
    os.close(theirs)
    return task.returncode, out.decode(), told.decode()
