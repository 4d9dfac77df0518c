"""Committing: the output folder goes from one whole site to the next, whatever happens in between.

A clean build is staged beside the output and exchanged with it in one step.  An incremental one puts the new files
into a folder beside the output, then a journal of what is to be moved and deleted, and only then touches the output;
after a kill the next build finishes what the journal says, or throws away what has no journal.

Where the system cannot exchange two folders in one step, the old one is moved aside and the new one into its place; a
kill between the two leaves both whole, and whoever comes next makes the second move.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from partnership.engine.names import state_name
from partnership.language import _
from partnership.locks import hold, try_hold
from partnership.problems import UserError

_EXCHANGE = 2
_AT_FDCWD = -100
_AT_WORK = ".at-work"


def stage_folder(output: Path) -> Path:
    """Return the folder in which a clean build is staged."""
    return output.parent / f".{output.name}.stage"


def commit_folder(output: Path) -> Path:
    """Return the folder that holds an incremental commit's files and journal."""
    return output.parent / f".{output.name}.commit"


def single_file(output: Path) -> Path:
    """Return the file in which a single page is written before it is put in place."""
    return output.parent / f".{output.name}.page"


def _aside(output: Path) -> Path:
    """Return the folder that holds the old site between the two moves of an exchange."""
    return output.parent / f".{output.name}.old"


@contextmanager
def locked(output: Path, cache: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the right to write one output folder; a second build waits, and is told so through ``say``.

    Meanwhile a note in ``cache`` names the folder: of one that was killed it stays, for :func:`recover_all`.
    """
    waiting = _("Another build is writing to this folder; waiting for it to end")
    name = state_name(output)
    with hold(cache / f"{name}.lock", lambda: say(waiting)):
        note = cache / f"{name}{_AT_WORK}"
        with suppress(OSError):
            note.write_bytes(os.fsencode(output.absolute()))
        try:
            yield
        finally:
            with suppress(OSError):
                note.unlink()


def recover_all(cache: Path) -> None:
    """Finish or undo what killed builds and publications left in any output folder, whatever task comes next.

    Folders that somebody is writing to now are left to him.
    """
    for note in cache.glob(f"*{_AT_WORK}"):
        with suppress(OSError), try_hold(note.with_suffix(".lock")) as mine:
            if mine:
                recover(Path(os.fsdecode(note.read_bytes())))
                note.unlink()


def recover(output: Path) -> None:
    """Finish or undo what an earlier build left behind when it was killed."""
    _finish_exchange(output)
    work = commit_folder(output)
    journal = work / "journal.json"
    if journal.is_file():
        try:
            plan = json.loads(journal.read_text(encoding="utf-8"))
            _apply(output, work, plan["write"], plan["delete"])
        except (ValueError, KeyError, TypeError):
            pass
    _remove(work)
    _remove(stage_folder(output))
    _remove(single_file(output))


def check_output(output: Path, guarded: Iterable[Path]) -> None:
    """Raise :class:`UserError` when the output folder must not be replaced: it holds what is not a built site."""
    real = output.resolve()
    for folder in guarded:
        guarded_real = folder.resolve()
        if real == guarded_real or real in guarded_real.parents:
            raise UserError(
                _("The output folder %(path)s holds %(inside)s; choose another", path=str(output), inside=str(folder))
            )
        if guarded_real in real.parents and folder.name != "":
            raise UserError(
                _(
                    "The output folder %(path)s lies inside %(inside)s; choose another",
                    path=str(output),
                    inside=str(folder),
                )
            )
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise UserError(_("%(path)s is not a folder; choose another for the output", path=str(output)))
    if output.is_dir() and any(output.iterdir()) and not (output / "publikacja.json").is_file():
        raise UserError(
            _("The folder %(path)s is not empty and is not an earlier build; choose an empty one", path=str(output))
        )


def exchange(output: Path) -> None:
    """Put the staged site in the output's place; the old one is then removed."""
    stage = stage_folder(output)
    if not output.exists():
        os.rename(stage, output)
        return
    if not _exchange(stage, output):
        aside = _aside(output)
        _remove(aside)
        os.rename(output, aside)
        try:
            os.rename(stage, output)
        except OSError:
            os.rename(aside, output)
            raise
        _remove(aside)
    _remove(stage)


def _finish_exchange(output: Path) -> None:
    """Make the second move of an exchange that was stopped after the first; remove the old site after the second.

    The old site stands aside only from the first move on, when the staged one is whole.  So where the output is
    missing, the stage is the new site, or, where somebody removed it, the old one goes back.
    """
    aside, stage = _aside(output), stage_folder(output)
    if not os.path.lexists(aside):
        return
    if not os.path.lexists(output):
        os.rename(stage if stage.is_dir() else aside, output)
    _remove(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can; tell whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))


