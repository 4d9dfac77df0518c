"""The build as one ordered story: settings, sources, records, catalogue, check, views, render, publications, commit."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from partnership import timing
from partnership.build import state
from partnership.build.glance import Glanced, history_stamp
from partnership.build.keys import Keys, code_digest, salt_of
from partnership.build.making import Job, Maker
from partnership.build.outcome import Built
from partnership.build.output import Lying
from partnership.build.plan import SITEMAP, all_areas, finish_plan, plan_area
from partnership.build.session import Session
from partnership.build.sources import SourceFiles
from partnership.build.words_only import only_words_changed
from partnership.build.work import Work
from partnership.catalogue.linking import Linked, link
from partnership.language import _, speaking
from partnership.pages.page import Item, Page
from partnership.pages.site import make_site
from partnership.problems import ProblemsFound
from partnership.prose.result import Witness
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
        site = make_site(settings)
    keys = Keys(salt_of(code, site, assets.addresses), code, templates)
    maker = Maker(settings, assets, site)
    work = Work(settings, before, lying, keys, maker)
    now = state.State(
        version=state.VERSION,
        library=linked.library,
        made=work.made,
        seen=files.seen,
        salt=keys.salt,
        templates=templates,
        circumstances=_circumstances(settings, glanced),
    )
    left = _areas_to_leave(settings, before, now, work) if before is not None and not memory.whole else {}
    with timing.step(_("planning")), speaking(settings.language):
        planned = _plan(settings, linked, left)
        if left and not _same_addresses(planned, before):
            left = {}
            planned = _plan(settings, linked, left)
    jobs: list[Job] = []
    with timing.step(_("comparing")):
        for name, area in planned.items():
            asked = Witness.asked
            jobs += work.compare(area.items)
            area.shows_words |= Witness.asked > asked
            now.areas[name] = area.summary()
        for name, summary in left.items():
            work.leave(summary.addresses)
            now.areas[name] = summary
        jobs += work.compare(assets.items)
    work.make(jobs)
    addresses = [address for area in now.areas.values() for address in area.addresses]
    addresses += [item.address for item in assets.items]
    work.make(work.compare(list(plan_manifest(settings, {one: work.digest(one) for one in addresses}))))
    with timing.step(_("writing")):
        work.commit()
    items = [item for area in planned.values() for item in area.items]
    memory.state, memory.settings, memory.items, memory.maker = now, settings, items, maker
    memory.unsaved = True
    pages = sum(area.pages for area in now.areas.values())
    sources = {item.address: item.source for item in items if isinstance(item, Page) and item.source}
    built = Built(pages, work.rendered, work.written, linked.problems, work.reasons, sources)
    built.files = len(work.made)
    return built, work.left()


class _Area:
    """What an area planned now, and whether it looked at the words of any text."""

    def __init__(self, items: list[Item], shows_words: bool) -> None:
        self.items = items
        self.shows_words = shows_words

    def summary(self) -> state.Planned:
        """Return what the next build is to know of the area."""
        pages = sum(isinstance(item, Page) for item in self.items)
        return state.Planned(self.shows_words, pages, tuple([item.address for item in self.items]))


def _plan(settings: Settings, linked: Linked, left: dict[str, state.Planned]) -> dict[str, _Area]:
    """Plan all areas but those that are left as they are."""
    areas: dict[str, _Area] = {}
    for name in all_areas(settings):
        if name not in left:
            asked = Witness.asked
            items = plan_area(name, linked.catalogue, settings)
            areas[name] = _Area(items, Witness.asked > asked)
    if left:
        return areas
    finished = finish_plan({name: area.items for name, area in areas.items()}, linked.catalogue, settings)
    return {name: _Area(items, name in areas and areas[name].shows_words) for name, items in finished.items()}


def _areas_to_leave(settings: Settings, before: state.State, now: state.State, work: Work) -> dict[str, state.Planned]:
    """Return the areas that can give nothing new: those without words of texts, where nothing but words changed."""
    if not (
        before.circumstances == now.circumstances
        and before.salt == now.salt
        and before.templates == now.templates
        and before.areas.keys() == {*all_areas(settings), SITEMAP}
        and only_words_changed(before.library, now.library)
    ):
        return {}
    left = {name: area for name, area in before.areas.items() if not area.shows_words}
    return left if all(work.can_leave(area.addresses) for area in left.values()) else {}


def _same_addresses(planned: dict[str, _Area], before: state.State | None) -> bool:
    """Tell whether areas planned what they planned before; redirects that the whole plan drops are dropped here too."""
    assert before is not None
    for name, area in planned.items():
        known = set(before.areas[name].addresses)
        area.items = [item for item in area.items if item.address in known]
        if len(area.items) != len(known):
            return False
    return True


def _circumstances(settings: Settings, glanced: Glanced) -> bytes:
    """Return the digest of what else decides what is planned: settings, data, theme, and the history that is there."""
    told = f"{replace(settings, commit='')!r} {glanced.others} {history_stamp(settings.data)}"
    return blake2b(told.encode("utf-8", "surrogateescape"), digest_size=20).digest()
