"""What the search costs of a build is measured on two sites that differ in nothing else, each with its limit."""

from __future__ import annotations

from pathlib import Path

from partnership_bench.limits import Report
from partnership_bench.search_corpus import Corpus
from partnership_bench.search_cost import measure_cost


def test_costs_are_told_with_their_limits(tmp_path: Path) -> None:
    """One site has an index and the other none, both have the posts; three figures are printed."""
    lines: list[str] = []
    measure_cost(Report(lines.append), tmp_path, Corpus(40), pairs=1, edits=1)
    pages = [sorted((tmp_path / name / "full" / "output").rglob("wpis-*/index.html")) for name in ("with", "without")]
    assert [len(some) for some in pages] == [40, 40]
    assert (tmp_path / "with/full/output/szukaj/indeks/spis.json").is_file()
    assert not (tmp_path / "without/full/output/szukaj/indeks/spis.json").exists()
    assert ["20 %" in lines[0], "10 %" in lines[1], "MB" in lines[2]] == [True, True, True]
