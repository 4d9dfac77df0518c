"""Two files of a site that cannot both be: at one address, or one where the other needs a folder.

Most are told by the checks of single records; here the plan of the whole site is looked at, so that nothing which a
check has passed fails in a build.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from partnership.catalogue.address_words import PARTS
from partnership.catalogue.addresses import output_path
from partnership.catalogue.checks.uniqueness import normal_alias
from partnership.catalogue.places import Places
from partnership.engine.trees import REDIRECT
from partnership.items.item import Copy, Item, Page
from partnership.language import _
from partnership.problems import Problem, ProblemList
from partnership.records.content import Document
from partnership.settings import Settings

_COME_AND_GO = ("rss.xml", "atom.xml", "feed.json", *(words["group_calendar"] for words in PARTS.values()))
"""Files of lists that vanish with their last entry: an old address gives way to them when they come back."""


class Clash(NamedTuple):
    """An item that cannot be made beside another one; an old address gives way only to what comes and goes."""

    item: Item
    other: Item


class AddressesClash(Exception):
    """Raised where items of a plan clash."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__(", ".join(one.item.address for one in clashes))
        self.clashes = clashes


class KeptInTheWay(Exception):
    """Raised where an item cannot be made beside a file that was to stay: the whole site has to be planned."""


def is_redirect(item: Item) -> bool:
    """Tell whether an item is the page of an old address."""
    return isinstance(item, Page) and item.template == REDIRECT


def clashes(items: Iterable[Item], static: Iterable[Item]) -> list[Clash]:
    """Return what clashes among all items of a site, redirects included, and the theme's ``static`` files."""
    found: list[Clash] = []
    living: dict[str, Item] = {}
    redirects: list[Item] = []
    for item in (*static, *items):
        if isinstance(item, Page) and item.template == REDIRECT:
            redirects.append(item)
        elif (other := living.setdefault(output_path(item.address), item)) is not item:
            found.append(Clash(item, other))
    if not living.keys().isdisjoint(_folders(living)):
        for path, item in living.items():
            found += [Clash(item, living[above]) for above in _above(path) if above in living]
    for item in redirects:
        path = output_path(item.address)
        for step in (path, *_above(path)):
            other_file = living.get(step)
            if other_file is not None and not _gives_way(other_file, step):
                found.append(Clash(item, other_file))
    return found


def in_the_way(kept: Iterable[str], items: Iterable[Item]) -> bool:
    """Tell whether items clash with what lies at the addresses ``kept``, of which no more is known."""
    taken = set(map(output_path, kept))
    planned: set[str] = set()
    for item in items:
        path = output_path(item.address)
        if is_redirect(item):
            if any(one in taken for one in (path, *_above(path))):
                return True
        elif path in taken:
            return True
        else:
            planned.add(path)
    return not planned.isdisjoint(_folders(taken)) or not taken.isdisjoint(_folders(planned))


def _folders(paths: Iterable[str]) -> set[str]:
    """Return all folders above files."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _above(path: str) -> Iterator[str]:
    """Iterate over the folders above a file, the nearest first."""
    while (path := posixpath.dirname(path)) != "":
        yield path


def _gives_way(living: Item, path: str) -> bool:
    """Tell whether an old address may lie where something lives: at a page, or at a file of a list below the root."""
    if isinstance(living, Page):
        return True
    folder, _slash, name = path.rpartition("/")
    return bool(folder) and name in _COME_AND_GO


def told(found: Sequence[Clash], settings: Settings, documents: Iterable[Document[Any]]) -> list[Problem]:
    """Return clashes as problems at the files that an editor can change."""
    problems = ProblemList()
    places = Places(settings.content, settings.data, problems)
    by_path = {one.path: one for one in documents}
    for item, other in found:
        path = _source(item, settings) or _source(other, settings)
        message = _(
            "The address %(address)s is needed by %(other)s", address=item.address, other=_name(other, settings)
        )
        document = by_path.get(path.removeprefix("content/"))
        if is_redirect(item) and document is not None:
            number = [normal_alias(one) for one in document.front.aliases].index(item.address)
            hint = _("remove this old address: a file of the site stands there")
            places.tell("content", document.path, ("aliases", number), "two-pages", message, hint)
            continue
        hint = _("give one of them another “slug”, or rename the file")
        root, _slash, inside = path.partition("/")
        whole = (
            places.absolute(root, inside) if root in ("content", "data") and inside else str(settings.theme / "static")
        )
        problems.add(Problem(path=whole, code="two-pages", message=message, hint=hint))
    return list(problems)


def _source(item: Item, settings: Settings) -> str:
    """Return the file that an editor changes to change an item, below the project; empty where there is none."""
    if isinstance(item, Copy):
        content = f"{settings.content}/"
        return f"content/{item.source.removeprefix(content)}" if item.source.startswith(content) else ""
    if isinstance(item, Page) and item.source:
        return item.source if item.source.startswith(("content/", "data/")) else f"content/{item.source}"
    return ""


def _name(item: Item, settings: Settings) -> str:
    """Return what people call an item: its file, or what stands at its address."""
    return _source(item, settings) or item.address
