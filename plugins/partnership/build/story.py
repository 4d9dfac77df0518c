"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from partnership import timing
from partnership.build import state
from partnership.build.glance import Glanced
from partnership.build.keys import Keys, code_digest, salt_of
from partnership.build.making import Job, Maker
from partnership.build.outcome import Built
from partnership.build.output import Lying
from partnership.build.planning import plan_site
from partnership.build.session import Session
from partnership.build.since import Since
from partnership.build.sources import SourceFiles
from partnership.build.work import Work
from partnership.catalogue.linking import link
from partnership.language import _, speaking
from partnership.pages.page import Page
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
    with timing.step(_("theme")):
        assets = collect_assets(settings.theme)
        code = code_digest(known=files)
        templates = template_digests(settings.theme)
        site = make_site(settings)
    keys = Keys(salt_of(code, site, assets.addresses), code, templates)
    since = Since(settings, before, keys, _circumstances(settings, glanced))
    linked = link(settings, before.library if before is not None else None, files, since.findings)
    if linked.problems.errors:
        raise ProblemsFound(linked.problems)
    with timing.step(_("history of the data")):
        linked.problems.extend(history_problems(settings.data))
    maker = Maker(settings, assets, site)
    work = Work(settings, before, lying, keys, maker)
    now = state.State(
        version=state.VERSION,
        library=linked.library,
        made=work.made,
        seen=files.seen,
        salt=keys.salt,
        templates=templates,
        circumstances=since.circumstances,
        findings=linked.findings,
    )
    parts = settings.cache / "parts"
    with timing.step(_("planning")), speaking(settings.language), keeping_parts(parts, keys.salt):
        areas = plan_site(settings, linked.catalogue, since, linked.library, work, whole=memory.whole)
    jobs: list[Job] = []
    with timing.step(_("comparing")):
        for name, area in areas.items():
            new, now.areas[name] = area.compare(work, keys)
            jobs += new
        jobs += work.compare(assets.items)
    work.make(jobs)
    addresses = [address for known in now.areas.values() for address in known.addresses]
    addresses += [item.address for item in assets.items]
    work.make(work.compare(list(plan_manifest(settings, {one: work.digest(one) for one in addresses}))))
    with timing.step(_("writing")):
        work.commit()
    items = [item for area in areas.values() for item in area.items]
    memory.state, memory.settings, memory.items, memory.maker = now, settings, items, maker
    memory.unsaved = True
    pages = sum(known.pages for known in now.areas.values())
    sources = {item.address: item.source for item in items if isinstance(item, Page) and item.source}
    built = Built(pages, work.rendered, work.written, linked.problems, work.reasons, sources)
    built.files = len(work.made)
    return built, work.left()


def _circumstances(settings: Settings, glanced: Glanced) -> bytes:
    """Return the digest of what else decides what is found and planned.

    Settings, data, theme, the history that is there, and the language in which problems are told.
    """
    told = f"{replace(settings, commit='')!r} {glanced.others} {glanced.history} {_('new')}"
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=20).digest()
