"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.build import commit, state
from partnership.build.explain import reason
from partnership.build.keys import Keys, code_digest, salt_of
from partnership.build.making import Job, Maker
from partnership.build.outcome import Built
from partnership.build.plan import check_unique, plan_areas
from partnership.build.sources import SourceFiles
from partnership.catalogue.addresses import output_path
from partnership.catalogue.linking import Linked, link
from partnership.language import speaking
from partnership.pages.page import Item, Page
from partnership.pages.site import make_site
from partnership.problems import ProblemsFound
from partnership.publications.manifest import plan_manifest
from partnership.rendering.assets import collect_assets
from partnership.rendering.closures import template_digests
from partnership.settings import Settings
from partnership.sources.folder import list_everything
from partnership.subscriptions.history import history_problems


def build_site(settings: Settings) -> Built:
    """Build the site of ``settings``; the caller holds the lock of the output folder.

    Raises :class:`ProblemsFound` before anything is written, and :class:`UserError` where the theme fails.
    """
    before = state.load_state(settings.cache / "build", settings.output)
    files = SourceFiles(before.seen if before is not None else {})
    linked = link(settings, before.library if before is not None else None, files)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    linked.problems.extend(history_problems(settings.data))
    assets = collect_assets(settings.theme)
    code = code_digest()
    with speaking(settings.language):
        site = make_site(settings)
        items = plan_areas(linked.catalogue, settings) + assets.items
    keys = Keys(salt_of(code, site, assets.addresses), code, template_digests(settings.theme))
    check_unique(items)
    work = _Work(settings, before, keys, Maker(settings, assets, site))
    work.make(items)
    work.make(
        list(plan_manifest(settings, {item.address: work.made[output_path(item.address)].digest for item in items}))
    )
    work.commit(linked, files)
    pages = sum(isinstance(item, Page) for item in items)
    sources = {item.address: item.source for item in items if isinstance(item, Page) and item.source}
    return Built(pages, work.rendered, work.written, linked.problems, work.reasons, sources)


class _Work:
    """One build's items against what lies in the output: makes what is not there, then commits."""

    def __init__(self, settings: Settings, before: state.State | None, keys: Keys, maker: Maker) -> None:
        self._settings = settings
        self._keys = keys
        self._maker = maker
        self._kept = settings.cache / "build"
        self.incremental = before is not None and settings.output.is_dir()
        self._before = before.made if before is not None and self.incremental else {}
        self._there = set(list_everything(str(settings.output))) if self.incremental else set()
        self._root = commit.begin_changes(settings.output) if self.incremental else commit.begin_stage(settings.output)
        self._written: list[str] = []
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
        for item in items:
            path = output_path(item.address)
            key = self._keys.of(item)
            old = self._intact(path)
            if old is not None and old.key == key:
                self.made[path] = old
            else:
                jobs.append((item, key, old.digest if old is not None else b""))
        for (item, key, old_digest), (digest, was_written) in zip(
            jobs, self._maker.make_all(jobs, self._root), strict=True
        ):
            path = output_path(item.address)
            look = _UNSEEN if was_written else self._before[path].look
            self.made[path] = state.Made(key, digest, look)
            self.rendered += isinstance(item, Page)
            self.reasons[path] = reason(path, self._before, path in self._there, old_digest, was_written)
            if was_written:
                self._written.append(path)

    def _intact(self, path: str) -> state.Made | None:
        one = self._before.get(path)
        if one is None or path not in self._there:
            return None
        return one if state.look(f"{self._settings.output}/{path}") == one.look else None

    def commit(self, linked: Linked, files: SourceFiles) -> None:
        """Bring what was made into the output and remember it."""
        output = self._settings.output
        gone = sorted(self._there - self.made.keys())
        if self._written or gone or not self.incremental:
            state.forget_state(self._kept, output)
        if self.incremental:
            commit.commit_changes(output, self._written, gone)
        else:
            commit.exchange(output)
        for path in self._written:
            self.made[path].look = state.look(f"{output}/{path}") or _UNSEEN
        state.save_state(self._kept, output, state.State(state.VERSION, linked.library, self.made, files.seen))


_UNSEEN: state.Look = (-1, -1, -1, -1)
