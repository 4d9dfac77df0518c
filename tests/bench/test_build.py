"""The measure of the build measures whole processes, writes the same posts for all and tells what it found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from partnership.bench import build
from partnership.bench.build_report import Measured, table, write_page
from partnership.bench.contestants import Contestant, hugo, ours, stock_pelican, write_corpus
from partnership.bench.corpus import make_post
from partnership.bench.processes import Run, files_written, measure, middle
from partnership.bench.scenarios import SCENARIOS, Corpus, Taken
from partnership.bench.tools import Tools
from partnership.problems import UserError


def test_a_run_is_measured_and_a_failure_is_told(tmp_path: Path) -> None:
    """Times and size are positive; a command that fails stops the measuring with a sentence and its last words."""
    run = measure([sys.executable, "-c", "sum(range(10**6))"], tmp_path)
    assert min(run.wall, run.processor, run.peak) > 0
    with pytest.raises(UserError, match="ratunku"):
        measure([sys.executable, "-c", "raise SystemExit('ratunku')"], tmp_path)


def test_memory_is_summed_over_processes(tmp_path: Path) -> None:
    """A child's memory counts as well as its parent's."""
    child = "import time; x = bytearray(60_000_000); time.sleep(0.5)"
    code = f"import subprocess, sys; x = bytearray(60_000_000); subprocess.run([sys.executable, '-c', {child!r}])"
    assert measure([sys.executable, "-c", code], tmp_path, watch_memory=True).peak > 110


def test_files_written(tmp_path: Path) -> None:
    """Only files since the given moment count."""
    (tmp_path / "a").write_text("a")
    assert files_written(tmp_path, 0) == 1
    assert files_written(tmp_path, (tmp_path / "a").stat().st_ctime_ns + 1) == 0


def test_the_median_of_runs() -> None:
    """The middle of times, the largest of sizes."""
    assert middle([Run(1, 5, 10), Run(3, 6, 30), Run(2, 9, 20)]) == Run(2, 6, 30)


def test_the_same_posts_for_all(tmp_path: Path) -> None:
    """Each generator gets as many files with the same text below a head of its own."""
    tools = Tools(hugo=Path("hugo"), node_modules=None)
    contestants = [ours(tmp_path), stock_pelican(tmp_path), hugo(tmp_path, tools)]
    write_corpus(contestants, 5)
    for one in contestants:
        texts = [path.read_text(encoding="utf-8") for path in sorted(one.posts.glob("*.md"))]
        assert len(texts) == 5
        assert all(text.endswith(make_post(number).text) for number, text in enumerate(texts))
        one.write(make_post(3, revision=2))
        assert "Zmiana 2." in (one.posts / "wpis-numer-3.md").read_text(encoding="utf-8")


def test_every_change_changes_something(tmp_path: Path) -> None:
    """What a scenario is named after is what it does to the site's files; twice in a row it does it again."""
    one = ours(tmp_path)
    write_corpus([one], 4)

    def sources(site: Contestant) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in site.folder.rglob("*") if path.is_file()}

    for name in ("edited", "added", "deleted", "template", "setting"):
        before = sources(one)
        SCENARIOS[name](one, Corpus(4), 1)
        assert sources(one) != before, name


def test_few_posts_are_measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The small site is built in every scenario, and the table and the page tell of each."""
    monkeypatch.setattr(build, "find_tools", lambda say: Tools(None, None))
    said: list[str] = []
    page = tmp_path / "benchmarks.md"
    assert build.run(said.append, (6,), 1, 0, page, names=("partnership",)) in (0, 1)
    assert any("cold: Partnership" in line for line in said)
    assert "| one post edited | Partnership |" in page.read_text(encoding="utf-8")
    assert (tmp_path / "pictures" / "benchmarks.svg").read_text(encoding="utf-8").startswith("<svg")


def test_what_was_not_measured_is_left_out(tmp_path: Path) -> None:
    """A generator that has no institutions has no row for them."""
    taken = {scenario: {"X": Taken([Run(1, 1, 1)] if scenario == "cold" else [])} for scenario in SCENARIOS}
    measured = Measured(Corpus(1), 1, ["X"], taken)
    assert len(table(measured)) == 3
    write_page(tmp_path / "page.md", [measured])
    assert "institution" not in (tmp_path / "page.md").read_text(encoding="utf-8").split("| change |")[1]
