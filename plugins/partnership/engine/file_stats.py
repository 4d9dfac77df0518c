"""How files look to the file system: size, both times and inode tell whether a file may have changed."""

from __future__ import annotations

import os
import stat

FileStat = tuple[int, int, int, int]
"""How a file looks: size, mtime and ctime in nanoseconds, inode."""

FRESH_NS = 100_000_000
"""What changed less than this before it was looked at could change again within a tick of the clock."""


def file_stat(path: str) -> FileStat | None:
    """Return how a file looks now, or None when it is no regular file: what a link leads to changes unseen."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    found = stat_of(status)
    return found if found[0] >= 0 else None


def stat_of(status: os.stat_result) -> FileStat:
    """Return the look that a status tells; that of a link or device has a negative size and equals no file's."""
    size = status.st_size if stat.S_ISREG(status.st_mode) else -1 - status.st_size
    return size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def stats_below(root: str) -> dict[str, FileStat]:
    """Return the look of everything below a folder that is no folder, by ``/``-separated path relative to it."""
    found: dict[str, FileStat] = {}
    todo = [("", root)]
    while todo:
        prefix, folder = todo.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        todo.append((f"{prefix}{entry.name}/", entry.path))
                    else:
                        found[prefix + entry.name] = stat_of(entry.stat(follow_symlinks=False))
        except OSError:
            found[f"{prefix}?"] = (-1, -1, -1, -1)
    return found
