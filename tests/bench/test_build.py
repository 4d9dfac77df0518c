"""The measure of the build measures whole processes and compares the same posts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from partnership.bench import build
from partnership.bench.processes import Run, measure, middle
from partnership.problems import UserError


def test_a_run_is_measured_and_a_failure_is_told(tmp_path: Path) -> None:
    """Times and size are positive; a command that fails stops the measuring with a sentence."""
    run = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path)
    assert min(run.wall, run.processor, run.peak) > 0
    with pytest.raises(UserError):
        measure([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_median_of_runs() -> None:
    """The middle of times, the largest of sizes."""
    assert middle([Run(1, 5, 10), Run(3, 6, 30), Run(2, 9, 20)]) == Run(2, 6, 30)


def test_few_posts_are_compared_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure is printed; whether limits hold is not asked of so small and busy a run."""
    monkeypatch.setattr(build, "_this_site", lambda report, root, rounds: None)
    said: list[str] = []
    assert build.run(said.append, posts=8, rounds=1) in (0, 1)
    assert len(said) == 8
