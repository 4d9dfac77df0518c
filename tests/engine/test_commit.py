"""The output folder goes from one whole site to the next, and nothing that is not a site is ever replaced."""

from __future__ import annotations

import json
import os
import threading
import time
from pathlib import Path

import pytest

from partnership.engine import commit
from partnership.problems import UserError
from tests.support.patience import PATIENCE_SECONDS


def site(folder: Path, **files: str) -> Path:
    """Write files (``__`` standing for a slash) below a folder and return it."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def tree(folder: Path) -> dict[str, str]:
    """Return the files below a folder with their texts."""
    return {str(one.relative_to(folder)): one.read_text() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_a_stage_takes_the_outputs_place(tmp_path: Path) -> None:
    """The first site is moved in, the second exchanged with it; nothing stays beside."""
    output = tmp_path / "output"
    for text in ("eins", "zwei"):
        site(commit.begin_stage(output), a=text)
        commit.exchange(output)
        assert tree(output) == {"a": text}
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


def test_without_an_exchange_in_one_step_two_moves_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without the call gets the same result."""
    monkeypatch.setattr(commit, "_exchange", lambda one, other: False)
    output = site(tmp_path / "output", a="alt", b="alt")
    site(commit.begin_stage(output), a="neu")
    commit.exchange(output)
    assert tree(output) == {"a": "neu"}
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("moves", [0, 1, 2])
@pytest.mark.parametrize("finish", ["recover", "recover_all", "abandon"])
def test_a_kill_between_two_moves_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int, finish: str
) -> None:
    """Killed before, between or after the moves: whoever comes next has the old or the new site, nothing beside it."""
    monkeypatch.setattr(commit, "_exchange", lambda one, other: False)
    output = site(tmp_path / "www" / "output", a="alt", b="alt")
    cache = tmp_path / "cache"
    rename = os.rename
    moved: list[str] = []

    def killed(*paths: Path) -> None:
        if len(moved) == moves:
            raise KeyboardInterrupt
        rename(*paths)
        moved.append("")

    def stopped(folder: Path) -> None:
        if folder.exists():
            raise KeyboardInterrupt

    monkeypatch.setattr(os, "rename", killed)
    monkeypatch.setattr(commit, "_remove", stopped)
    monkeypatch.setattr(Path, "unlink", lambda *arguments, **names: None)
    with pytest.raises(KeyboardInterrupt), commit.locked(output, cache, print):
        stage = commit.stage_folder(output)
        site(stage, a="neu")
        commit.exchange(output)
    monkeypatch.undo()
    monkeypatch.setattr(commit, "_exchange", lambda one, other: False)
    (note,) = cache.glob("*.at-work")
    if finish == "recover_all":
        with commit.locked(tmp_path / "other", cache, print):
            commit.recover_all(cache)
        assert not note.exists()
    else:
        getattr(commit, finish)(output)
    assert tree(output) == ({"a": "neu"} if moves else {"a": "alt", "b": "alt"})
    assert [one.name for one in output.parent.iterdir()] == ["output"]


def test_a_second_move_that_fails_takes_the_first_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No kill, but an error between the moves: the old site stands where it stood."""
    monkeypatch.setattr(commit, "_exchange", lambda one, other: False)
    output = site(tmp_path / "output", a="alt")
    commit.stage_folder(output).mkdir()
    rename = os.rename

    def fails(source: Path, target: Path) -> None:
        if source == commit.stage_folder(output):
            raise OSError("no room")
        rename(source, target)

    monkeypatch.setattr(os, "rename", fails)
    with pytest.raises(OSError, match="no room"):
        commit.exchange(output)
    assert tree(output) == {"a": "alt"}


def test_a_folder_that_somebody_writes_to_is_left_to_him(tmp_path: Path) -> None:
    """Recovering never touches what another process is at work on."""
    output = tmp_path / "output"
    with commit.locked(output, tmp_path / "cache", print):
        site(commit.begin_stage(output), a="neu")
        commit.recover_all(tmp_path / "cache")
        assert tree(commit.stage_folder(output)) == {"a": "neu"}


def test_mostly_new_site_takes_the_place_whole(tmp_path: Path) -> None:
    """What stayed the same is linked, what is gone is gone, and nothing stays beside."""
    output = site(tmp_path / "output", a="alt", b__c="bleibt", d__e="weg")
    inode = (output / "b" / "c").stat().st_ino
    site(commit.begin_changes(output), a="neu", f__g="neu")
    assert commit.commit_whole(output, ["b/c"])
    assert tree(output) == {"a": "neu", "b/c": "bleibt", "f/g": "neu"}
    assert ((output / "b" / "c").stat().st_ino, (output / "b" / "c").stat().st_nlink) == (inode, 1)
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


def test_without_links_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be linked, the caller learns it and moves them one by one."""

    def refuse(source: str, target: str) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    output = site(tmp_path / "output", a="alt", b="bleibt")
    site(commit.begin_changes(output), a="neu")
    assert not commit.commit_whole(output, ["b"])
    assert tree(output) == {"a": "alt", "b": "bleibt"}
    commit.commit_changes(output, ["a"], [])
    assert tree(output) == {"a": "neu", "b": "bleibt"}