def begin_stage(output: Path) -> Path:
    """Return an empty folder beside the output for a whole site."""
    stage = stage_folder(output)
    _remove(stage)
    stage.mkdir(parents=True)
    return stage


def begin_changes(output: Path) -> Path:
    """Return an empty folder beside the output for the changed files of an incremental commit."""
    work = commit_folder(output)
    _remove(work)
    files = work / "files"
    files.mkdir(parents=True)
    return files


def abandon(output: Path) -> None:
    """Throw away what was begun; a commit that has its journal is left for the next build to finish."""
    if (commit_folder(output) / "journal.json").exists():
        return
    _finish_exchange(output)
    _remove(commit_folder(output))
    _remove(stage_folder(output))


def commit_changes(output: Path, written: list[str], delete: list[str]) -> None:
    """Bring what was written since :func:`begin_changes` into the output and remove others, through the journal."""
    work = commit_folder(output)
    if written or delete:
        draft = work / "journal.new"
        draft.write_text(json.dumps({"write": written, "delete": delete}), encoding="utf-8")
        os.replace(draft, work / "journal.json")
        _apply(output, work, written, delete)
    _remove(work)


def commit_whole(output: Path, same: Iterable[str]) -> bool:
    """Bring a site of which most was written since :func:`begin_changes` into the output in one step.

    Files at the paths in ``same`` are linked from the output.  It is quicker than moving each file over another, for
    which some file systems wait until it is on the disk.  Return False where links cannot be made: nothing is changed
    then.
    """
    work = commit_folder(output)
    files = work / "files"
    try:
        for path in same:
            os.makedirs(f"{files}/{path.rpartition('/')[0]}", exist_ok=True)
            os.link(f"{output}/{path}", f"{files}/{path}")
    except OSError:
        return False
    _remove(stage_folder(output))
    os.rename(files, stage_folder(output))
    exchange(output)
    _remove(work)
    return True


def _apply(output: Path, work: Path, write: list[str], delete: list[str]) -> None:
    base = str(output)
    for path in delete:
        try:
            os.unlink(f"{base}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            pass
        except (IsADirectoryError, PermissionError):
            shutil.rmtree(f"{base}/{path}")
        _prune(base, path)
    for path in write:
        source, target = f"{work}/files/{path}", f"{base}/{path}"
        if not os.path.lexists(source):
            continue
        try:
            os.replace(source, target)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            _make_way(base, path)
            os.replace(source, target)


def _make_way(base: str, path: str) -> None:
    """Make a file's folder, removing whatever stands in the way of it or of the file."""
    steps = path.split("/")
    for length in range(1, len(steps)):
        folder = f"{base}/{'/'.join(steps[:length])}"
        if os.path.lexists(folder) and not os.path.isdir(folder):
            os.unlink(folder)
    os.makedirs(f"{base}/{'/'.join(steps[:-1])}", exist_ok=True)
    if os.path.isdir(f"{base}/{path}"):
        shutil.rmtree(f"{base}/{path}")


def _prune(base: str, path: str) -> None:
    """Remove the folders that a deleted file leaves empty."""
    folder = path.rpartition("/")[0]
    while folder:
        try:
            os.rmdir(f"{base}/{folder}")
        except OSError:
            return
        folder = folder.rpartition("/")[0]


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    elif folder.exists() or folder.is_symlink():
        folder.unlink()
