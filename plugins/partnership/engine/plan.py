"""The plan: every file that the site will consist of, from every area and publication."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from partnership.catalogue.addresses import standing_in
from partnership.catalogue.catalogue import Catalogue
from partnership.catalogue.catalogue_reader import CatalogueReader
from partnership.catalogue.localised import Catalogues
from partnership.chunks import NO_CACHE, ChunkCache
from partnership.engine.clashes import AddressesClash, KeptInTheWay, clashes, in_the_way, is_redirect, told
from partnership.engine.dead_links import dead_links
from partnership.engine.trees import ONLY_FIRST, in_language
from partnership.engine.wordless_pictures import wordless_pictures
from partnership.items.item import Item, Page
from partnership.language import Mark, _, marking
from partnership.locales.page_marks import marked_on_page
from partnership.problems import Problem, UserError
from partnership.publications.sitemap import UNLISTED_TEMPLATES, plan_sitemap
from partnership.rendering.assets import collect_assets
from partnership.settings import Settings

Planner = Callable[[Catalogue, Settings], Iterable[Item]]

GivenByPlanner = tuple[Iterable[Item], Callable[[Iterable[Item]], Iterable[Item]]]
"""What a planner gives, and what makes items of the area's language of it."""

AREAS: tuple[str, ...] = (
    "pages.general.home",
    "pages.news.archive",
    "pages.news.posts",
    "pages.news.reports",
    "pages.meetings.meetings",
    "pages.news.own_kinds",
    "pages.meetings.council",
    "pages.meetings.groups",
    "pages.general.content_pages",
    "pages.counties.investors",
    "pages.general.channels",
    "pages.directory.finder_page",
    "pages.directory.institutions",
    "pages.directory.institution_types",
    "pages.services.services",
    "pages.redundancies.guide",
    "pages.redundancies.planner",
    "pages.redundancies.letters",
    "pages.redundancies.pack",
    "pages.counties.counties",
    "pages.counties.county",
    "pages.counties.comparison",
    "pages.services.county_services",
    "pages.partners.partners",
    "pages.partners.consultants",
    "pages.general.service_pages",
    "pages.general.open_data",
    "pages.general.newsletter_issues",
    "pages.general.declaration",
    "pages.general.glossary",
    "pages.general.site_map",
    "pages.general.redirects",
    "pages.general.not_found",
    "pages.general.gallery",
    "pages.general.confirmations",
    "publications.pictures",
    "publications.robots",
    "publications.feeds",
    "publications.opml",
    "publications.sharing_pictures",
    "publications.calendar",
    "publications.open_data.plan",
    "publications.finder_index",
    "publications.search.index",
    "publications.redundancy_rules",
)  # fmt: skip
"""Modules whose ``plan(catalogue, settings)`` gives items, in the order in which a visitor meets them.

The setting ``PARTNERSHIP_AREAS`` may name fewer.
"""


PAGES = "pages."
"""How the names of areas begin that plan pages."""

SITEMAP = "publications.sitemap"
"""The area that is planned from all others."""


def all_areas(settings: Settings) -> tuple[str, ...]:
    """Return the areas of a site, language by language, each as ``LANGUAGE/MODULE``."""
    names = settings.areas or AREAS
    first = [f"{settings.language}/{name}" for name in names]
    others = [f"{lang}/{name}" for lang in settings.other_languages for name in names if name not in ONLY_FIRST]
    return (*first, *others)


def plan_area(
    area: str, catalogues: Catalogues, chunks: ChunkCache = NO_CACHE, reader: CatalogueReader | None = None
) -> list[Item]:
    """Return the items of one area (``LANGUAGE/MODULE``); raise :class:`UserError` where there is no such module.

    ``reader`` notes what the area reads of the catalogue of its language.  An area whose keys are made of chunks
    has a ``plan_with_chunks(catalogue, settings, chunks)`` instead of ``plan``; one of which each item shows one record
    has a ``plan_records(catalogue, settings, some)`` beside it, and ``records(catalogue)`` gives it all of them.
    """
    with planned_area(area, catalogues, chunks, reader) as (planned, finished):
        return list(finished(planned))


@contextmanager
def planned_area(
    area: str, catalogues: Catalogues, chunks: ChunkCache, reader: CatalogueReader | None
) -> Iterator[GivenByPlanner]:
    """Give what an area's planner gives, as :func:`plan_area` calls it, and what makes items of its language of that.

    Both are to be used inside, where its addresses and messages are those of its language.
    """
    lang, _slash, name = area.partition("/")
    module: Any = None if ":" in name else _found_module(name)
    catalogue, settings = (reader or catalogues.reader(lang)).catalogue, catalogues.settings_of(lang)
    with standing_in(catalogue.table), marking(_mark_of(name)):
        if hasattr(module, "plan_with_chunks"):
            planned = module.plan_with_chunks(catalogue, settings, chunks)
        elif hasattr(module, "plan_records"):
            planned = module.plan_records(catalogue, settings, module.records(catalogues.of(lang)))
        else:
            planned = _planner(name)(catalogue, settings)
        yield planned, partial(in_language, catalogue=catalogue)


def _mark_of(area: str) -> Mark | None:
    """Return what marks messages without a translation in an area: pages say their language, files do not."""
    return marked_on_page if area.startswith(PAGES) else None