def test_changes_are_moved_in_and_empty_folders_go(tmp_path: Path) -> None:
    """Files replace what stands in their way, and are removed with the folders they leave empty."""
    output = site(tmp_path / "output", a="alt", b__c__d="alt", e="alt", f__g="alt")
    site(commit.begin_changes(output), a="neu", e__x="neu", f="neu")
    commit.commit_changes(output, ["a", "e/x", "f"], ["b/c/d"])
    assert tree(output) == {"a": "neu", "e/x": "neu", "f": "neu"}
    assert not (output / "b").exists()
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("moved", [0, 1, 2])
def test_a_killed_commit_is_finished(tmp_path: Path, moved: int) -> None:
    """Whatever of the journal was done before the kill, the next build finishes the rest."""
    output = site(tmp_path / "output", a="alt", b="alt", c="alt")
    files = site(commit.begin_changes(output), a="neu", b="neu")
    journal = commit.commit_folder(output) / "journal.json"
    journal.write_text(json.dumps({"write": ["a", "b"], "delete": ["c"]}))
    for name in ("a", "b")[:moved]:
        os.replace(files / name, output / name)
    commit.recover(output)
    assert tree(output) == {"a": "neu", "b": "neu"}
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"write": 1}'])
def test_a_journal_that_is_not_whole_is_undone(tmp_path: Path, text: str) -> None:
    """Without a whole journal nothing was committed: the output stays, what lay beside it goes."""
    output = site(tmp_path / "output", a="alt")
    site(commit.begin_changes(output), a="neu")
    (commit.commit_folder(output) / "journal.json").write_text(text)
    site(commit.begin_stage(output), a="neu")
    commit.recover(output)
    assert tree(output) == {"a": "alt"}
    assert [one.name for one in tmp_path.iterdir()] == ["output"]


def test_what_is_no_site_is_not_replaced(tmp_path: Path) -> None:
    """Sources, their parents, files, links and strangers' folders are refused, each with a sentence."""
    content = site(tmp_path / "project" / "content", a="x")
    strange = site(tmp_path / "strange", letter="x")
    file = tmp_path / "file"
    file.write_text("x")
    link = tmp_path / "link"
    link.symlink_to(strange)
    for output in (content, tmp_path / "project", content / "output", strange, file, link):
        with pytest.raises(UserError):
            commit.check_output(output, [content])
    commit.check_output(tmp_path / "new", [content])
    commit.check_output(site(tmp_path / "old", **{"publikacja.json": "{}"}), [content])


def test_the_second_build_waits_and_says_so(tmp_path: Path) -> None:
    """Two builds into one folder come one after the other."""
    output = tmp_path / "output"
    said: list[str] = []
    order: list[str] = []

    def second() -> None:
        with commit.locked(output, tmp_path / "cache", said.append):
            order.append("second")

    with commit.locked(output, tmp_path / "cache", said.append):
        thread = threading.Thread(target=second)
        thread.start()
        while not said:
            time.sleep(0.01)
        order.append("first")
    thread.join(PATIENCE_SECONDS)
    assert order == ["first", "second"]
    assert len(said) == 1


def test_a_cache_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """A file where the cache folder belongs is told without a traceback."""
    (tmp_path / "cache").write_text("x")
    with pytest.raises(UserError), commit.locked(tmp_path / "output", tmp_path / "cache" / "build", print):
        pass
