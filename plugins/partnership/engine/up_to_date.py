"""Deciding early: one look at every file tells whether anything at all changed since the last build.

Only how files look to the file system is compared; so a build in which nothing changed reads, imports and decides
next to nothing.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path

import msgspec

from partnership.cache_files import read_checked, write_checked
from partnership.engine.file_stats import FRESH_NS, FileStat, stat_of
from partnership.engine.names import state_name
from partnership.engine.output_snapshot import OutputSnapshot
from partnership.language import _
from partnership.problems import Problem
from partnership.profile import zone_named
from partnership.settings import Settings, in_zone
from partnership.sources.revision import repository_of, source_commit
from partnership.theme_folders import theme_folders

_DIRECTORY: FileStat = (0, 0, 0, 0)
PACKAGE = Path(__file__).resolve().parents[1]


class SourceStats(msgspec.Struct, frozen=True):
    """How all sources look at one moment.

    ``digest`` stands for how everything looks, ``data`` for the data folder, ``others`` for all but data and content,
    ``history`` for the history of the data; ``stats`` holds how each file looks by absolute path as of the time
    ``when`` (in nanoseconds).  It is not ``reliable`` where a file changed so recently that it could change again
    without looking different; ``others_reliable`` tells that of all but data and content.
    """

    digest: str = ""
    data: str = ""
    others: str = ""
    history: str = ""
    reliable: bool = False
    others_reliable: bool = False
    stats: dict[str, FileStat] = msgspec.field(default_factory=dict)
    when: int = 0


def stat_sources(settings: Settings) -> SourceStats:
    """Look at everything that a build reads."""
    when = time.time_ns()
    digest, data, others = (blake2b(digest_size=20) for _part in range(3))
    newest = newest_other = 0
    stats: dict[str, FileStat] = {}
    for root in (settings.content, settings.data, *theme_folders(settings.theme), PACKAGE):
        found = sorted(_walk(str(root)))
        told = _told(found)
        digest.update(told)
        if root == settings.data:
            data.update(told)
        last = max([stat[2] for _path, stat in found], default=0)
        if root not in (settings.data, settings.content):
            others.update(told)
            newest_other = max(newest_other, last)
        newest = max(newest, last)
        stats.update(found)
    # The word stands for the language: warnings are kept as they were said.
    digest.update(repr(msgspec.structs.replace(settings, build_date=date.min)).encode("utf-8", "surrogateescape"))
    history = history_stamp(settings)
    digest.update(f"{settings.root} {history} {_('new')}".encode())
    if settings.own_kinds:
        from partnership.kinds.own import own_digest

        own = own_digest(settings.kind_files)
        digest.update(own)
        others.update(own)
    digests = digest.hexdigest(), data.hexdigest(), others.hexdigest()
    sure = when - FRESH_NS
    return SourceStats(*digests, history, newest < sure, newest_other < sure, stats, when)


def history_stamp(settings: Settings) -> str:
    """Return what tells that the history of the data may have changed though no file did (committed, or made whole)."""
    shallow = settings.root / ".git" / "shallow"
    # Nearly always texts and data lie in one repository, and its commit is known by now.
    together = repository_of(settings.data) == repository_of(settings.content)
    return f"{shallow.exists()} {settings.commit if together else source_commit(settings.data)}"


def _walk(root: str) -> list[tuple[str, FileStat]]:
    """Return everything below a folder, folders too, since an empty one may matter; caches of Python are left out."""
    found: list[tuple[str, FileStat]] = []
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
                    elif entry.is_file(follow_symlinks=False):
                        status = entry.stat(follow_symlinks=False)
                        stat = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
                        found.append((entry.path, stat))
                    else:
                        found.append((entry.path, stat_of(entry.stat(follow_symlinks=False))))
        except OSError:
            found.append((folder, _DIRECTORY))
    return found


def _told(found: list[tuple[str, FileStat]]) -> bytes:
    try:
        return msgspec.msgpack.encode(found)
    except UnicodeEncodeError:  # a name that is no text, which is told as a problem later
        return repr(found).encode()


class Last(msgspec.Struct):
    """What the last build left: a digest of how its sources look, its output, its number of pages, its warnings.

    ``day`` is the day it was built for, ``zone`` the site's time zone, in which the day of the next one is told.
    """

    sources: str
    output: OutputSnapshot
    pages: int
    problems: tuple[Problem, ...]
    day: date
    zone: str


def is_up_to_date(settings: Settings, sources: SourceStats, last: Last, snapshot: Callable[[], OutputSnapshot]) -> bool:
    """Tell whether a build would find everything as the last one left it, on the same day.

    ``snapshot`` returns what lies in the output folder; it is asked only where that decides.
    """
    zone = zone_named(last.zone)
    same_day = zone is not None and in_zone(settings, zone).build_date == last.day
    return same_day and last.sources == sources.digest and last.output.files == snapshot().files


def recall(cache: Path, output: Path) -> Last | None:
    """Return what the last build left, or None when it left nothing that can be read."""
    found = read_checked(cache / f"{state_name(output)}.sources")
    if found is None:
        return None
    try:
        return msgspec.msgpack.decode(found[0], type=Last)
    except ValueError:
        return None


def remember(cache: Path, output: Path, last: Last) -> None:
    """Keep what the next build may rely on."""
    with suppress(OSError, UnicodeEncodeError):
        write_checked(cache / f"{state_name(output)}.sources", msgspec.msgpack.encode(last))
