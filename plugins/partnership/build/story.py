"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from collections.abc import Sequence

from partnership import timing
from partnership.build import commit, state
from partnership.build.explain import reason
from partnership.build.glance import Glanced
from partnership.build.keys import Keys, code_digest, salt_of
from partnership.build.looks import Look, look
from partnership.build.making import Job, Maker
from partnership.build.outcome import Built
from partnership.build.output import Lying, left_in
from partnership.build.plan import check_unique, plan_areas
from partnership.build.session import Session
from partnership.build.sources import SourceFiles
from partnership.catalogue.addresses import output_path
from partnership.catalogue.linking import link
from partnership.language import _, speaking
from partnership.pages.page import Item, Page
from partnership.pages.site import make_site
from partnership.parts import keeping_parts
from partnership.problems import ProblemsFound
from partnership.publications.manifest import plan_manifest
from partnership.rendering.assets import collect_assets
from partnership.rendering.closures import template_digests
from partnership.settings import Settings
from partnership.subscriptions.history import history_problems


def build_site(settings: Settings, glanced: Glanced, lying: Lying, memory: Session) -> tuple[Built, Lying]:
    """Build the site of ``settings``; the caller holds the lock of the output folder.

    ``lying`` is what lies in the output folder; ``memory`` gives what the last build remembered and takes what the
    next one needs.

    Returns what was done and what lies in the output folder now.  Raises :class:`ProblemsFound` before anything is
    written, and :class:`UserError` where the theme fails.
    """
    with timing.step(_("remembering")):
        before = memory.before(settings)
    files = SourceFiles(before.seen if before is not None else {}, glanced)
    linked = link(settings, before.library if before is not None else None, files)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    with timing.step(_("history of the data")):
        linked.problems.extend(history_problems(settings.data))
    with timing.step(_("theme")):
        assets = collect_assets(settings.theme)
        code = code_digest()
        templates = template_digests(settings.theme)
    with timing.step(_("planning")), speaking(settings.language):
        site = make_site(settings)
        items = plan_areas(linked.catalogue, settings) + assets.items
        check_unique(items)
    salt = salt_of(code, site, assets.addresses)
    maker = Maker(settings, assets, site)
    work = _Work(settings, before, lying, Keys(salt, code, templates), maker)
    work.make(items)
    work.make(
        list(plan_manifest(settings, {item.address: work.made[output_path(item.address)].digest for item in items}))
    )
    with timing.step(_("writing")):
        work.commit()
    memory.state = state.State(state.VERSION, linked.library, work.made, files.seen, salt, templates)
    memory.settings, memory.items, memory.maker = settings, items, maker
    memory.unsaved = True
    pages = sum(isinstance(item, Page) for item in items)
    sources = {item.address: item.source for item in items if isinstance(item, Page) and item.source}
    built = Built(pages, work.rendered, work.written, linked.problems, work.reasons, sources)
    built.files = len(work.made)
    return built, work.left()


class _Work:
    """One build's items against what lies in the output: makes what is not there, then commits."""

    def __init__(self, settings: Settings, before: state.State | None, lying: Lying, keys: Keys, maker: Maker) -> None:
        self._settings = settings
        self._keys = keys
        self._maker = maker
        self._kept = settings.cache / "build"
        self.incremental = before is not None and settings.output.is_dir()
        self._last = before if self.incremental else None
        self._before = before.made if before is not None and self.incremental else {}
        self._lying = lying
        self._there = lying.files if self.incremental else {}
        self._root = commit.begin_changes(settings.output) if self.incremental else commit.begin_stage(settings.output)
        self._written: list[str] = []
        self._gone: list[str] = []
        self.made: dict[str, state.Made] = {}
        self.reasons: dict[str, str] = {}
        self.rendered = 0

    @property
    def written(self) -> int:
        """How many files were written."""
        return len(self._written)

    def make(self, items: Sequence[Item]) -> None:
        """Make every item whose key is new or whose file is not as the last build left it."""
        jobs: list[Job] = []
        with timing.step(_("comparing")):
            for item in items:
                path = output_path(item.address)
                key = self._keys.of(item)
                old = self._intact(path)
                if old is not None and old.key == key:
                    self.made[path] = old
                else:
                    jobs.append((item, key, old.digest if old is not None else b""))
        with timing.step(_("making")), keeping_parts(self._settings.cache / "parts", self._keys.salt):
            outcomes = self._maker.make_all(jobs, self._root)
        for (item, key, old_digest), (digest, was_written) in zip(jobs, outcomes, strict=True):
            path = output_path(item.address)
            self.made[path] = state.Made(key, digest, _UNSEEN if was_written else self._before[path].look)
            self.rendered += isinstance(item, Page)
            there = path in self._there
            self.reasons[path] = reason(item, path, self._last, self._keys, there, old_digest, was_written)
            if was_written:
                self._written.append(path)

    def _intact(self, path: str) -> state.Made | None:
        """Return what the last build made at a path when its file still looks as it was left."""
        one = self._before.get(path)
        return one if one is not None and self._there.get(path) == one.look else None

    def commit(self) -> None:
        """Bring what was made into the output; what the last build remembers is dropped before it becomes wrong."""
        output = self._settings.output
        self._gone = sorted(self._there.keys() - self.made.keys())
        self.reasons |= {path: _("deleted: nothing has this address any more") for path in self._gone}
        if self._written or self._gone or not self.incremental:
            state.forget_state(self._kept, output)
        if self.incremental:
            commit.commit_changes(output, self._written, self._gone)
        else:
            commit.exchange(output)
        for path in self._written:
            self.made[path].look = look(f"{output}/{path}") or _UNSEEN

    def left(self) -> Lying:
        """Return what lies in the output after the commit."""
        files = {path: made.look for path, made in self.made.items()}
        before = self._lying if self.incremental else None
        return left_in(str(self._settings.output), files, before, (*self._written, *self._gone))


_UNSEEN: Look = (-1, -1, -1, -1)
