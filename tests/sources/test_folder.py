"""Folders are walked in order, without leaving them."""

from __future__ import annotations

from pathlib import Path

from partnership.sources.folder import MAX_DEPTH, list_everything, list_folder


def test_files_are_sorted_and_noise_is_passed_over(tmp_path: Path) -> None:
    """Hidden files and backups do not count; the order is that of code points."""
    for name in ("b.md", "a/z.md", "a/b.md", ".hidden", "c.md~"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    listing = list_folder(str(tmp_path))
    assert (listing.files, listing.folders, listing.problems) == (["a/b.md", "a/z.md", "b.md"], ["a"], [])
    assert sorted(list_everything(str(tmp_path))) == [".hidden", "a/b.md", "a/z.md", "b.md", "c.md~"]


def test_missing_folder_is_empty() -> None:
    """A folder that is not there holds nothing."""
    assert list_folder("/nowhere/at/all").files == []


def test_links_that_lead_out_loop_or_dangle_are_problems(tmp_path: Path) -> None:
    """Only a link to a file inside the folder counts as a file."""
    root = tmp_path / "root"
    root.mkdir()
    (root / "real.md").write_text("x")
    (tmp_path / "secret.md").write_text("x")
    (root / "inside.md").symlink_to("real.md")
    (root / "out.md").symlink_to(tmp_path / "secret.md")
    (root / "loop.md").symlink_to("loop.md")
    (root / "gone.md").symlink_to("nothing.md")
    (root / "folder").symlink_to(".")
    listing = list_folder(str(root))
    assert listing.files == ["inside.md", "real.md"]
    assert [Path(one.path).name for one in listing.problems] == ["folder", "gone.md", "loop.md", "out.md"]
    assert {one.code for one in listing.problems} == {"bad-link"}


def test_depth_and_names_are_bounded(tmp_path: Path) -> None:
    """A folder too deep and a name with control characters are told."""
    deep = tmp_path / "/".join(["d"] * (MAX_DEPTH + 2))
    deep.mkdir(parents=True)
    (tmp_path / "a\nb.md").write_text("x")
    assert sorted(one.code for one in list_folder(str(tmp_path)).problems) == ["bad-name", "too-deep"]
