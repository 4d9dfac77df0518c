"""The history of the data folder: which records each commit added, changed or removed.

A commit whose message ends with the trailer ``Feeds: none`` tells nothing: so begins the history of a new site.  The
results are kept by commit, since walking a thousand commits takes over a second.  A folder without git has no history;
a shallow clone has a false one, which is left out with a warning.
"""

from __future__ import annotations

import os
from functools import partial
from hashlib import blake2b
from pathlib import Path

import msgspec

from partnership.cache_files import keep, read_kept
from partnership.language import _
from partnership.problems import Problem
from partnership.sources.revision import source_commit
from partnership.subscriptions.changes import RecordChange, changes_of
from partnership.subscriptions.git_history import (
    Commit,
    HistoryUnreadable,
    Repository,
    commits_of,
    contents_of,
    find_repository,
    is_shallow,
    older_versions,
)

_PACKAGE = Path(__file__).resolve().parents[1]


class _Kept(msgspec.Struct):
    """What is kept: the code that made it, the commit it was made for, the commits in order.

    And the changes of each.
    """

    code: bytes
    head: str
    order: list[str]
    by_commit: dict[str, list[RecordChange]]


def data_changes(data: Path, cache: Path) -> list[RecordChange]:
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
        keep(file, kept)
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
    kept = read_kept(file, tuple[str, dict[str, int]])
    if kept is not None and kept[0] == head:
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
    keep(file, (head, found))
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


def _read(repository: Repository, head: str, kept: _Kept) -> _Kept:
    """Return the history up to ``head``; commits that are kept already are not read again."""
    commits = commits_of(repository, head)
    todo = [one for one in commits if one.commit not in kept.by_commit]
    wanted = {blob for one in todo if not one.silent for _path, old, new in one.files for blob in (old, new) if blob}
    blobs = contents_of(repository, sorted(wanted))
    made: dict[str, list[RecordChange]] = {}
    for place, one in enumerate(commits):
        if one.commit not in kept.by_commit:
            older = partial(older_versions, repository, commits[place + 1 :])
            made[one.commit] = [] if one.silent else changes_of(one.commit, one.at, _contents(one, blobs), older)
    by_commit = {one.commit: made[one.commit] if one.commit in made else kept.by_commit[one.commit] for one in commits}
    return _Kept(kept.code, head, [one.commit for one in commits], by_commit)


def _contents(one: Commit, blobs: dict[str, bytes]) -> list[tuple[str, bytes | None, bytes | None]]:
    return [(path, blobs.get(old) if old else None, blobs.get(new) if new else None) for path, old, new in one.files]


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
    kept = read_kept(file, _Kept)
    return kept if kept is not None and kept.code == code else _Kept(code, "", [], {})
