"""Which areas are planned in a build: all of them, or, where nothing but words of texts changed, those that show these.

That an area shows words is not declared but seen: the catalogue's reader of bodies notes which it asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from partnership.catalogue.localised import Catalogues
from partnership.engine.keys import Keyed
from partnership.engine.making import Job
from partnership.engine.plan import all_areas, finish_plan, plan_area, plan_texts
from partnership.engine.previous_build import Changed, PreviousBuild
from partnership.engine.state import Planned, State
from partnership.engine.work import Work
from partnership.items.item import Item, Page
from partnership.records.library import Library
from partnership.settings import Settings


class Area(msgspec.Struct):
    """One area in one build: the items planned now, and the addresses of files that stay as they lie.

    ``known`` is what the next build is to know of it, where part of it stays; ``asked`` are the digests of words that
    planning asked for.
    """

    items: list[Item]
    asked: set[bytes] = msgspec.field(default_factory=set)
    unchanged: tuple[str, ...] = ()
    known: Planned | None = None

    def compare(self, work: Work, keyed: Iterator[Keyed]) -> tuple[list[Job], Planned]:
        """Return what of the area is to be made, and what the next build is to know of it.

        ``keyed`` gives the keys of its items, one after the other.
        """
        work.keep(self.unchanged)
        jobs: list[Job] = []
        own, shown = True, set[bytes]()
        for item, (key, texts) in zip(self.items, keyed, strict=False):
            job = work.job(item, key)
            if job is not None:
                jobs.append(job)
            if texts and self.known is None:
                own = own and isinstance(item, Page) and len(texts) == 1 and texts[0][0] == item.source
                shown.update([digest for _path, digest in texts])
        if self.known is not None:
            return jobs, self.known
        pages = sum([isinstance(item, Page) for item in self.items])
        addresses = tuple([item.address for item in self.items])
        return jobs, Planned(b"".join(sorted(self.asked)), own and self.asked <= shown, pages, addresses)


def plan_site(
    settings: Settings, catalogues: Catalogues, previous: PreviousBuild, library: Library, work: Work, *, whole: bool
) -> dict[str, Area]:
    """Return every area by its name, planned as far as it can give anything new, or ``whole``.

    Raises :class:`AddressesClash` when two items cannot both be made.
    """
    changed = previous.changed_texts(library)
    if previous.before is not None and changed is not None and not whole:
        planned = _plan_words(catalogues, previous.before, changed, work)
        if planned is not None:
            return planned
    areas: dict[str, Area] = {}
    for name in all_areas(settings):
        with catalogues.bodies.recording() as asked:
            areas[name] = Area(plan_area(name, catalogues, work.chunks), asked)
    with catalogues.bodies.recording() as asked:
        finished = finish_plan({name: area.items for name, area in areas.items()}, catalogues, work.static)
    return {name: Area(items, areas[name].asked if name in areas else asked) for name, items in finished.items()}


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
                with catalogues.bodies.recording() as asked:
                    area = Area(plan_area(name, catalogues, work.chunks), asked)
                # What is not known are redirects that the whole plan drops.
                addresses = set(known.addresses)
                area.items = [item for item in area.items if item.address in addresses]
                if len(area.items) < len(addresses):
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
    return Area(
        items, unchanged=left, known=Planned(known.words + b"".join(new), known.own_words, known.pages, known.addresses)
    )
