"""The commit that is checked out, read from git's own files.

Starting git would take longer than a build in which nothing changed.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")


def source_commit(folder: Path) -> str:
    """Return the commit checked out where ``folder`` lies, in hexadecimal.

    Empty when it lies in no repository or has no commit.
    """
    for parent in (folder.resolve(), *folder.resolve().parents):
        git = parent / ".git"
        if git.is_dir():
            return _read(git) or _ask(parent)
        if git.is_file():
            return _ask(parent)
    return ""


def _read(git: Path) -> str:
    """Return the commit as far as plain files tell it; empty when git keeps it elsewhere (packed)."""
    try:
        head = (git / "HEAD").read_text(encoding="ascii").strip()
        if head.startswith("ref: "):
            head = (git / head.removeprefix("ref: ")).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return head if _COMMIT.match(head) else ""


def _ask(folder: Path) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), "rev-parse", "HEAD"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    answer = done.stdout.strip()
    return answer if done.returncode == 0 and _COMMIT.match(answer) else ""
