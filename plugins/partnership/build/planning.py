"""Which areas are planned in a build: all of them, or, where nothing but words of texts changed, those that show these.

That an area shows words is not declared but seen: planning it, or taking the keys of its items, asked for some.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from partnership.build.keys import Keys
from partnership.build.making import Job
from partnership.build.plan import all_areas, finish_plan, plan_area, plan_texts
from partnership.build.since import Since
from partnership.build.state import Planned, State
from partnership.build.work import Work
from partnership.catalogue.catalogue import Catalogue
from partnership.pages.page import Item, Page
from partnership.prose.result import Witness
from partnership.records.library import Library
from partnership.settings import Settings


@dataclass(slots=True)
class Area:
    """One area in one build: the items planned now, and the addresses of files that stay as they lie.

    ``known`` is what was remembered of it, where part of it stays; ``asked`` tells that planning asked for words.
    """

    items: list[Item]
    asked: bool = False
    left: tuple[str, ...] = ()
    known: Planned | None = None

    def compare(self, work: Work, keys: Keys) -> tuple[list[Job], Planned]:
        """Return what of the area is to be made, and what the next build is to know of it."""
        work.leave(self.left)
        if self.known is not None:
            return work.compare(self.items), self.known
        jobs: list[Job] = []
        shows, own = self.asked, not self.asked
        for item in self.items:
            asked = Witness.asked
            keys.texts.clear()
            jobs += work.compare((item,))
            if Witness.asked > asked:
                shows = True
                own = own and isinstance(item, Page) and keys.texts == [item.source] and Witness.asked == asked + 1
        pages = sum([isinstance(item, Page) for item in self.items])
        return jobs, Planned(shows, own, pages, tuple([item.address for item in self.items]))


def plan_site(
    settings: Settings, catalogue: Catalogue, since: Since, library: Library, work: Work, *, whole: bool
) -> dict[str, Area]:
    """Return every area by its name, planned as far as it can give anything new, or ``whole``.

    Raises :class:`UserError` when two items take one address.
    """
    changed = since.changed_texts(library)
    if since.before is not None and changed is not None and not whole:
        planned = _plan_words(settings, catalogue, since.before, changed, work)
        if planned is not None:
            return planned
    areas: dict[str, Area] = {}
    for name in all_areas(settings):
        asked = Witness.asked
        items = plan_area(name, catalogue, settings)
        areas[name] = Area(items, Witness.asked > asked)
    finished = finish_plan({name: area.items for name, area in areas.items()}, catalogue, settings)
    return {name: Area(items, name in areas and areas[name].asked) for name, items in finished.items()}


def _plan_words(
    settings: Settings, catalogue: Catalogue, before: State, changed: Set[str], work: Work
) -> dict[str, Area] | None:
    """Plan what shows the words of the texts that changed; None where the whole site has to be planned after all."""
    areas: dict[str, Area] = {}
    for name, known in before.areas.items():
        area = Area([], left=known.addresses, known=known)
        if known.shows_words:
            alone = plan_texts(name, catalogue, settings, changed) if known.own_words else None
            items = plan_area(name, catalogue, settings) if alone is None else alone
            addresses = set(known.addresses)
            # What is not known are redirects that the whole plan drops.
            area.items = [item for item in items if item.address in addresses]
            addresses.difference_update([item.address for item in area.items])
            if addresses and alone is None:
                return None
            area.left = tuple([address for address in known.addresses if address in addresses])
        if not work.can_leave(area.left):
            return None
        areas[name] = area
    return areas
