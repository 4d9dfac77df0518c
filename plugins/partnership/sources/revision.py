"""The commit that is checked out, as git tells it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


def source_commit(folder: Path) -> str:
    """Return the commit checked out where ``folder`` lies, in hexadecimal.

    Empty when it lies in no repository, has no commit, or git does not answer.
    """
    repository = repository_of(folder)
    if repository is None:
        return ""
    # A hook names its own repository in these variables; asked for is the one around the folder.
    variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(repository), "rev-parse", "HEAD"],
            env=variables, capture_output=True, text=True, timeout=20, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    answer = done.stdout.strip()
    return answer if done.returncode == 0 and _COMMIT.match(answer) else ""


def repository_of(folder: Path) -> Path | None:
    """Return the top folder of the repository around ``folder``, found without asking git; None when there is none."""
    whole = folder.resolve()
    return next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)
