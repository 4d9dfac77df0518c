"""The measurement of feeds: figures with limits, and generated posts that are always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from partnership.catalogue.linking import link
from partnership.language import set_language
from partnership.settings import Settings
from partnership_bench import feeds
from partnership_bench.limits import Report
from partnership_bench.posts import write_posts


def test_a_figure_over_its_limit_fails_the_measurement() -> None:
    """Each figure is a line; one limit exceeded makes the exit status 1."""
    set_language("en")
    lines: list[str] = []
    report = Report(lines.append)
    report.figure("share", 20, "%", 35)
    assert report.status == 0
    report.figure("share", 40, "%", 35)
    assert report.status == 1
    assert lines == ["share: 20.00 % (limit 35 %: holds)", "share: 40.00 % (limit 35 %: exceeded)"]


def test_generated_posts_are_valid_and_the_same_each_time(tmp_path: Path) -> None:
    """No problem in any of them, and byte for byte what the last run wrote."""
    write_posts(tmp_path / "a", 40)
    write_posts(tmp_path / "b", 40)
    assert not link(Settings(content=tmp_path / "a")).problems.errors
    files = sorted(file.relative_to(tmp_path / "a") for file in (tmp_path / "a").rglob("*.md"))
    assert len(files) == 40
    assert all((tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes() for file in files)


@pytest.mark.nightly
def test_a_small_measurement_tells_what_it_found() -> None:
    """With a few posts: an edit of one makes few feeds again."""
    set_language("en")
    lines: list[str] = []
    feeds.run(lines.append, posts=40)
    told = "\n".join(lines)
    assert "posts: 40" in told and "feed files made again after it" in told
    assert "(limit 24: holds)" in told
