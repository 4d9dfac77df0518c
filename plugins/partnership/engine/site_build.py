"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from partnership import timing
from partnership.catalogue.linking import link
from partnership.catalogue.localised import Catalogues
from partnership.chunks import ChunkCache
from partnership.engine import state
from partnership.engine.clashes import AddressesClash, told
from partnership.engine.keys import Keys, code_digest, salt_of
from partnership.engine.making import Job, Maker
from partnership.engine.outcome import Built
from partnership.engine.output_snapshot import OutputSnapshot, PendingSnapshot
from partnership.engine.planning import plan_site
from partnership.engine.previous_build import PreviousBuild
from partnership.engine.session import Session
from partnership.engine.sources import SourceFiles
from partnership.engine.theme_memory import read_theme
from partnership.engine.up_to_date import SourceStats
from partnership.engine.work import Work
from partnership.items.item import Page
from partnership.items.site import make_sites
from partnership.kinds.own import own_digest
from partnership.language import _
from partnership.problems import ProblemList, ProblemsFound
from partnership.publications.manifest import plan_manifest
from partnership.settings import Settings
from partnership.subscriptions.history import history_problems


def build_site(
    settings: Settings, source_stats: SourceStats, snapshot: PendingSnapshot, memory: Session
) -> tuple[Built, OutputSnapshot]:
    """Build the site of ``settings``, the profile in them; the caller holds the lock of the output folder.

    ``snapshot`` tells what lies in the output folder; ``memory`` gives what the last build remembered and takes what
    the next one needs.

    Returns what was done and what lies in the output folder now.  Raises :class:`ProblemsFound` before anything is
    written, and :class:`UserError` where the theme fails.
    """
    with timing.step(_("remembering")):
        before = memory.before(settings)
        if before is not None and before.read_as != _read_as(settings):
            before = None  # everything that was read means something else now
    files = SourceFiles(before.seen if before is not None else {}, source_stats)
    with timing.step(_("theme")):
        theme = read_theme(settings, source_stats)
        code = code_digest(known=files) + own_digest(settings.kind_files)
        sites = make_sites(settings)
    keys = Keys(salt_of(code, sites, theme.assets.addresses, (theme.catalogues,)), code, theme.templates)
    previous = PreviousBuild(settings, before, keys, _circumstances(settings, source_stats), source_stats.data)
    # Texts that name no language are in the site's first: another one, and each is read anew, as by another program.
    same_reader = before is not None and (before.language, before.program) == (settings.language, code)
    linked = link(settings, before.library if before is not None and same_reader else None, files, previous)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    with timing.step(_("history of the data")):
        linked.problems.extend(history_problems(settings.data))
    maker = Maker(settings, theme.assets, sites, ChunkCache(settings.cache / "chunks", keys.salt))
    with timing.step(_("looking")):
        there = snapshot.get()
    work = Work(settings, before, there, keys, maker)
    now = state.State(
        version=state.VERSION,
        read_as=_read_as(settings),
        library=linked.library,
        made=work.made,
        seen=files.seen,
        salt=keys.salt,
        templates=theme.templates,
        circumstances=previous.circumstances,
        data=source_stats.data,
        findings=linked.findings,
        language=settings.language,
        program=code,
    )
    with timing.step(_("planning")):
        try:
            areas = plan_site(
                settings, Catalogues(linked.catalogue, settings), previous, linked.library, work, whole=memory.whole
            )
        except AddressesClash as clash:
            documents = (*linked.catalogue.listed, *linked.catalogue.unlisted)
            raise ProblemsFound(ProblemList(told(clash.clashes, settings, documents))) from None
    jobs: list[Job] = []
    with timing.step(_("comparing")):
        keyed = iter(keys.of_all([item for area in areas.values() for item in area.items]))
        for name, area in areas.items():
            new, now.areas[name] = area.compare(work, keyed)
            jobs += new
        jobs += work.compare(work.static)
    work.make(jobs)
    addresses = [address for known in now.areas.values() for address in known.addresses]
    addresses += [item.address for item in work.static]
    work.make(work.compare(list(plan_manifest(settings, work.digests(addresses)))))
    with timing.step(_("writing")):
        work.commit()
    items = [item for area in areas.values() for item in area.items]
    memory.state, memory.settings, memory.items, memory.maker = now, settings, items, maker
    memory.unsaved = True
    pages = sum(known.pages for known in now.areas.values())
    sources = {item.address: item.source for item in items if isinstance(item, Page) and item.source}
    built = Built(pages, work.rendered, work.written, linked.problems, work.reasons, sources)
    built.files = len(work.made)
    return built, work.snapshot()


def _read_as(settings: Settings) -> str:
    """Return what decides how files are read besides their bytes: time zone, country, the site's own kinds."""
    own = own_digest(settings.kind_files).hex() if settings.own_kinds else ""
    return f"{settings.profile.reading} {own}".rstrip()


def _circumstances(settings: Settings, source_stats: SourceStats) -> bytes:
    """Return the digest of what else decides what is found and planned.

    Settings, theme, the history that is there, and the language in which problems are told.
    """
    told = f"{msgspec.structs.replace(settings, commit='')!r} {source_stats.others} {source_stats.history} {_('new')}"
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=20).digest()
