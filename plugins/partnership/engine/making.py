"""Making the bytes of items and putting them where the commit takes them from."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from partnership.cache_files import read_checked, write_checked
from partnership.catalogue.address_tables import site_addresses
from partnership.catalogue.addresses import output_path, standing_in
from partnership.catalogue.reading import MAX_MEDIA_BYTES
from partnership.chunks import ChunkCache
from partnership.items.item import Copy, Item, Page, Publication
from partnership.items.site import Site
from partnership.language import _
from partnership.locales.marks import without_marks
from partnership.parallel_map import parallel_map
from partnership.problems import Problem, ProblemList, ProblemsFound
from partnership.rendering.assets import Assets
from partnership.settings import Settings
from partnership.sources.text import Unreadable, read_bytes

if TYPE_CHECKING:
    from partnership.rendering.environment import Renderer

SMALL_JOB = 150
"""Fewer items than this are made in this process."""

Job = tuple[Item, bytes, bytes]
"""An item, its key, and the digest of the bytes that lie in the output now (empty: none that count)."""


class Maker:
    """Makes items; one for each build. The template environment is set up when the first page needs it."""

    def __init__(self, settings: Settings, assets: Assets, sites: Mapping[str, Site], chunks: ChunkCache) -> None:
        self._settings = settings
        self._tables = site_addresses(settings.languages, settings.kinds)
        self.chunks = chunks
        self._assets = assets
        self._sites = sites
        self._renderer: Renderer | None = None

    @property
    def static(self) -> list[Item]:
        """The theme's files."""
        return self._assets.items

    def make_all(self, jobs: Sequence[Job], root: Path) -> list[tuple[bytes, bool]]:
        """Make items, over processes when there are many; write below ``root`` what differs from the output.

        Returns for each job the digest of its bytes and whether it was written.
        """
        if any(isinstance(item, Page) for item, _key, _old in jobs):
            self.set_up()  # before forking, so that compiled templates are shared

        def work(part: Sequence[Job]) -> list[tuple[bytes, bool]]:
            made_folders: set[str] = set()
            return [self._make_one(job, str(root), made_folders) for job in part]

        order, together = _by_maker([item for item, _key, _old in jobs])
        made = parallel_map(work, [jobs[place] for place in order], least=SMALL_JOB, together=together)
        in_order: list[tuple[bytes, bool]] = [(b"", False)] * len(jobs)
        for place, outcome in zip(order, made, strict=True):
            in_order[place] = outcome
        return in_order

    def _make_one(self, job: Job, root: str, made_folders: set[str]) -> tuple[bytes, bool]:
        item, key, old = job
        data = self.make(item, key)
        digest = blake2b(data, digest_size=20).digest()
        if digest == old:
            return digest, False
        path = output_path(item.address)
        folder = path.rpartition("/")[0]
        if folder not in made_folders:
            _make_folder(f"{root}/{folder}")
            made_folders.add(folder)
        file = os.open(f"{root}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
        return digest, True

    def make(self, item: Item, key: bytes) -> bytes:
        """Return the bytes of an item with its key: a page or publication in its own language, whoever builds it."""
        if isinstance(item, Copy):
            return self._copy(item, key)
        with standing_in(self._tables.table_of(item.lang)):
            if isinstance(item, Page):
                return self.set_up().render(item)
            return without_marks(item.made(self.chunks))

    def set_up(self) -> Renderer:
        """Return the renderer, made when it is first needed."""
        if self._renderer is None:
            from partnership.rendering.environment import Renderer

            cache = self._settings.cache / "templates"
            self._renderer = Renderer(self._settings.theme, self._sites, self._assets, cache, self.chunks)
        return self._renderer

    def _copy(self, item: Copy, key: bytes) -> bytes:
        kept = self._settings.cache / "kept" / key.hex()
        if item.costly:
            found = read_checked(kept)
            if found is not None:
                return bytes(found[0])
        try:
            data = read_bytes(item.source, MAX_MEDIA_BYTES)
        except Unreadable as error:
            raise ProblemsFound(ProblemList([error.problem])) from None
        if item.change is not None:
            data = _changed(item, data)
            if item.costly:
                with suppress(OSError):
                    write_checked(kept, data)
        return data


def _changed(item: Copy, data: bytes) -> bytes:
    """Return the bytes to publish of a file; a file that defies its library after all is a problem of that file."""
    assert item.change is not None
    try:
        return item.change(data, *item.how)
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        message = _(
            "The file cannot be made ready for publication (%(reason)s)", reason=str(error) or type(error).__name__
        )
        hint = _("export it again in another format, or take it out of the texts that name it")
        problem = Problem(path=item.source, code="unusable-file", message=message, hint=hint)
        raise ProblemsFound(ProblemList([problem])) from None


def _make_folder(folder: str) -> None:
    """Make a folder; nearly always the one that it lies in is there, so that is not looked at first."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _by_maker(items: Sequence[Item]) -> tuple[list[int], list[int]]:
    """Return an order of items, and how many of its first belong together, of its next, and so on.

    Publications that are methods of one object share what it has made (a shelf its entries): apart, each process would
    make and keep it all again.  Other publications come next: some take long and much memory, which is best taken
    before pages have filled it.
    """
    makers: dict[int, list[int]] = {}
    publications: list[int] = []
    others: list[int] = []
    for place, item in enumerate(items):
        if not isinstance(item, Publication):
            others.append(place)
        elif (maker := getattr(item.make, "__self__", None)) is not None:
            makers.setdefault(id(maker), []).append(place)
        else:
            publications.append(place)
    order = [place for group in (*makers.values(), publications, others) for place in group]
    return order, [len(group) for group in makers.values()]
