"""Reading the two folders.

Every file by its kind, every problem collected, unchanged files taken from the last library.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from partnership.catalogue.strays import (
    hidden_text,
    is_misplaced,
    is_of_imports,
    out_of_place,
    stray_record,
    stray_text,
)
from partnership.kinds.kind import Kind
from partnership.kinds.registry import KINDS, RECORD_KIND, RECORD_KINDS, data_kind, fronts
from partnership.language import _
from partnership.problems import Problem, ProblemList
from partnership.records.files import DataKind, Parsed
from partnership.records.library import Library, ParsedFile
from partnership.records.other_kind import OTHER_KIND
from partnership.records.parsing import TEXT_ENDINGS, Readers, parse
from partnership.sources.conflicts import conflict
from partnership.sources.folder import Listing, list_folder
from partnership.sources.text import MAX_BYTES, Unreadable, read_bytes

MAX_MEDIA_BYTES = 50 * 1024 * 1024
"""Largest picture or document that is published, in bytes."""


class DigestCache(Protocol):
    """Knows digests of files from an earlier build."""

    def digest(self, path: str) -> bytes | None:
        """Return the digest of the file at an absolute path if it is known without reading.

        Called before each file is read.
        """

    def learn(self, path: str, digest: bytes) -> None:
        """Take note of the digest of a file, as read after :meth:`digest` was asked."""


class Job(NamedTuple):
    """One file to read: its kind, its path relative to its folder, its id and its absolute path."""

    kind: str
    path: str
    name: str
    absolute: str


class Reading(msgspec.Struct):
    """What was read: the library, the problems, and the names of records whose files are there but broken.

    ``misplaced`` are texts that lie where none of their kind is read, name and path below the folder of content:
    others may name them where they belong.
    """

    library: Library
    problems: ProblemList
    broken: dict[str, set[str]] = msgspec.field(default_factory=dict)
    misplaced: dict[str, str] = msgspec.field(default_factory=dict)


def digest_of(data: bytes) -> bytes:
    """Return the digest by which contents are known: 20 bytes of BLAKE2b."""
    return blake2b(data, digest_size=20).digest()


def read_folders(
    content: Path,
    data: Path,
    previous: Library | None = None,
    known: DigestCache | None = None,
    language: str = "pl",
    kinds: tuple[Kind, ...] = KINDS,
) -> Reading:
    """Read everything below the two folders; ``kinds`` are those of the content.

    ``previous`` is the library of an earlier build; a file whose digest is still the same, and that had no problem,
    is not parsed again.
    ``known`` may tell digests without the files being read.  ``language`` is that of documents that name none.
    """
    heads = fronts(kinds)
    readers = Readers(heads, RECORD_KIND, language)
    reading = Reading(Library(documents={name: {} for name in heads}), ProblemList())
    jobs = _data_jobs(data, reading) + _content_jobs(content, heads, reading)
    todo: list[tuple[Job, bytes, bytes]] = []
    files_by_kind = {kind: reading.library.files_of(kind) for kind in {job.kind for job in jobs}}
    before = {kind: previous.files_of(kind) if previous is not None else {} for kind in files_by_kind}
    for job in jobs:
        files = files_by_kind[job.kind]
        kept = before[job.kind].get(job.path)
        usable = kept if kept is not None and not kept.problems else None
        digest = known.digest(job.absolute) if known is not None else None
        if usable is not None and digest == usable.digest:
            files[job.path] = usable
            continue
        try:
            content_bytes = read_bytes(job.absolute, MAX_MEDIA_BYTES if job.kind == "media" else MAX_BYTES)
        except Unreadable as error:
            files[job.path] = ParsedFile(b"", (), (error.problem,))
            continue
        digest = digest_of(content_bytes)
        if known is not None:
            known.learn(job.absolute, digest)
        if usable is not None and digest == usable.digest:
            files[job.path] = usable
            continue
        files[job.path] = ParsedFile(digest, ())
        todo.append((job, content_bytes, digest))
    for (job, _content, digest), parsed in zip(
        todo, parse([(job.kind, job.path, job.name, raw) for job, raw, _digest in todo], readers), strict=True
    ):
        files_by_kind[job.kind][job.path] = ParsedFile(digest, tuple(parsed.records), tuple(_absolute(parsed, job)))
    _collect(reading, jobs)
    return reading


def _absolute(parsed: Parsed, job: Job) -> list[Problem]:
    return [msgspec.structs.replace(problem, path=job.absolute) for problem in parsed.problems]


def _collect(reading: Reading, jobs: list[Job]) -> None:
    files_by_kind = {kind: reading.library.files_of(kind) for kind in {job.kind for job in jobs}}
    for job in jobs:
        kept: ParsedFile[Any] = files_by_kind[job.kind][job.path]
        if not kept.problems:
            continue
        reading.problems.extend(kept.problems)
        if all(problem.severity == "warning" for problem in kept.problems):
            continue
        for problem in kept.problems:
            if problem.code == OTHER_KIND and (found := data_kind(problem.suggestion or "")) is not None:
                reading.broken.setdefault(found[0].name, set()).add(found[1])
            elif problem.code == OTHER_KIND:
                reading.misplaced[os.path.basename(job.path)] = job.path
        if job.name:
            reading.broken.setdefault(job.kind, set()).add(job.name)
        else:
            reading.broken.setdefault(job.kind, set()).add("*")


def _data_jobs(data: Path, reading: Reading) -> list[Job]:
    listing, problems = list_folder(str(data)), reading.problems
    problems.extend(listing.problems)
    jobs: list[Job] = []
    files = frozenset(listing.files)
    for path in listing.files:
        absolute = f"{listing.root}/{path}"
        found = data_kind(path)
        if (stray := stray_record(path, absolute, files)) is not None:
            problems.add(stray)
            _conflict(path, absolute, problems)
        elif found is not None and not is_misplaced(path, files):
            jobs.append(Job(found[0].name, path, found[1], absolute))
        elif _is_note(path) or is_of_imports(path):
            _conflict(path, absolute, problems)
        else:
            told = out_of_place(path, absolute)
            problems.add(told)
            if (meant := data_kind(told.suggestion or "")) is not None:
                # What it holds is known once it lies in its place: nothing that refers to it is told until then.
                reading.broken.setdefault(meant[0].name, set()).add(meant[1] or "*")
    _folders_for_files(listing, problems, (".yaml", ".csv"))
    here = set(listing.files)
    for kind in RECORD_KINDS:
        if kind.required and kind.path not in here and kind.name not in reading.broken:
            problems.add(_missing_file(kind, str(data)))
    return jobs


def _content_jobs(content: Path, folders: Collection[str], reading: Reading) -> list[Job]:
    listing, problems = list_folder(str(content)), reading.problems
    problems.extend(listing.problems)
    problems.extend(hidden_text(f"{listing.root}/{path}") for path in listing.hidden)
    jobs: list[Job] = []
    files = frozenset(listing.files)
    for path in listing.files:
        absolute = f"{listing.root}/{path}"
        folder, _slash, rest = path.partition("/")
        if folder in folders and (stray := stray_text(path, absolute, files)) is not None:
            problems.add(stray)
            _conflict(path, absolute, problems)
        elif path.endswith(".md") and folder in folders and rest:
            jobs.append(Job(folder, path, path.rpartition("/")[2][:-3], absolute))
        elif path.endswith(".md"):
            _conflict(path, absolute, problems)
            if os.path.basename(path).lower() != "readme.md":
                reading.misplaced[os.path.basename(path)] = path
                problems.add(
                    Problem(
                        path=absolute,
                        code="out-of-place",
                        severity="warning",
                        message=_("A text that lies here appears nowhere"),
                        hint=_(
                            "move it to one of: %(folders)s",
                            folders=", ".join(f"content/{one}" for one in folders),
                        ),
                    )
                )
        else:
            jobs.append(Job("media", path, "", absolute))
    _folders_for_files(listing, problems, (".md",))
    return jobs


def _is_note(path: str) -> bool:
    """Tell whether a file says something about the folder to people: it is no record and need not be told."""
    return path.rpartition("/")[2].lower().startswith(("readme", "licen"))


def _conflict(path: str, absolute: str, problems: ProblemList) -> None:
    """Tell git's marks of a conflict in a text that is not read otherwise."""
    if not path.lower().endswith(TEXT_ENDINGS):
        return
    try:
        found = conflict(absolute, read_bytes(absolute))
    except Unreadable:
        return
    if found is not None:
        problems.add(found)


def _folders_for_files(listing: Listing, problems: ProblemList, suffixes: tuple[str, ...]) -> None:
    for path in listing.folders:
        if path.endswith(suffixes):
            problems.add(
                Problem(
                    path=os.path.join(listing.root, path),
                    code="not-a-file",
                    message=_("A file belongs here, but this is a folder or a device"),
                    hint=_("move it away or put a text file in its place"),
                )
            )


def _missing_file(kind: DataKind, root: str) -> Problem:
    return Problem(
        path=os.path.join(root, kind.path),
        code="missing-file",
        message=_("The file %(name)s is missing", name=kind.path),
        hint=_("every site needs it; copy it from an earlier version"),
    )
