"""One build's items against what lies in the output: makes what is not there, then commits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from partnership import timing
from partnership.catalogue.addresses import output_path
from partnership.chunks import ChunkCache
from partnership.engine import commit, state
from partnership.engine.explain import reason
from partnership.engine.file_stats import FileStat, file_stat
from partnership.engine.keys import Keys
from partnership.engine.making import Job, Maker
from partnership.engine.output_snapshot import OutputSnapshot, snapshot_after
from partnership.items.item import Item, Page
from partnership.language import _
from partnership.settings import Settings

_UNSEEN: FileStat = (-1, -1, -1, -1)

MOST_WRITTEN = 0.5
"""Part of all files from which on a site that was written anew takes the place of the old one whole."""


class Work:
    """One build's items against what lies in the output: makes what is not there, then commits."""

    def __init__(
        self, settings: Settings, before: state.State | None, snapshot: OutputSnapshot, keys: Keys, maker: Maker
    ) -> None:
        self._settings = settings
        self.keys = keys
        self._maker = maker
        self.incremental = before is not None and settings.output.is_dir()
        self._last = before if self.incremental else None
        self._before = before.made if before is not None and self.incremental else {}
        self._snapshot = snapshot
        self._there = snapshot.files if self.incremental else {}
        self._root = commit.begin_changes(settings.output) if self.incremental else commit.begin_stage(settings.output)
        self._written: list[str] = []
        self._gone: list[str] = []
        self._exchanged = False
        self.made: dict[str, state.Made] = {}
        self.reasons: dict[str, str] = {}
        self.rendered = 0

    @property
    def chunks(self) -> ChunkCache:
        """Where chunks of big files are kept."""
        return self._maker.chunks

    @property
    def static(self) -> list[Item]:
        """The theme's files, which are made beside what is planned."""
        return self._maker.static

    @property
    def written(self) -> int:
        """How many files were written."""
        return len(self._written)

    def compare(self, items: Sequence[Item]) -> list[Job]:
        """Return those of the items whose key is new or whose file is not as the last build left it."""
        return [job for item in items if (job := self.job(item, self.keys.of(item))) is not None]

    def job(self, item: Item, key: bytes) -> Job | None:
        """Return what there is to do for an item with its key; None where its file lies there as it would be made."""
        path = output_path(item.address)
        old = self._before.get(path)
        if old is None or self._there.get(path) != old.stat:
            return item, key, b""
        if old.key == key:
            self.made[path] = old
            return None
        return item, key, old.digest

    def make(self, jobs: Sequence[Job]) -> None:
        """Make what :meth:`compare` found."""
        with timing.step(_("making")):
            outcomes = self._maker.make_all(jobs, self._root)
        for (item, key, old_digest), (digest, was_written) in zip(jobs, outcomes, strict=True):
            path = output_path(item.address)
            self.made[path] = state.Made(key, digest, _UNSEEN if was_written else self._before[path].stat)
            self.rendered += isinstance(item, Page)
            there = path in self._there
            self.reasons[path] = reason(item, path, self._last, self.keys, there, old_digest, was_written)
            if was_written:
                self._written.append(path)

    def can_keep(self, addresses: Iterable[str]) -> bool:
        """Tell whether the files at addresses all lie there as the last build left them."""
        before, there = self._before, self._there
        for address in addresses:
            path = output_path(address)
            made = before.get(path)
            # A page that was shown before its build has no key: nobody knows what it was made from.
            if made is None or not made.key or there.get(path) != made.stat:
                return False
        return True

    def keep(self, addresses: Iterable[str]) -> None:
        """Leave the files at addresses as they lie there."""
        for address in addresses:
            path = output_path(address)
            self.made[path] = self._before[path]

    def digests(self, addresses: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the files at addresses."""
        made = self.made
        return {address: made[output_path(address)].digest for address in addresses}

    def commit(self) -> None:
        """Bring what was made into the output."""
        output = self._settings.output
        self._gone = sorted(self._there.keys() - self.made.keys())
        self.reasons |= {path: _("deleted: nothing has this address any more") for path in self._gone}
        changed: Iterable[str] = self._written
        if not self.incremental:
            commit.exchange(output)
        elif len(self._written) > MOST_WRITTEN * len(self.made) and commit.commit_whole(
            output, self.made.keys() - set(self._written)
        ):
            changed, self._exchanged = self.made, True  # links changed how the others look
        else:
            commit.commit_changes(output, self._written, self._gone)
        for path in changed:
            self.made[path].stat = file_stat(f"{output}/{path}") or _UNSEEN

    def snapshot(self) -> OutputSnapshot:
        """Return what lies in the output after the commit."""
        files = {path: made.stat for path, made in self.made.items()}
        before = self._snapshot if self.incremental and not self._exchanged else None
        return snapshot_after(str(self._settings.output), files, before, (*self._written, *self._gone))
