"""The command line as a test calls it: in this process (quick, measured by coverage) or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""The project's folder."""

BUILD_DAY = "1772366400"
"""``SOURCE_DATE_EPOCH`` of the tests: 1 March 2026, noon UTC."""


@dataclass(frozen=True)
class Outcome:
    """What a task did: its exit status and what it printed."""

    status: int
    out: str
    err: str


def clean_environment(**variables: str) -> dict[str, str]:
    """Return the variables a task sees: a fixed day, English messages, nothing of the caller's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return kept | {"LANG": "en", "SOURCE_DATE_EPOCH": BUILD_DAY} | variables


def run_process(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    input: str = "",
    timeout: float = 120,
) -> Outcome:
    """Run ``python3 tasks.py`` with the arguments, as a caller in a shell would."""
    done = subprocess.run(
        [sys.executable, str(PROJECT / "tasks.py"), *map(str, arguments)],
        cwd=cwd,
        env=clean_environment(**(env or {})),
        input=input,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=timeout,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
