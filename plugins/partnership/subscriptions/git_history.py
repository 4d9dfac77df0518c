"""The commits of a folder, read from git: which files each of them added, changed or removed.

Only what landed counts: merges are compared with their first parent.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from partnership.time_zone import site_zone

_SECONDS = 120
TRAILER: Final = "Feeds"
SILENT: Final = "none"
"""Trailer of a commit's message, and its value that keeps what the commit changed out of the feeds."""
_FORMAT: Final = f"commit:%H %ct %(trailers:key={TRAILER},valueonly,separator=%x2C)"


class Repository(msgspec.Struct, frozen=True):
    """The repository that the data folder lies in: its root.

    Git's own folder and the data folder's path below the root.
    """

    root: Path
    git: Path
    prefix: str


class HistoryUnreadable(Exception):
    """Git could not tell the history; the message says why."""


class Commit(msgspec.Struct, frozen=True):
    """A commit, its time as ISO text, and its files: path below the folder, old and new blob ("" for none).

    ``silent`` tells that its changes are not to be told in feeds.
    """

    commit: str
    at: str
    silent: bool
    files: list[tuple[str, str, str]]


def find_repository(data: Path) -> Repository | None:
    """Return the repository whose work tree holds ``data``; None when there is none."""
    folder = data.resolve()
    for parent in (folder, *folder.parents):
        git = parent / ".git"
        if git.is_dir():
            return Repository(parent, git, folder.relative_to(parent).as_posix())
        if git.is_file():
            # A linked work tree: its own folder lies in the common one, which knows whether the clone is shallow.
            with suppress(OSError, ValueError):
                named = git.read_text(encoding="utf-8").strip().removeprefix("gitdir: ")
                own = (parent / named).resolve()
                told = own / "commondir"
                common = own / told.read_text(encoding="utf-8").strip() if told.is_file() else own
                return Repository(parent, common.resolve(), folder.relative_to(parent).as_posix())
            return None
    return None


def is_shallow(repository: Repository) -> bool:
    """Tell whether the clone lacks a part of its history."""
    return (repository.git / "shallow").is_file()


def commits_of(repository: Repository, head: str) -> list[Commit]:
    """Return the commits that touched the folder, newest first, each file as path, old blob and new blob.

    Raises :class:`HistoryUnreadable`.
    """
    prefix = repository.prefix
    told = _git(
        repository, "log", "--first-parent", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev",
        f"--format={_FORMAT}", head, "--", f":(top,literal){prefix}" if prefix != "." else ":(top)",
    )  # fmt: skip
    commits: list[Commit] = []
    parts = iter(told.decode("utf-8", "surrogateescape").split("\0"))
    start = "" if prefix == "." else prefix + "/"
    for part in parts:
        text = part.lstrip("\n")
        while text.startswith("commit:"):
            line, _newline, text = text.partition("\n")
            name, seconds, trailer = line.removeprefix("commit:").split(" ", 2)
            at = datetime.fromtimestamp(int(seconds), UTC).astimezone(site_zone()).isoformat()
            commits.append(Commit(name, at, trailer.strip().lower() == SILENT, []))
            text = text.lstrip("\n")
        if text.startswith(":") and commits:
            old_mode, new_mode, old, new, _status = text[1:].split(" ")
            path = next(parts, "")
            if path.startswith(start):
                old, new = _blob(old, old_mode), _blob(new, new_mode)
                commits[-1].files.append((path.removeprefix(start), old, new))
    return commits


def _blob(name: str, mode: str) -> str:
    """Return the name of a regular file's content; empty for a missing file, a link or a submodule."""
    return name if mode.startswith("100") and name.strip("0") else ""


def contents_of(repository: Repository, names: list[str]) -> dict[str, bytes]:
    """Return the contents of blobs by name."""
    if not names:
        return {}
    told = _git(repository, "cat-file", "--batch", given="\n".join(names).encode() + b"\n")
    found: dict[str, bytes] = {}
    place = 0
    while place < len(told):
        end = told.index(b"\n", place)
        head = told[place:end].split(b" ")
        place = end + 1
        if len(head) == 3:
            size = int(head[2])
            found[head[0].decode()] = told[place : place + size]
            place += size + 1
    return found


def _git(repository: Repository, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", "-c", "log.showSignature=false", *arguments],
            cwd=repository.root,
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise HistoryUnreadable(str(error)) from error
    if done.returncode:
        raise HistoryUnreadable(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def older_versions(repository: Repository, commits: list[Commit], path: str) -> Iterator[bytes | None]:
    """Yield what a file held before the version that the first of ``commits`` to name it wrote, and so on.

    It ends where a commit says that nothing of it is to be told.
    """
    for one in commits:
        for name, old, _new in one.files:
            if name == path:
                if one.silent:
                    return
                yield contents_of(repository, [old]).get(old) if old else None
