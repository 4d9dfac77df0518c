"""What a small site consists of, counted in its files: nobody is compared who made less, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from partnership.language import _
from partnership.problems import UserError
from partnership_bench.contestants import Contestant
from partnership_bench.corpus import AUTHORS, CATEGORIES, STEM, TOPICS
from partnership_bench.institutions import PLACE_STEM

LISTS_OF_A_POST: Final = 5
"""A post stands in the list of all, of its category, of its author and of its two topics."""

PAGE_LENGTH: Final = 20
"""So many posts are on a page of a list, and so many newest ones in the feed."""

_ENTRY: Final = re.compile(r'<h2><a href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Counts:
    """Pages and entries of a built site.

    ``entries`` is how often posts are listed on the pages ``lists``, ``places_listed`` the same of institutions.
    """

    posts: int = 0
    lists: int = 0
    entries: int = 0
    places: int = 0
    places_listed: int = 0
    feed: int = 0
    addresses: int = 0
    others: int = 0


def count(output: Path) -> Counts:
    """Return what a built site consists of."""
    posts = lists = entries = places = places_listed = feed = addresses = others = 0
    for path in output.rglob("*"):
        if path.suffix == ".html":
            kind = path.parent.name if path.name == "index.html" else ""
            if kind.startswith(STEM):
                posts += 1
            elif kind.startswith(PLACE_STEM):
                places += 1
            else:
                found = _ENTRY.findall(path.read_text(encoding="utf-8"))
                of_places = sum(f"/{PLACE_STEM}" in link for link in found)
                lists += 1
                entries += len(found) - of_places
                places_listed += of_places
        elif path.name == "atom.xml":
            feed += path.read_text(encoding="utf-8").count("<entry")
        elif path.name.startswith("sitemap"):
            addresses += path.read_text(encoding="utf-8").count("<url>")
        elif path.is_file():
            others += 1
    return Counts(posts, lists, entries, places, places_listed, feed, addresses, others)


def demand_equal(one: Contestant, posts: int, institutions: int) -> Counts:
    """Return what a contestant made of so many posts and institutions; raise :class:`UserError` when that is not all.

    The number of lists' pages is demanded only where it does not depend on where a generator begins to count.
    """
    found = count(one.output)
    wanted = {
        "posts": posts,
        "entries": posts * LISTS_OF_A_POST,
        "places": institutions,
        "places_listed": institutions,
        "feed": min(posts, PAGE_LENGTH),
    }
    pages = pages_of_lists(posts)
    if pages is not None:
        wanted["lists"] = pages + (1 if institutions else 0)
    for name, number in wanted.items():
        if getattr(found, name) != number:
            raise UserError(
                _(
                    "%(generator)s did not make the site that the others make: %(kind)s %(found)d, not %(wanted)d",
                    generator=one.name,
                    kind=name,
                    found=getattr(found, name),
                    wanted=number,
                )
            )
    return found


def pages_of_lists(posts: int) -> int | None:
    """Return how many pages the lists of so many posts have; None where a list has a page that is not full."""
    pages = 0
    for lists, entries in ((1, posts), (AUTHORS, posts), (CATEGORIES, posts), (TOPICS, 2 * posts)):
        length, rest = divmod(entries, lists)
        if rest or (length > PAGE_LENGTH and length % PAGE_LENGTH):
            return None
        pages += lists * max(1, length // PAGE_LENGTH)
    return pages


def is_left_behind(output: Path, stem: str) -> bool:
    """Tell whether a site still has the page of a post."""
    return next(output.rglob(f"{stem}/index.html"), None) is not None
