"""Which areas are planned in a build: all of them, or, where nothing but words of texts changed, those that show these.

That an area shows words is not declared but seen: the catalogue's reader of bodies notes which it asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

import msgspec

from partnership.catalogue.catalogue_reader import CatalogueReader
from partnership.catalogue.localised import Catalogues
from partnership.engine.clashes import KeptInTheWay
from partnership.engine.keys import Keyed
from partnership.engine.making import Job
from partnership.engine.plan import (
    SITEMAP,
    all_areas,
    finish_plan,
    is_by_record,
    needed_items,
    plan_records,
    plan_texts,
    planned_area,
    unlisted,
)
from partnership.engine.previous_build import Changed, PreviousBuild
from partnership.engine.runs import PlannedRuns, plan_in_runs
from partnership.engine.state import Planned, State
from partnership.engine.work import Work
from partnership.items.item import Item, Page
from partnership.items.runs import Runs
from partnership.records.library import Library
from partnership.settings import Settings


class Area(msgspec.Struct):
    """One area in one build: the items planned now, and the addresses of files that stay as they lie.

    ``known`` is what the next build is to know of it, where part of it stays; ``asked`` are the digests of words that
    planning asked for, ``readers`` know what it read of the catalogue of each language.  ``unlisted`` and ``by_record``
    are as the next build is to know them.  Of one that was planned in ``runs``, ``own_words`` tells whether it had no
    words but its own before.
    """

    items: list[Item]
    asked: set[bytes] = msgspec.field(default_factory=set)
    unchanged: tuple[str, ...] = ()
    known: Planned | None = None
    readers: Mapping[str, CatalogueReader] = {}
    unlisted: tuple[str, ...] = ()
    by_record: bool = False
    runs: PlannedRuns | None = None
    own_words: bool = True

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all that was planned, and of the runs that stay."""
        return tuple([item.address for item in self.items] if self.runs is None else self.runs.addresses)

    def compare(self, work: Work, keyed: Iterator[Keyed]) -> tuple[list[Job], Planned]:
        """Return what of the area is to be made, and what the next build is to know of it.

        ``keyed`` gives the keys of its items, one after the other.
        """
        work.keep(self.unchanged)
        jobs: list[Job] = []
        own, shown = self.own_words, set[bytes]()
        for item, (key, texts) in zip(self.items, keyed, strict=False):
            job = work.job(item, key)
            if job is not None:
                jobs.append(job)
            if texts and self.known is None:
                own = own and isinstance(item, Page) and len(texts) == 1 and texts[0][0] == item.source
                shown.update([digest for _path, digest in texts])
        if self.known is not None:
            return jobs, self.known
        runs = tuple(self.runs.runs) if self.runs is not None else ()
        pages = sum([isinstance(item, Page) for item in self.items]) + len(self.unchanged)
        words, own = b"".join([*sorted(self.asked), *[one.words for one in runs]]), own and self.asked <= shown
        reads = {f"{lang}/{part}": was for lang, one in self.readers.items() for part, was in one.reads().items()}
        return jobs, Planned(words, own, pages, self.addresses, reads, self.unlisted, self.by_record, runs)


def plan_site(
    settings: Settings, catalogues: Catalogues, previous: PreviousBuild, library: Library, work: Work, *, whole: bool
) -> dict[str, Area]:
    """Return every area by its name, planned as far as it can give anything new, or ``whole``.

    Raises :class:`AddressesClash` when two items cannot both be made.
    """
    try:
        changed = previous.changed_texts(library)
        if previous.before is not None and changed is not None and not whole:
            planned = _plan_words(catalogues, previous.before, changed, work)
            if planned is not None:
                return planned
        if not whole:
            with suppress(KeptInTheWay):
                return _plan_changed(settings, catalogues, previous, library, work)
        areas = {name: _planned(name, catalogues, work) for name in all_areas(settings)}
        return _finished(areas, catalogues, work)
    finally:
        catalogues.close()


