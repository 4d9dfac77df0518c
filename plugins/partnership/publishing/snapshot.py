"""A commit as files of its own, and the site built from it: what lies in the editor's folder plays no part.

Everything happens in one folder of the cache.  Whatever a killed run left there is removed by the next one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from partnership.engine.entry import build
from partnership.engine.outcome import Built
from partnership.engine.state import forget_state
from partnership.language import _
from partnership.locks import hold
from partnership.problems import Problem, ProblemList, ProblemsFound, UserError
from partnership.publishing.git import Git, GitFailed, reason_of
from partnership.settings import Settings
from partnership.settings_file import read_settings

Say = Callable[[str], None]


class Snapshot(msgspec.Struct, frozen=True):
    """A commit's files: the repository they were cloned into, and the project's folder in it."""

    git: Git
    project: Path
    commit: str


@contextmanager
def workshop(folder: Path, say: Say) -> Iterator[Path]:
    """Give an empty folder that this process alone works in; a second process waits, and is told so through ``say``."""
    waiting = _("Another publication is being prepared here; waiting for it to end")
    with hold(folder.with_suffix(".lock"), lambda: say(waiting)):
        _clear(folder)
        folder.mkdir()
        try:
            yield folder
        finally:
            _clear(folder)


def _clear(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)


def take_snapshot(source: Git, project: Path, commit: str, target: Path) -> Snapshot:
    """Clone a commit with its history into ``target``, which must not exist; objects are shared, nothing is copied."""
    source.run("clone", "--quiet", "--shared", "--no-checkout", "--no-tags", "--", str(source.root), str(target))
    git = Git(target)
    git.run("config", "gc.auto", "0")
    # What Git LFS keeps is taken from the editor's repository, not asked of a server.
    git.run(
        "config", "lfs.storage", str((source.root / source.line("rev-parse", "--git-common-dir")).resolve() / "lfs")
    )
    try:
        git.run("-c", "advice.detachedHead=false", "-c", "core.hooksPath=/dev/null", "checkout", "--quiet", commit)
    except GitFailed as failed:
        raise UserError(
            _(
                "The files of commit %(commit)s cannot be taken from the repository (%(reason)s); "
                "if some are kept by Git LFS, run git lfs fetch first",
                commit=commit[:10],
                reason=reason_of(failed),
            )
        ) from None
    _take_submodules(source, git, commit)
    return Snapshot(git, target / project.resolve().relative_to(source.root.resolve()), commit)


def _take_submodules(source: Git, git: Git, commit: str) -> None:
    """Bring what a commit's submodules hold, from where they lie in the editor's folder; nothing is fetched.

    Raises :class:`UserError` when one of them is not there, or not in the state that the commit names.
    """
    for entry in git.run("ls-tree", "-r", "-z", "HEAD").decode("utf-8", "surrogateescape").split("\0"):
        about, _tab, path = entry.partition("\t")
        if not about.startswith("160000 "):
            continue
        wanted, theirs = about.split()[2], Git(source.root / path)
        # Without a repository of its own in it, git would answer for the one around it.
        if not (theirs.root / ".git").exists() or theirs.commit(wanted) is None:
            raise UserError(
                _(
                    "The folder %(path)s is a submodule, and what commit %(commit)s holds of it is not here; "
                    "run git submodule update --init, then try again",
                    path=path,
                    commit=commit[:10],
                )
            )
        folder = git.root / path
        theirs.run("clone", "--quiet", "--shared", "--no-checkout", "--no-tags", "--", str(theirs.root), str(folder))
        inner = Git(folder)
        inner.run("-c", "advice.detachedHead=false", "-c", "core.hooksPath=/dev/null", "checkout", "--quiet", wanted)
        _take_submodules(theirs, inner, wanted)


def build_snapshot(
    snapshot: Snapshot, settings_file: str, output: Path, cache: Path, say: Say
) -> tuple[Settings, Built]:
    """Build the site of a commit into ``output`` from nothing; pictures and history kept in ``cache`` are used.

    Raises :class:`ProblemsFound` and :class:`UserError` like a build.
    """
    settings = read_settings(snapshot.project / settings_file)
    settings = msgspec.structs.replace(settings, output=output, cache=cache, commit=snapshot.commit)
    forget_state(cache / "build", output)
    return settings, build(settings, say)


def seen_from(problems: ProblemList, snapshot: Path, project: Path) -> ProblemList:
    """Return problems of a snapshot's files as problems of the same files in the editor's folder."""
    return ProblemList(_moved(problem, str(snapshot), str(project)) for problem in problems)


def _moved(problem: Problem, snapshot: str, project: str) -> Problem:
    if not problem.path.startswith(snapshot + os.sep):
        return problem
    return msgspec.structs.replace(problem, path=project + problem.path.removeprefix(snapshot))


@contextmanager
def problems_seen_from(snapshot: Path, project: Path) -> Iterator[None]:
    """Let problems that stop a build name the editor's own files."""
    try:
        yield
    except ProblemsFound as found:
        raise ProblemsFound(seen_from(found.problems, snapshot, project)) from None
