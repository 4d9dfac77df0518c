"""Which source files changed.

Told by how a file looks to the file system, its bytes read only when that is new or too fresh.
"""

from __future__ import annotations

import time

from partnership.engine.file_stats import FRESH_NS, FileStat, file_stat
from partnership.engine.state import Seen
from partnership.engine.up_to_date import SourceStats


class SourceFiles:
    """Digests of source files, taken from the last build where the file looks the same.

    The look holds size, both times and the inode; a program cannot set the change time, so an edit always shows.
    """

    def __init__(self, before: dict[str, Seen], source_stats: SourceStats | None = None) -> None:
        self._before = before
        self._glanced = source_stats or SourceStats()
        self._now: dict[str, tuple[FileStat, int]] = {}
        self._seen: dict[str, Seen] = {}

    def digest(self, path: str) -> bytes | None:
        """Return the digest of a file that looks as it did in the last build, else None."""
        now = self._glanced.stats.get(path)
        when = self._glanced.when
        if now is None:
            when = time.time_ns()
            now = file_stat(path)
        if now is None or now[0] < 0:
            return None
        self._now[path] = now, when
        seen = self._before.get(path)
        if seen is None or seen.stat != now:
            return None
        self._seen[path] = seen
        return seen.digest

    def learn(self, path: str, digest: bytes) -> None:
        """Remember the digest of a file that was read after it was looked at."""
        found = self._now.get(path)
        if found is not None and max(found[0][1], found[0][2]) < found[1] - FRESH_NS:
            self._seen[path] = Seen(found[0], digest)

    @property
    def seen(self) -> dict[str, Seen]:
        """What the next build may rely on."""
        return self._seen
