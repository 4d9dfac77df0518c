"""The history of the data folder, read from git: which record files each commit added, changed or removed, in bytes.

Only what landed counts: merges are compared with their first parent.  A commit whose message ends with the trailer
``Feeds: none`` tells nothing: so begins the history of a new site.  The results are kept by commit, since walking a
thousand commits takes over a second.  A folder without git has no history; a shallow clone has a false one, which is
left out with a warning.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Final

import msgspec

from partnership.cache_files import read_checked, write_checked
from partnership.language import _
from partnership.problems import Problem
from partnership.sources.revision import source_commit
from partnership.subscriptions.changes import Change, changes_of
from partnership.time_zone import site_zone

_PACKAGE = Path(__file__).resolve().parents[1]
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


class _Kept(msgspec.Struct):
    """What is kept: the code that made it, the commit it was made for, the commits in order.

    And the changes of each.
    """

    code: bytes
    head: str
    order: list[str]
    by_commit: dict[str, list[Change]]


class HistoryUnreadable(Exception):
    """Git could not tell the history; the message says why."""


def data_changes(data: Path, cache: Path) -> list[Change]:
    """Return every change of records in the history of the folder ``data``, newest first.

    Where there is no usable history there are none.  ``cache`` is a folder for results; it may be deleted at any time.
    """
    repository = find_repository(data)
    if repository is None or is_shallow(repository):
        return []
    head = source_commit(data)
    if not head:
        return []
    file = kept_file(cache, repository, "changes")
    kept = _load(file)
    if kept.head != head:
        try:
            kept = _read(repository, head, kept)
        except HistoryUnreadable:
            return []
        _save(file, kept)
    return [change for commit in kept.order for change in kept.by_commit.get(commit, ())]


def versions(content: Path, folder: str, cache: Path) -> dict[str, int]:
    """Return how often each file of a folder below ``content`` was changed after it was added, by the file's stem.

    Empty where no usable history tells it.  A file that was moved inside the folder keeps its count.
    """
    repository = find_repository(content)
    if repository is None or is_shallow(repository):
        return {}
    head = source_commit(content)
    if not head:
        return {}
    inside = Repository(repository.root, repository.git, f"{repository.prefix}/{folder}".removeprefix("./"))
    file = kept_file(cache, inside, "versions")
    stored = read_checked(file)
    if stored is not None:
        with suppress(msgspec.DecodeError, msgspec.ValidationError):
            kept = msgspec.msgpack.decode(stored[0], type=tuple[str, dict[str, int]])
            if kept[0] == head:
                return kept[1]
    try:
        commits = commits_of(inside, head)
    except HistoryUnreadable:
        return {}
    found: dict[str, int] = {}
    for commit in commits:
        stems = {
            path.rpartition("/")[2].removesuffix(".md") for path, _old, _new in commit.files if path.endswith(".md")
        }
        for stem in stems:
            found[stem] = found.get(stem, -1) + 1
    _save(file, (head, found))
    return found


def history_problems(data: Path) -> list[Problem]:
    """Return the warning about a history that is there but cannot be used.

    Nothing when it is whole or when there is none.
    """
    repository = find_repository(data)
    if repository is None or not is_shallow(repository):
        return []
    problem = Problem(
        path=str(data),
        severity="warning",
        code="shallow-history",
        message=_("The repository is a shallow clone, so feeds leave out what changed in the data"),
        hint=_("fetch the whole history: git fetch --unshallow"),
    )
    return [problem]


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


def _read(repository: Repository, head: str, kept: _Kept) -> _Kept:
    """Return the history up to ``head``; commits that are kept already are not read again."""
    commits = commits_of(repository, head)
    todo = [one for one in commits if one.commit not in kept.by_commit]
    wanted = {blob for one in todo if not one.silent for _path, old, new in one.files for blob in (old, new) if blob}
    blobs = contents_of(repository, sorted(wanted))
    made = {one.commit: [] if one.silent else changes_of(one.commit, one.at, _contents(one, blobs)) for one in todo}
    by_commit = {one.commit: made[one.commit] if one.commit in made else kept.by_commit[one.commit] for one in commits}
    return _Kept(kept.code, head, [one.commit for one in commits], by_commit)


class Commit(msgspec.Struct, frozen=True):
    """A commit, its time as ISO text, and its files: path below the folder, old and new blob ("" for none).

    ``silent`` tells that its changes are not to be told in feeds.
    """

    commit: str
    at: str
    silent: bool
    files: list[tuple[str, str, str]]


def _contents(one: Commit, blobs: dict[str, bytes]) -> list[tuple[str, bytes | None, bytes | None]]:
    return [(path, blobs.get(old) if old else None, blobs.get(new) if new else None) for path, old, new in one.files]


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


def kept_file(cache: Path, repository: Repository, name: str) -> Path:
    """Return the file in which results on one folder of one repository are kept."""
    folder = blake2b(os.fsencode(repository.root / repository.prefix), digest_size=10).hexdigest()
    return cache / "history" / f"{folder}.{name}"


def _code() -> bytes:
    """Return the digest of the code that reads records and compares them: another program may tell another story."""
    digest = blake2b(digest_size=16)
    for folder in ("records", "sources", "subscriptions"):
        for file in sorted((_PACKAGE / folder).glob("*.py")):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.digest()


def _load(file: Path) -> _Kept:
    code = _code()
    stored = read_checked(file)
    if stored is not None:
        with suppress(msgspec.DecodeError, msgspec.ValidationError):
            kept = msgspec.msgpack.decode(stored[0], type=_Kept)
            if kept.code == code:
                return kept
    return _Kept(code, "", [], {})


def _save(file: Path, kept: object) -> None:
    with suppress(OSError):
        write_checked(file, msgspec.msgpack.encode(kept))