def plan_records(area: str, catalogues: Catalogues, paths: Collection[str]) -> list[Item]:
    """Return those items of one area that show records of files at paths.

    Each of its items shows one record, and of all else only what the area's reader has noted.
    """
    lang, _slash, name = area.partition("/")
    module: Any = _area_module(name)
    some = [one for one in module.records(catalogues.of(lang)) if one.source in paths]
    catalogue = catalogues.reader(lang).catalogue
    with standing_in(catalogue.table), marking(_mark_of(name)):
        return list(in_language(module.plan_records(catalogue, catalogues.settings_of(lang), some), catalogue))


def plan_texts(area: str, catalogues: Catalogues, paths: Collection[str]) -> list[Item] | None:
    """Return those items of one area that show the documents at paths; None where the area cannot plan them alone."""
    lang, _slash, name = area.partition("/")
    planner = getattr(_area_module(name), "plan_texts", None)
    if planner is None:
        return None
    catalogue = catalogues.reader(lang).catalogue
    with standing_in(catalogue.table), marking(_mark_of(name)):
        return list(in_language(planner(catalogue, catalogues.settings_of(lang), paths), catalogue))


def finish_plan(
    planned: dict[str, list[Item]],
    catalogues: Catalogues,
    static: Sequence[Item] = (),
    kept: Collection[str] = (),
    reader: Callable[[str], CatalogueReader] | None = None,
) -> dict[str, list[Item]]:
    """Return the items of all areas without needless redirects and with the sitemap.

    ``static`` are the theme's files beside them, ``kept`` the addresses of what was not planned, since it stays as it
    is: neither redirects nor pages that are not listed; ``reader`` gives what takes note of what the sitemap reads in a
    language.  Raises :class:`AddressesClash` when two items cannot both be
    made, and :class:`KeptInTheWay` where one cannot be made beside what is kept.
    """
    every = [item for some in planned.values() for item in some]
    whole = needed_items(planned, kept)
    listed = (item for some in whole.values() for item in some)
    whole[SITEMAP] = list(plan_sitemap(catalogues, listed, kept, reader))
    if found := clashes([*every, *whole[SITEMAP]], static):
        raise AddressesClash(found)
    if kept and in_the_way(kept, [*every, *whole[SITEMAP], *static]):
        raise KeptInTheWay
    return whole


def needed_items(planned: Mapping[str, list[Item]], kept: Collection[str]) -> dict[str, list[Item]]:
    """Return the items of all areas without needless redirects."""
    every = [item for some in planned.values() for item in some]
    if not any(map(is_redirect, every)):
        return dict(planned)
    needed = {id(item) for item in without_needless_redirects(every, kept)}
    return {name: [item for item in some if id(item) in needed] for name, some in planned.items()}


def unlisted(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the addresses of items that look like those of pages in the sitemap and are not, and of redirects."""
    return tuple(
        [
            item.address
            for item in items
            if (item.template in UNLISTED_TEMPLATES if isinstance(item, Page) else item.address.endswith("/"))
        ]
    )


def is_by_record(area: str) -> bool:
    """Tell whether each item of an area shows one record (:func:`plan_records`)."""
    name = area.partition("/")[2]
    return ":" not in name and hasattr(_found_module(name), "plan_records")


def plan_problems(settings: Settings, catalogue: Catalogue) -> list[Problem]:
    """Return what keeps a checked site from being built, and links of texts to pages that it will not have.

    It is planned as a build does, and nothing is made.
    """
    static = collect_assets(settings.theme, settings.cache / "scripts").items
    try:
        catalogues = Catalogues(catalogue, settings)
        planned = {name: plan_area(name, catalogues) for name in all_areas(settings)}
        whole = finish_plan(planned, catalogues, static)
    except AddressesClash as error:
        return told(error.clashes, settings, (*catalogue.listed, *catalogue.unlisted))
    standing = (item.address for items in (*whole.values(), static) for item in items)
    wordless = wordless_pictures((item for items in whole.values() for item in items), settings)
    return [*dead_links(settings, (*catalogue.listed, *catalogue.unlisted), standing), *wordless]


def _planner(name: str) -> Planner:
    try:
        planner: Planner = getattr(_area_module(name), name.partition(":")[2] or "plan")
    except (ImportError, AttributeError):
        raise UserError(_("There is no area “%(name)s” (PARTNERSHIP_AREAS in the settings)", name=name)) from None
    return planner


def _found_module(name: str) -> ModuleType | None:
    try:
        return _area_module(name)
    except ImportError:
        return None


def _area_module(name: str) -> ModuleType:
    """Return the module of an area: one of this package, or of another one by its full name."""
    module = name.partition(":")[0]
    own = f"partnership.{module}"
    return import_module(own if find_spec(own.rpartition(".")[0]) and find_spec(own) else module)


def without_needless_redirects(items: list[Item], kept: Collection[str] = ()) -> list[Item]:
    """Return the items without redirects at addresses where something lives again, or below a file's address.

    ``kept`` are addresses of what lives beside the items.
    A list of a topic, for one, vanishes with its last post and comes back with the next.
    """
    living = {item.address for item in items if not is_redirect(item)} | set(kept)

    def needed(address: str) -> bool:
        steps = address.strip("/").split("/")
        above = {"/" + "/".join(steps[:length]) for length in range(1, len(steps) + 1)}
        return address not in living and living.isdisjoint(above)

    return [item for item in items if not is_redirect(item) or needed(item.address)]
