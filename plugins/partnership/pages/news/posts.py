"""A post on its page, with its neighbours in time and the posts that belong to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page
from partnership.kinds.news import NEWS
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import Labels, RelatedContent, hidden_documents, section_link, surroundings
from partnership.pages.news.documents import DocumentView, document_view, written_thing
from partnership.records.content import News, ReadableDocument
from partnership.settings import Settings

RELATED = 3
"""So many related posts are shown; older ones of the category fill up what the editor left open."""


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every post, hidden ones too."""
    yield from _plan(catalogue, settings, None)


def plan_texts(catalogue: Catalogue, settings: Settings, paths: Collection[str]) -> Iterator[Item]:
    """Plan the pages of the posts at paths, as :func:`plan` plans them."""
    yield from _plan(catalogue, settings, paths)


def _plan(catalogue: Catalogue, settings: Settings, paths: Collection[str] | None) -> Iterator[Item]:
    who = structured.publisher(settings)
    section = section_link(NEWS, who.region)
    beside = _Neighbours(catalogue)
    labels = catalogue.derived(Labels)
    years = {year: (Link(str(year), addresses.year(year)),) for year in catalogue.years}
    for place, post in enumerate(catalogue.news):
        if paths is not None and post.path not in paths:
            continue
        around = surroundings(catalogue, post, beside.earlier(place), RELATED, labels)
        neighbours = (beside.link(place - 1), beside.link(place + 1))
        yield _page(catalogue, who, section, post, around, True, years[post.front.date.year], *neighbours)
    for post in hidden_documents(catalogue, NEWS.name):
        if paths is None or post.path in paths:
            # The year of a hidden post may have no other post, and then no page.
            yield _page(catalogue, who, section, post, surroundings(catalogue, post), False)


def _page(
    catalogue: Catalogue,
    who: Publisher,
    section: Link,
    post: News,
    around: RelatedContent,
    listed: bool,
    trail: tuple[Link, ...] = (),
    newer: Link | None = None,
    older: Link | None = None,
) -> Page:
    authors = (around.author.title,) if around.author else ()
    inputs = (who, catalogue.bodies.open(post), around, section, authors, listed, trail, newer, older)
    return Page(around.address, NEWS.template, post_view, inputs, post.path)


def post_view(
    who: Publisher,
    post: ReadableDocument[Any],
    around: RelatedContent,
    section: Link,
    authors: tuple[str, ...],
    listed: bool,
    trail: tuple[Link, ...],
    newer: Link | None,
    older: Link | None,
) -> DocumentView:
    """Return the view of a post."""
    thing = written_thing(who, post, around, NEWS.schema_org, authors)
    return document_view(post, around, section, (thing,), (), listed, trail, newer, older)


class _Neighbours:
    """Links to the posts around one in time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._posts = catalogue.news
        known = catalogue.document_addresses
        self._links = [Link(post.front.title, known[post.path]) for post in self._posts]
        self._of_category: dict[str, list[int]] = {}
        for place, post in enumerate(self._posts):
            if post.front.category:
                self._of_category.setdefault(post.front.category, []).append(place)

    def link(self, place: int) -> Link | None:
        """Return the link to the post at a place in the order of the catalogue, newest first; None beyond the ends."""
        return self._links[place] if 0 <= place < len(self._links) else None

    def earlier(self, place: int) -> tuple[Link, ...]:
        """Return the posts before one in its category, the nearest first: they stay the same when new posts come."""
        places = self._of_category.get(self._posts[place].front.category or "", [])
        start = bisect_right(places, place)
        return tuple([self._links[one] for one in places[start : start + RELATED]])
