"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from partnership.build import commit, state
from partnership.build.keys import Keys, code_digest, salt_of
from partnership.build.plan import check_unique, plan_areas
from partnership.build.revision import source_commit
from partnership.build.sources import SourceFiles
from partnership.catalogue.addresses import output_path
from partnership.catalogue.linking import Linked, link
from partnership.pages.page import Copy, Item, Page
from partnership.pages.site import make_site
from partnership.problems import ProblemList, ProblemsFound
from partnership.publications.manifest import plan_manifest
from partnership.rendering.assets import Assets, collect_assets
from partnership.rendering.closures import template_digests
from partnership.settings import PROJECT, Settings
from partnership.sources.text import Unreadable, read_bytes

Say = Callable[[str], None]


@dataclass(slots=True)
class Built:
    """What a build did: numbers for its last line, the warnings, and why each file was made (path → reason)."""

    pages: int = 0
    rendered: int = 0
    written: int = 0
    problems: ProblemList = field(default_factory=ProblemList)
    reasons: dict[str, str] = field(default_factory=dict)


def build(settings: Settings, say: Say = lambda text: None) -> Built:
    """Build the site of ``settings`` into its output folder and say what was done.

    Raises :class:`ProblemsFound` for problems in content or data and :class:`UserError` for anything else that an editor can mend;
    the output folder is then as it was.
    """
    kept = settings.cache / "build"
    guarded = (settings.content, settings.data, settings.theme, PROJECT / "plugins", PROJECT / ".git")
    with commit.locked(settings.output, kept, say):
        commit.recover(settings.output)
        commit.check_output(settings.output, guarded)
        before = state.load_state(kept, settings.output)
        files = SourceFiles(before.seen if before is not None else {})
        linked = link(settings, before.library if before is not None else None, files)
        if linked.problems.errors:
            raise ProblemsFound(linked.problems)
        return _make(settings, linked, before, files)


def _make(settings: Settings, linked: Linked, before: state.State | None, files: SourceFiles) -> Built:
    kept = settings.cache / "build"
    built = Built(problems=linked.problems)
    settings = replace(settings, commit=settings.commit or source_commit(settings.content))
    site = make_site(settings)
    assets = collect_assets(settings.theme)
    code = code_digest()
    keys = Keys(salt_of(code, site, assets.addresses), code, template_digests(settings.theme))
    items = plan_areas(linked.catalogue, settings) + assets.items
    check_unique(items)
    maker = _Maker(settings, assets, site)
    built.pages = sum(isinstance(item, Page) for item in items)
    made: dict[str, state.Made] = {}
    changed: dict[str, bytes] = {}
    disk = _Disk(settings, before)
    for item in items:
        _produce(item, keys.of(item), disk, maker, made, changed, built)
    manifest = plan_manifest(settings, {item.address: made[output_path(item.address)].digest for item in items})
    for item in manifest:
        _produce(item, keys.of(item), disk, maker, made, changed, built)
    built.written = len(changed)
    state.forget_state(kept, settings.output)
    if disk.whole:
        gone = sorted(disk.paths - made.keys())
        if changed or gone:
            commit.commit_changes(settings.output, changed.items(), gone)
    else:
        commit.write_stage(settings.output, changed.items())
        commit.exchange(settings.output)
    for path, one in made.items():
        if path in changed or one.look == _UNSEEN:
            seen = state.look(str(settings.output / path))
            one.look = seen if seen is not None else _UNSEEN
    state.save_state(kept, settings.output, state.State(state.VERSION, b"", linked.library, made, files.seen))
    return built


_UNSEEN: state.Look = (-1, -1, -1, -1)


class _Disk:
    """What lies in the output folder, and what of it is just as the last build left it."""

    def __init__(self, settings: Settings, before: state.State | None) -> None:
        from partnership.sources.folder import list_everything

        self.paths: set[str] = set()
        self.whole = before is not None and settings.output.is_dir()
        self._made = before.made if before is not None else {}
        self._root = str(settings.output)
        if self.whole:
            self.paths = set(list_everything(self._root))

    def intact(self, path: str) -> state.Made | None:
        """Return what the last build made at a path if the file is still just that."""
        one = self._made.get(path)
        if not self.whole or one is None or path not in self.paths:
            return None
        return one if state.look(f"{self._root}/{path}") == one.look else None


class _Maker:
    """Makes the bytes of an item; the template environment is set up when the first page needs it."""

    def __init__(self, settings: Settings, assets: Assets, site: object) -> None:
        self._settings = settings
        self._assets = assets
        self._site = site
        self._renderer: object = None

    def make(self, item: Item) -> bytes:
        """Return the bytes of an item."""
        if isinstance(item, Page):
            return self._render(item)
        if isinstance(item, Copy):
            return self._read(item)
        return item.make(*item.inputs)

    def _render(self, page: Page) -> bytes:
        from partnership.pages.site import Site
        from partnership.rendering.environment import Renderer

        if self._renderer is None:
            assert isinstance(self._site, Site)
            self._renderer = Renderer(
                self._settings.theme, self._site, self._assets, self._settings.cache / "templates"
            )
        assert isinstance(self._renderer, Renderer)
        return self._renderer.render(page)

    def _read(self, item: Copy) -> bytes:
        from partnership.catalogue.reading import MAX_MEDIA_BYTES

        try:
            return read_bytes(item.source, MAX_MEDIA_BYTES)
        except Unreadable as error:
            raise ProblemsFound(ProblemList([error.problem])) from None


def _produce(
    item: Item,
    key: bytes,
    disk: _Disk,
    maker: _Maker,
    made: dict[str, state.Made],
    changed: dict[str, bytes],
    built: Built,
) -> None:
    path = output_path(item.address)
    old = disk.intact(path)
    if old is not None and old.key == key:
        made[path] = old
        return
    data = maker.make(item)
    built.rendered += isinstance(item, Page)
    digest = blake2b(data, digest_size=20).digest()
    if old is not None and old.digest == digest:
        made[path] = state.Made(key, digest, old.look)
        return
    made[path] = state.Made(key, digest, _UNSEEN)
    changed[path] = data
