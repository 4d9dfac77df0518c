"""Deciding early: one glance at every file tells whether anything at all changed since the last build.

Only how files look to the file system is compared; so a build in which nothing changed reads, imports and decides
next to nothing.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from partnership.build.names import state_name
from partnership.build.revision import source_commit
from partnership.language import _
from partnership.problems import Problem
from partnership.settings import PROJECT, Settings

FRESH_NS = 100_000_000
"""A file changed less than this before it was looked at could change again within a tick of the clock."""

Look = tuple[int, int, int, int]
"""How a file looks: size, mtime and ctime in nanoseconds, inode."""

_DIRECTORY: Look = (0, 0, 0, 0)
PACKAGE = Path(__file__).resolve().parents[1]


def glance_at_sources(settings: Settings) -> tuple[str, bool]:
    """Return the digest of how everything looks that a build reads, and whether it can be relied on.

    It cannot where a file changed so recently that it could change again without looking different.
    """
    digest = blake2b(digest_size=20)
    newest = 0
    for root in (settings.content, settings.data, settings.theme, PACKAGE):
        for path, look in sorted(_walk(str(root))):
            digest.update(f"{path}\0{look}\n".encode("utf-8", "surrogateescape"))
            newest = max(newest, look[1], look[2])
        digest.update(b"\1")
    # The word stands for the language: warnings are kept as they were said.
    digest.update(repr(settings).encode("utf-8", "surrogateescape"))
    digest.update(f"{PROJECT} {history_stamp(settings.data)} {_('new')}".encode())
    return digest.hexdigest(), newest < time.time_ns() - FRESH_NS


def glance_at_output(settings: Settings) -> str:
    """Return the digest of how the output folder looks."""
    digest = blake2b(digest_size=20)
    for path, look in sorted(_walk(str(settings.output))):
        digest.update(f"{path}\0{look}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def history_stamp(data: Path) -> str:
    """Return what tells that the history of the data may have changed though no file did (committed, or made whole)."""
    shallow = PROJECT / ".git" / "shallow"
    return f"{shallow.exists()} {source_commit(data)}"


def _walk(root: str) -> list[tuple[str, Look]]:
    found: list[tuple[str, Look]] = []
    todo = [root]
    while todo:
        folder = todo.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name != "__pycache__":
                            todo.append(entry.path)
                            found.append((entry.path + "/", _DIRECTORY))
                    else:
                        status = entry.stat(follow_symlinks=False)
                        look = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
                        found.append((entry.path, look))
        except OSError:
            found.append((folder, _DIRECTORY))
    return found


class Last(msgspec.Struct):
    """What the last build left: digests of how its sources and its output look, its number of pages, its warnings."""

    sources: str
    output: str
    pages: int
    problems: tuple[Problem, ...]


def recall(cache: Path, output: Path) -> Last | None:
    """Return what the last build left, or None when it left nothing that can be read."""
    try:
        return msgspec.json.decode((cache / f"{state_name(output)}.glance").read_bytes(), type=Last)
    except (OSError, ValueError):
        return None


def remember(cache: Path, output: Path, last: Last) -> None:
    """Keep what the next build may rely on."""
    with suppress(OSError):
        path = cache / f"{state_name(output)}.glance"
        draft = path.with_suffix(".glance-new")
        draft.write_bytes(msgspec.json.encode(last))
        os.replace(draft, path)