def _plan_changed(
    settings: Settings, catalogues: Catalogues, previous: PreviousBuild, library: Library, work: Work
) -> dict[str, Area]:
    """Return every area, planned where it read what may be another now, or where its files lie there no more.

    Raises :class:`KeptInTheWay` where something cannot be made beside what was to stay.
    """
    same, records = previous.same_areas(library, catalogues), previous.changed_records(library)
    areas: dict[str, Area] = {}
    for name in all_areas(settings):
        known, area = same.get(name), None
        if known is not None and not known.unlisted:
            area = _kept(known, plan_records(name, catalogues, records) if known.by_record else [])
        if area is None or not work.can_keep(area.unchanged):
            area = _planned(name, catalogues, work, previous.areas.get(name))
        areas[name] = area
    sitemap = same.get(SITEMAP)
    if sitemap is None or not work.can_keep(sitemap.addresses):
        return _finished(areas, catalogues, work)
    kept = [address for area in areas.values() for address in area.unchanged]
    needed = needed_items({name: area.items for name, area in areas.items()}, kept)
    whole = {name: msgspec.structs.replace(area, items=needed[name]) for name, area in areas.items()}
    for name, area in whole.items():
        was = previous.areas[name]
        if area.known is None and (area.addresses, area.unlisted) != (was.addresses, was.unlisted):
            return _finished(areas, catalogues, work)
    # At each address stands what stood there: nothing can clash, and the sitemap is the same.
    return whole | {SITEMAP: Area([], unchanged=sitemap.addresses, known=sitemap)}


def _finished(areas: dict[str, Area], catalogues: Catalogues, work: Work) -> dict[str, Area]:
    """Return the areas without needless redirects, and the sitemap."""
    readers: dict[str, CatalogueReader] = {}

    def reader(lang: str) -> CatalogueReader:
        return readers.setdefault(lang, catalogues.reader(lang))

    kept = [address for area in areas.values() for address in area.unchanged]
    with catalogues.bodies.recording() as asked:
        planned = {name: area.items for name, area in areas.items()}
        finished = finish_plan(planned, catalogues, work.static, kept, reader)
    for name, area in areas.items():
        area.items = finished[name]
    return areas | {SITEMAP: Area(finished[SITEMAP], asked, readers=readers)}


def _kept(known: Planned, items: list[Item]) -> Area | None:
    """Return an area that stays but for some ``items``; None where these do not belong to it."""
    planned = {item.address for item in items}
    left = tuple([one for one in known.addresses if one not in planned]) if planned else known.addresses
    return Area(items, unchanged=left, known=known) if len(left) + len(items) == len(known.addresses) else None


def _planned(name: str, catalogues: Catalogues, work: Work, known: Planned | None = None) -> Area:
    """Return an area as it is planned now; runs of it that are planned from the same as in the ``known`` one stay."""
    lang = name.partition("/")[0]
    reader = catalogues.reader(lang)
    readers = {lang: reader}
    with (
        catalogues.bodies.recording() as asked,
        planned_area(name, catalogues, work.chunks, reader) as (planned, finished),
    ):
        if not isinstance(planned, Runs):
            items = list(finished(planned))
            return Area(items, asked, readers=readers, unlisted=unlisted(items), by_record=is_by_record(name))
        runs = plan_in_runs(planned, known, work, finished)
    own_words = known is None or not runs.unchanged or known.own_words
    unchanged, left_out = tuple(runs.unchanged), unlisted(runs.items)
    return Area(runs.items, asked, unchanged, readers=readers, unlisted=left_out, runs=runs, own_words=own_words)


def _plan_words(catalogues: Catalogues, before: State, changed: Changed, work: Work) -> dict[str, Area] | None:
    """Plan what shows the words of the texts that changed; None where the whole site has to be planned after all."""
    areas: dict[str, Area] = {}
    for name, known in before.areas.items():
        area = Area([], unchanged=known.addresses, known=known)
        if any(old in known.words for change in changed.values() for old in change.old):
            alone = plan_texts(name, catalogues, changed) if known.own_words else None
            if alone is not None:
                area = _partly(known, alone, changed)
            else:
                area = _planned(name, catalogues, work, known)
                # What is not known are redirects that the whole plan drops.
                addresses = set(known.addresses)
                area.items = [item for item in area.items if item.address in addresses]
                if len(area.items) + len(area.unchanged) < len(addresses):
                    return None
        if not work.can_keep(area.unchanged):
            return None
        areas[name] = area
    return areas


def _partly(known: Planned, items: list[Item], changed: Changed) -> Area:
    """Return an area of which only the items of changed texts were planned."""
    planned = {item.address for item in items}
    # The old words stay on the list: another text may have the same.
    new = [one for change in changed.values() for one in change.new if one not in known.words]
    left = tuple([address for address in known.addresses if address not in planned])
    return Area(items, unchanged=left, known=msgspec.structs.replace(known, words=known.words + b"".join(new)))
