"""What lies in the output folder, looked at anew before each build.

A folder that looks as it did holds the same names as it did, so only its files are looked at; others are searched.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable

import msgspec

from partnership.engine.file_stats import FRESH_NS, FileStat, stat_of, stats_below

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
