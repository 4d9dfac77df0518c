"""What lies in the output folder, looked at anew before each build.

A folder that looks as it did holds the same names as it did, so only its files are looked at; others are searched.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec

from partnership.engine.file_stats import FRESH_NS, FileStat, stat_of, stats_below
from partnership.parallel_map import Beside

S = TypeVar("S")

MANY = 1000
"""Files from which on a folder takes longer to look at than another process to start."""

FolderStat = tuple[int, int]
"""How a folder looks: mtime in nanoseconds, which changes with every name in it, and inode."""


class OutputSnapshot(msgspec.Struct, array_like=True):
    """What lies in an output folder, by ``/``-separated paths relative to it (the folder itself is ``""``).

    ``files`` is everything that is no folder.  ``folders`` are those whose look can be trusted to tell of the next
    change in them.
    """

    files: dict[str, FileStat] = {}
    folders: dict[str, FolderStat] = {}


def snapshot_output(root: str, last: OutputSnapshot | None) -> OutputSnapshot:
    """Return what lies in a folder now; ``last`` is what the last build left there."""
    if last is None:
        return OutputSnapshot(stats_below(root))
    same = {path: seen for path, seen in last.folders.items() if _folder_stat(f"{root}/{path}") == seen}
    now = OutputSnapshot({}, same)
    for path in last.files:
        if path.rpartition("/")[0] in same:
            try:
                now.files[path] = stat_of(os.lstat(f"{root}/{path}"))
            except OSError:
                continue
    known = _folders_of(last.files)
    for path in known - same.keys():
        _search(root, path, known, now)
    return now


class PendingSnapshot:
    """What lies in an output folder, looked at while the build goes on with what does not depend on it.

    ``last`` is what the last build left there.  Large folders are looked at by another process, which tells how they
    differ from that: as a rule in nothing.
    """

    def __init__(self, root: str, last: OutputSnapshot | None) -> None:
        self._root = root
        self._last = last
        self._known: OutputSnapshot | None = None
        self._beside: Beside[SnapshotChanges] | None = None
        if last is not None and len(last.files) >= MANY:
            self._beside = Beside(partial(changes_since, root, last))

    def get(self) -> OutputSnapshot:
        """Return what lies there: a large folder was looked at when this was made, a small one is looked at now."""
        if self._known is None and self._beside is not None and self._last is not None:
            self._known = changed(self._last, self._beside.result())
        elif self._known is None:
            self._known = snapshot_output(self._root, self._last)
        return self._known

    def end(self) -> None:
        """Stop looking where nobody has asked."""
        if self._beside is not None:
            self._beside.end()


class SnapshotChanges(NamedTuple):
    """How an output folder differs from a snapshot: what looks otherwise or is new, and the paths that are gone."""

    files: dict[str, FileStat]
    gone_files: list[str]
    folders: dict[str, FolderStat]
    gone_folders: list[str]


def changes_since(root: str, last: OutputSnapshot) -> SnapshotChanges:
    """Return how what lies in a folder now differs from ``last``, which the last build left there."""
    now = snapshot_output(root, last)
    return SnapshotChanges(*_changes(last.files, now.files), *_changes(last.folders, now.folders))


def changed(last: OutputSnapshot, changes: SnapshotChanges) -> OutputSnapshot:
    """Return what lies in a folder that differs so from a snapshot."""
    files, folders = last.files | changes.files, last.folders | changes.folders
    for path in changes.gone_files:
        del files[path]
    for path in changes.gone_folders:
        del folders[path]
    return OutputSnapshot(files, folders)


def _changes(before: dict[str, S], now: dict[str, S]) -> tuple[dict[str, S], list[str]]:
    new = {path: seen for path, seen in now.items() if before.get(path) != seen}
    return new, [path for path in before if path not in now]


def snapshot_after(
    root: str, files: dict[str, FileStat], before: OutputSnapshot | None, touched: Iterable[str]
) -> OutputSnapshot:
    """Return what a build left in a folder: ``files``, and of its folders those whose look can be trusted.

    ``before`` is what lay there when an incremental build began, ``touched`` are the paths of files that it brought
    or took away; without ``before`` all is new.
    """
    if before is None:
        return OutputSnapshot(files, dict(_settled(root, _folders_of(files))))
    changed = _folders_of(touched)
    return OutputSnapshot(files, {path: seen for path, seen in before.folders.items() if path not in changed})


def _search(root: str, path: str, known: set[str], now: OutputSnapshot) -> None:
    """Look at everything in a folder, and below it where a folder is new."""
    folder = f"{root}/{path}".rstrip("/")
    before = _folder_stat(folder)
    if before is None:
        return
    prefix = f"{path}/" if path else ""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = prefix + entry.name
                if not entry.is_dir(follow_symlinks=False):
                    now.files[name] = stat_of(entry.stat(follow_symlinks=False))
                elif name not in known:
                    now.files |= {f"{name}/{inside}": stat for inside, stat in stats_below(entry.path).items()}
    except OSError:
        now.files[f"{prefix}?"] = (-1, -1, -1, -1)
        return
    if before[0] < time.time_ns() - FRESH_NS:
        now.folders[path] = before


def _settled(root: str, paths: Iterable[str]) -> Iterable[tuple[str, FolderStat]]:
    """Yield the stats of folders that did not change just now: another change within the same tick would not show."""
    for path in paths:
        seen = _folder_stat(f"{root}/{path}")
        if seen is not None and seen[0] < time.time_ns() - FRESH_NS:
            yield path, seen


def _folder_stat(path: str) -> FolderStat | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


def _folders_of(files: Iterable[str]) -> set[str]:
    """Return the folders of files, and those above them."""
    found = {""}
    for path in {path.rpartition("/")[0] for path in files}:
        while path not in found:
            found.add(path)
            path = path.rpartition("/")[0]
    return found
