"""What lies in the output is seen as a full search would see it, whatever happened since the last build."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.engine import output_snapshot
from partnership.engine.file_stats import FRESH_NS, stats_below
from partnership.engine.output_snapshot import (
    OutputSnapshot,
    PendingSnapshot,
    changed,
    changes_since,
    snapshot_after,
    snapshot_output,
)
from tests.support.searches import examples

PATHS = ("index.html", "a/index.html", "a/b/index.html", "a/b/feed.xml", "c/index.html")


def made(root: Path) -> OutputSnapshot:
    """Make a small output, old enough to be trusted, and return what a clean build would remember of it."""
    for path in PATHS:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)
    time.sleep(FRESH_NS / 1e9 + 0.02)
    return snapshot_after(str(root), stats_below(str(root)), None, ())


def test_same_output_is_not_searched(tmp_path: Path) -> None:
    """All folders of an old output can be trusted, and what is seen is what was left."""
    left = made(tmp_path)
    assert set(left.folders) == {"", "a", "a/b", "c"}
    assert snapshot_output(str(tmp_path), left) == left


def test_fresh_folders_are_not_trusted(tmp_path: Path) -> None:
    """What changed a moment ago could change again without looking different: such a folder is searched."""
    (tmp_path / "index.html").write_text("neu")
    left = snapshot_after(str(tmp_path), stats_below(str(tmp_path)), None, ())
    assert left.folders == {}
    (tmp_path / "foreign.html").write_text("foreign")
    assert set(snapshot_output(str(tmp_path), left).files) == {"index.html", "foreign.html"}


def test_touched_folders_are_not_trusted(tmp_path: Path) -> None:
    """After an incremental build the folders of its files, and those above them, are searched; others are not."""
    left = made(tmp_path)
    after = snapshot_after(str(tmp_path), left.files, left, ["a/b/feed.xml"])
    assert set(after.folders) == {"c"}


@pytest.mark.parametrize("many", [1, 1000])
def test_what_another_process_sees_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    """Large folders are looked at beside the build, small ones in it, with the same outcome, however often asked."""
    monkeypatch.setattr(output_snapshot, "MANY", many)
    left = made(tmp_path)
    (tmp_path / "a" / "new.html").write_text("new")
    (tmp_path / "c" / "index.html").unlink()
    pending = PendingSnapshot(str(tmp_path), left)
    assert pending.get().files == snapshot_output(str(tmp_path), left).files
    assert pending.get() is pending.get()
    pending.end()


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["change", "delete", "add", "folder", "link", "deep", "wipe"]), st.sampled_from(sorted(PATHS))
    ),
    max_size=5,
)


@examples(40)
@given(DEEDS, DEEDS)
def test_nothing_is_overlooked(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    """Files changed, deleted, added, replaced by folders or links, whole folders gone: seen as by a full search."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "output"
        left = made(root)
        for deeds in (first, second):
            for deed, path in deeds:
                do(root, deed, path)
            now = snapshot_output(str(root), left)
            assert now.files == stats_below(str(root))
            assert changed(left, changes_since(str(root), left)).files == now.files
            left = now


def do(root: Path, deed: str, path: str) -> None:
    """Do something to an output behind the engine's back."""
    victim = root / path
    if deed == "wipe":
        shutil.rmtree(victim.parent if victim.parent != root else root / "a", ignore_errors=True)
        return
    if not victim.parent.is_dir() or victim.parent.is_symlink():
        return
    if deed == "add":
        (victim.parent / "foreign.html").write_text("foreign")
    elif deed == "deep":
        (victim.parent / "new" / "deep").mkdir(parents=True, exist_ok=True)
        (victim.parent / "new" / "deep" / "x").write_text("x")
    elif not os.path.lexists(victim) or victim.is_dir():
        return
    elif deed == "change":
        victim.write_text(f"changed {time.time_ns()}")
    else:
        victim.unlink()
        if deed == "folder":
            victim.mkdir()
            (victim / "inside").write_text("inside")
        elif deed == "link":
            victim.symlink_to(root.parent)
