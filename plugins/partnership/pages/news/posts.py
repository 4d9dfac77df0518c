"""A post on its page, with its neighbours in time and the posts that belong to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page
from partnership.items.runs import Row, Runs, runs_of
from partnership.kinds.news import NEWS
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Labels,
    RelatedContent,
    hidden_documents,
    section_link,
    stands_alone,
    surroundings,
    surroundings_alone,
)
from partnership.pages.news.documents import DocumentView, document_view, written_thing
from partnership.records.body_reader import BodyReader
from partnership.records.content import ReadableDocument
from partnership.settings import Settings

RELATED = 3
"""So many related posts are shown; older ones of the category fill up what the editor left open."""


def plan(catalogue: Catalogue, settings: Settings) -> Runs:
    """Plan the page of every post, hidden ones too."""
    beside = _Neighbours(catalogue)
    labels = catalogue.derived(Labels)
    known = catalogue.document_addresses
    rows: list[Row] = []
    for place, post in enumerate(catalogue.news):
        earlier = beside.earlier(place)
        alone = stands_alone(catalogue, post)
        around = None if alone else surroundings(catalogue, post, earlier, RELATED, labels)
        neighbours = (beside.link(place - 1), beside.link(place + 1))
        rows.append((post, known[post.path], earlier if alone else (), around, True, *neighbours))
    hidden = hidden_documents(catalogue, NEWS.name)
    rows += [(post, known[post.path], (), surroundings(catalogue, post), False, None, None) for post in hidden]
    who = structured.publisher(settings)
    common = (who, section_link(NEWS, who.region))
    return Runs(plan_posts, catalogue.bodies, common, runs_of((*catalogue.news, *hidden), rows))


def plan_texts(catalogue: Catalogue, settings: Settings, paths: Collection[str]) -> Iterator[Item]:
    """Plan the pages of the posts at paths, as :func:`plan` plans them."""
    return plan(catalogue, settings).showing(frozenset(paths))


def plan_posts(bodies: BodyReader, common: tuple[Publisher, Link], rows: Iterable[Row]) -> Iterator[Page]:
    """Plan the pages of a run of posts.

    A row is a post with its address, the posts before it in its category, what else surrounds it (None where nothing
    does), whether it is listed, and links to the next newer and older post.
    """
    who, section = common
    for post, address, earlier, given, listed, newer, older in rows:
        around = given if given is not None else surroundings_alone(post, address, earlier)
        authors = (around.author.title,) if around.author else ()
        year = post.front.date.year
        # The year of a hidden post may have no other post, and then no page.
        trail = (Link(str(year), addresses.year(year)),) if listed else ()
        inputs = (who, bodies.open(post), around, section, authors, listed, trail, newer, older)
        yield Page(address, NEWS.template, post_view, inputs, post.path)


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
