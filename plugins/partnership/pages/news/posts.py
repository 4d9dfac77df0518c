"""A post on its page, with its neighbours in time and the posts that belong to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

import msgspec

from partnership.catalogue import addresses
from partnership.catalogue.catalogue import Catalogue
from partnership.items.item import Item, Link, Page, PageHead
from partnership.items.site import feed_links
from partnership.pages.common import structured
from partnership.pages.common.structured import Publisher
from partnership.pages.news.articles import (
    Article,
    RelatedContent,
    article,
    head_description,
    head_image,
    head_modified,
    head_translations,
    hidden_documents,
    section_link,
    surroundings,
)
from partnership.records.content import ReadableNews
from partnership.settings import Settings

RELATED = 3
"""So many related posts are shown; older ones of the category fill up what the editor left open."""


class PostView(msgspec.Struct, frozen=True, kw_only=True):
    """A post; ``newer`` and ``older`` are its neighbours in time."""

    head: PageHead
    article: Article
    newer: Link | None
    older: Link | None


def plan(catalogue: Catalogue, settings: Settings) -> Iterator[Item]:
    """Plan the page of every post, hidden ones too."""
    yield from _plan(catalogue, settings, None)


def plan_texts(catalogue: Catalogue, settings: Settings, paths: Collection[str]) -> Iterator[Item]:
    """Plan the pages of the posts at paths, as :func:`plan` plans them."""
    yield from _plan(catalogue, settings, paths)


def _plan(catalogue: Catalogue, settings: Settings, paths: Collection[str] | None) -> Iterator[Item]:
    who = structured.publisher(settings)
    beside = _Neighbours(catalogue)
    for place, post in enumerate(catalogue.news):
        if paths is not None and post.path not in paths:
            continue
        around = surroundings(catalogue, post, beside.earlier(place), RELATED)
        inputs = (who, catalogue.bodies.open(post), around, beside.link(place - 1), beside.link(place + 1), True)
        yield Page(around.address, "pages/post.html", post_view, inputs, post.path)
    for post in hidden_documents(catalogue, "news"):
        if paths is None or post.path in paths:
            around = surroundings(catalogue, post)
            inputs = (who, catalogue.bodies.open(post), around, None, None, False)
            yield Page(around.address, "pages/post.html", post_view, inputs, post.path)


class _Neighbours:
    """Links to the posts around one in time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._posts = catalogue.news
        self._addresses = catalogue.document_addresses
        self._links: dict[int, Link] = {}
        self._of_category: dict[str, list[int]] = {}
        for place, post in enumerate(self._posts):
            if post.front.category:
                self._of_category.setdefault(post.front.category, []).append(place)

    def link(self, place: int) -> Link | None:
        """Return the link to the post at a place in the order of the catalogue, newest first; None beyond the ends."""
        if not 0 <= place < len(self._posts):
            return None
        known = self._links.get(place)
        if known is None:
            post = self._posts[place]
            known = self._links[place] = Link(post.front.title, self._addresses[post.path])
        return known

    def earlier(self, place: int) -> tuple[Link, ...]:
        """Return the posts before one in its category, the nearest first: they stay the same when new posts come."""
        places = self._of_category.get(self._posts[place].front.category or "", [])
        start = bisect_right(places, place)
        return tuple([link for one in places[start : start + RELATED] if (link := self.link(one))])


def post_view(
    who: Publisher,
    post: ReadableNews,
    around: RelatedContent,
    newer: Link | None,
    older: Link | None,
    listed: bool,
) -> PostView:
    """Return the view of a post."""
    trail: tuple[Link, ...] = (
        section_link("news"),
        Link(str(post.front.date.year), addresses.year(post.front.date.year)),
    )
    if not listed:
        # The year of a hidden post may have no other post, and then no page.
        trail = trail[:1]
    text = head_description(post)
    picture = around.illustration
    authors = (around.author.title,) if around.author else ()
    about = structured.written(
        who,
        "NewsArticle",
        title=post.front.title,
        address=around.address,
        description=text,
        lang=post.front.lang,
        published=post.front.date,
        modified=post.front.modified,
        authors=authors,
        image=picture.picture.address if picture else None,
    )
    return PostView(
        head=PageHead(
            title=post.front.title,
            description=text,
            trail=trail,
            section=addresses.of("news"),
            feeds=feed_links(section_link("news").title, addresses.of("news")),
            json_ld=(about,),
            kind="article",
            modified=head_modified(post),
            image=head_image(around),
            listed=listed,
            translations=head_translations(post, around),
        ),
        article=article(post, around),
        newer=newer,
        older=older,
    )
